package io.guildhall.team.organization;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a unit of the organization is. */
public enum UnitKind {
    PRODUCT,
    AREA,
    TEAM,
    SCRUM_OF_SCRUMS,
    @JsonEnumDefaultValue
    UNKNOWN
}
