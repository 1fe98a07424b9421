package io.guildhall.cop.pages;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of a playbook page. */
public record PageId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public PageId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A page's id is not empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
