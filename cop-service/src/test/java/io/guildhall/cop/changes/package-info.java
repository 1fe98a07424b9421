/** Tests of proposed changes. */
@NullMarked
package io.guildhall.cop.changes;

import org.jspecify.annotations.NullMarked;
