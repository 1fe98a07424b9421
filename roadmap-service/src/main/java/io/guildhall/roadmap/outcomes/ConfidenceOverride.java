package io.guildhall.roadmap.outcomes;

import io.guildhall.roadmap.shared.PersonId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a named person says against the assessment, with a reason and for a time.
 *
 * @param until the last day it holds, in the business time zone
 */
public record ConfidenceOverride(Confidence state, String reason, PersonId by, Instant at, LocalDate until) {

    public boolean holdsOn(LocalDate day) {
        return !day.isAfter(until);
    }
}
