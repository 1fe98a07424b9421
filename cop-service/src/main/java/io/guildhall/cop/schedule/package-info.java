/** When something that repeats takes place: the rule, the dates that were moved or cancelled, and the dates that follow. */
@NullMarked
package io.guildhall.cop.schedule;

import org.jspecify.annotations.NullMarked;
