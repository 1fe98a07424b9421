package io.guildhall.cop.adoption;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** What a team says of a page. A team that says nothing is unknown, and never non-compliant. */
public enum Stance {
    ADOPT,
    ADAPT,
    DECLINE,
    /** One that a newer version has introduced. */
    @JsonEnumDefaultValue
    UNKNOWN
}
