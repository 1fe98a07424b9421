/** The published contracts of events, as they are checked before an event is recorded. */
@NullMarked
package io.guildhall.platform.contract;

import org.jspecify.annotations.NullMarked;
