package io.guildhall.roadmap.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of a feature. */
public record FeatureId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FeatureId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A feature's id is not empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
