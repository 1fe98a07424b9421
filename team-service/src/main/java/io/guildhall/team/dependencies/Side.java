package io.guildhall.team.dependencies;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** The team that waits, or the team it waits for. */
public enum Side {
    CONSUMER,
    PRODUCER,
    @JsonEnumDefaultValue
    UNKNOWN
}
