package io.guildhall.roadmap.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of an impediment; team-service owns them. */
public record ImpedimentId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ImpedimentId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("An impediment's id is not empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
