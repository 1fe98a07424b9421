package io.guildhall.roadmap.outcomes;

import io.guildhall.roadmap.shared.PersonId;
import java.time.Instant;

/** The value a key result had at an instant, and who said so. */
public record Measurement(Instant at, double value, PersonId by) {}
