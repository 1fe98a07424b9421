package io.guildhall.roadmap.features;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Where a dependency is, as team-service says. */
public enum DependencyStatus {
    PROPOSED,
    COUNTERED,
    COMMITTED,
    DECLINED,
    DELIVERED,
    ACCEPTED,
    WITHDRAWN,
    /** One that a newer version of team-service has introduced; nothing is concluded from it. */
    @JsonEnumDefaultValue
    UNKNOWN
}
