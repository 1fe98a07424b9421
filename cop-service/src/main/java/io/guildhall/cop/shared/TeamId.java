package io.guildhall.cop.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of a team; team-service owns them. */
public record TeamId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public TeamId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A team's id is not empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
