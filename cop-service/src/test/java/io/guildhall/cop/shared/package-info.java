/** Tests of the words that more than one feature speaks. */
@NullMarked
package io.guildhall.cop.shared;

import org.jspecify.annotations.NullMarked;
