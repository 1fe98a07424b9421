package io.guildhall.roadmap.decisions;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of a decision. */
public record DecisionId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DecisionId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A decision's id is not empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
