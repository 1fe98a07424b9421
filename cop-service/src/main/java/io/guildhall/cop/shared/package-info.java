/** The words that more than one feature of the communities speaks: ids and names. */
@NullMarked
package io.guildhall.cop.shared;

import org.jspecify.annotations.NullMarked;
