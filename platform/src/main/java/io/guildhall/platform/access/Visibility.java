package io.guildhall.platform.access;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** Who sees a thing: everybody known, the areas it concerns, the teams it concerns, or its owner alone. */
public enum Visibility {
    ORGANIZATION,
    AREA,
    TEAM,
    PRIVATE,
    /** One that a newer version has introduced; shown to nobody here. */
    @JsonEnumDefaultValue
    UNKNOWN
}
