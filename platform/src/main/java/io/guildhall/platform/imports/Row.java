package io.guildhall.platform.imports;

import io.guildhall.platform.aggregate.StateMapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A row as it stands in the file.
 *
 * @param line where it begins, from 1
 * @param content a list of cells, or a document; where it {@link #unreadable cannot be read}, the reason
 */
public record Row(int line, JsonNode content) {

    private static final String UNREADABLE = "\u0000unreadable";

    /** A row that cannot be read while those around it can. */
    static Row unreadable(int line, Problem why) {
        ObjectNode reason = StateMapper.json().createObjectNode();
        reason.set(UNREADABLE, StateMapper.tree(why));
        return new Row(line, reason);
    }

    /** Why it cannot be read; null when it can. */
    public @Nullable Problem unreadable() {
        JsonNode why = content.path(UNREADABLE);
        return why.isObject()
                ? new Problem(why.path("what").asString(""), why.path("todo").asString(""))
                : null;
    }
}
