package io.guildhall.cop.trees;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of a run, which its record keeps. */
public record RunId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RunId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A run's id is not empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
