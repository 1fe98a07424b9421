/** The words that more than one feature of the communities speaks: ids, names and coaching questions. */
@NullMarked
package io.guildhall.cop.shared;

import org.jspecify.annotations.NullMarked;
