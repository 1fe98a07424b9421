package io.guildhall.roadmap.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of an outcome. */
public record OutcomeId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public OutcomeId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("An outcome's id is not empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
