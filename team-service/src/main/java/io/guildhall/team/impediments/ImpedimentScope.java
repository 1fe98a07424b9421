package io.guildhall.team.impediments;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How far an impediment reaches: one team can remove it, several have to, or the organization has to change. */
public enum ImpedimentScope {
    TEAM,
    CROSS_TEAM,
    ORGANIZATIONAL,
    @JsonEnumDefaultValue
    UNKNOWN
}
