package io.guildhall.cop.ideas;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of an idea. */
public record IdeaId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public IdeaId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("An idea's id is not empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
