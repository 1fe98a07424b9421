package io.guildhall.cop.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of a product, area, team or Scrum of Scrums; team-service owns them. */
public record UnitId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public UnitId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A unit's id is not empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
