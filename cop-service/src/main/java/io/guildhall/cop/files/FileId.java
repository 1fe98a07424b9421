package io.guildhall.cop.files;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The identity of a file: it follows from its community and its content. */
public record FileId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public FileId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A file id may not be blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
