package io.guildhall.team.impediments;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of an impediment. */
public record ImpedimentId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ImpedimentId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("An id is not blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
