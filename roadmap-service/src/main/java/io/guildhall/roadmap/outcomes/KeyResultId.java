package io.guildhall.roadmap.outcomes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of a key result within its outcome. */
public record KeyResultId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public KeyResultId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A key result's id is not empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
