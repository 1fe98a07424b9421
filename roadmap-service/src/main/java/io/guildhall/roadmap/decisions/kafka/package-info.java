/** Decisions that were made elsewhere and arrive in the log by event. */
@NullMarked
package io.guildhall.roadmap.decisions.kafka;

import org.jspecify.annotations.NullMarked;
