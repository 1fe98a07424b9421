package io.guildhall.roadmap.decisions;

import io.guildhall.roadmap.shared.PersonId;
import java.time.Instant;

/** Who stopped a decision, when and why. */
public record Veto(PersonId by, Instant at, String reason) {}
