/** What people who may not write a page propose to change in it. */
@NullMarked
package io.guildhall.cop.changes;

import org.jspecify.annotations.NullMarked;
