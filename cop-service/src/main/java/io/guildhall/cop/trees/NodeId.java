package io.guildhall.cop.trees;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.guildhall.cop.shared.Wording;
import io.guildhall.platform.aggregate.Refusal;
import java.util.regex.Pattern;

/** The id of a question or an end within its tree: 1 to 40 letters, digits and hyphens, so that it can stand in an address. */
public record NodeId(@JsonValue String value) {

    private static final int LONGEST = 40;
    private static final Pattern USABLE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]*");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public NodeId {
        value = Wording.required("id", value, LONGEST);
        if (!USABLE.matcher(value).matches()) {
            throw Refusal.invalid(
                            "node-id",
                            "Name a node by letters of ASCII, digits and hyphens; '" + value + "' has others.")
                    .with("field", "id");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
