package io.guildhall.cop.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** The id of a community of practice. */
public record CommunityId(@JsonValue String value) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public CommunityId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A community's id is not empty");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
