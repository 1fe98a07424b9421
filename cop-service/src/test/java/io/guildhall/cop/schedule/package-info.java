/** Tests of dates that repeat. */
@NullMarked
package io.guildhall.cop.schedule;

import org.jspecify.annotations.NullMarked;
