package io.guildhall.cop.ideas;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How far an idea has come. */
public enum IdeaStatus {
    PROPOSED,
    ON_TRIAL,
    /** Tried, and worth doing. */
    ADOPTED,
    /** Tried, and not worth doing. */
    DROPPED,
    /** Not tried. */
    DECLINED,
    /** Taken back by whoever proposed it. */
    WITHDRAWN,
    /** One that a newer version has introduced. */
    @JsonEnumDefaultValue
    UNKNOWN;

    /** Whether something is still to be decided. */
    public boolean isOpen() {
        return this == PROPOSED || this == ON_TRIAL;
    }
}
