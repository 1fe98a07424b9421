/** Tests of ideas. */
@NullMarked
package io.guildhall.cop.ideas;

import org.jspecify.annotations.NullMarked;
