package io.guildhall.cop.trees;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of a decision tree. */
public record TreeId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TreeId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A tree's id is not empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
