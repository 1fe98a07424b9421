/** Writes the contracts of events from their classes, and checks that what is published only grows. */
@NullMarked
package io.guildhall.platform.contract;

import org.jspecify.annotations.NullMarked;
