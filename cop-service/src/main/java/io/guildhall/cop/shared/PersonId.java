package io.guildhall.cop.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of a person; their name lives in team-service only, so that they can be forgotten. */
public record PersonId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PersonId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A person's id is not empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
