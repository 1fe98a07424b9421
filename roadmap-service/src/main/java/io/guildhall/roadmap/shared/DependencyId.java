package io.guildhall.roadmap.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of a dependency; team-service owns them. */
public record DependencyId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DependencyId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A dependency's id is not empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
