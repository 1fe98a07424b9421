package io.guildhall.team.impediments;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Where an impediment is waiting to be removed. */
public enum Level {
    TEAM,
    SCRUM_OF_SCRUMS,
    EXECUTIVE_ACTION_TEAM,
    @JsonEnumDefaultValue
    UNKNOWN
}
