package io.guildhall.roadmap.features;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** How far a feature is. */
public enum FeatureStatus {
    PLANNED,
    IN_PROGRESS,
    DONE,
    DROPPED,
    /** A status that a newer version of Guildhall has written. */
    @JsonEnumDefaultValue
    UNKNOWN;

    /** Whether somebody still has to do something for it. */
    public boolean open() {
        return this == PLANNED || this == IN_PROGRESS;
    }
}
