package io.guildhall.roadmap.outcomes;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How likely an outcome is reached: a word, never a percentage. */
public enum Confidence {
    ON_TRACK,
    AT_RISK,
    OFF_TRACK,
    /** Nothing is known that could tell; grey, not green. */
    @JsonEnumDefaultValue
    UNKNOWN
}
