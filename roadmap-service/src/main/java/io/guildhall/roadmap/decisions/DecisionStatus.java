package io.guildhall.roadmap.decisions;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What became of a decision. */
public enum DecisionStatus {
    PROPOSED,
    ACCEPTED,
    SUPERSEDED,
    VETOED,
    /** A status that a newer version of Guildhall has written. */
    @JsonEnumDefaultValue
    UNKNOWN
}
