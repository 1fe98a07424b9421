/** Tests of the gatherings. */
@NullMarked
package io.guildhall.cop.gatherings;

import org.jspecify.annotations.NullMarked;
