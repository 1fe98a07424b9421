package io.guildhall.cop.changes;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of a proposed change. */
public record ChangeId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public ChangeId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A change's id is not empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
