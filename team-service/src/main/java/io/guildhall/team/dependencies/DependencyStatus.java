package io.guildhall.team.dependencies;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Where a dependency stands between the two teams. */
public enum DependencyStatus {
    PROPOSED,
    COUNTERED,
    COMMITTED,
    DECLINED,
    DELIVERED,
    ACCEPTED,
    WITHDRAWN,
    @JsonEnumDefaultValue
    UNKNOWN;

    /** Whether the two teams still have something to do about it. */
    public boolean open() {
        return this == PROPOSED || this == COUNTERED || this == COMMITTED || this == DELIVERED;
    }

    /** Whether the day it is needed by still matters. */
    boolean needsDay() {
        return this == PROPOSED || this == COUNTERED || this == COMMITTED || this == DECLINED;
    }

    /** Whether one of the teams still has to answer. */
    public boolean unanswered() {
        return this == PROPOSED || this == COUNTERED;
    }
}
