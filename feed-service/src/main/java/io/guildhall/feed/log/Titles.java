package io.guildhall.feed.log;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What people call the subjects of events. */
final class Titles {

    private static final List<String> FIELDS = List.of("title", "name", "question", "text");

    private Titles() {}

    static @Nullable String of(JsonNode state) {
        for (String field : FIELDS) {
            JsonNode value = state.path(field);
            if (value.isString() && !value.stringValue().isBlank()) {
                return value.stringValue();
            }
        }
        return null;
    }

    /** Where the title of a topic's subjects stands: an assessment goes by the name of its outcome. */
    static String topic(String topic) {
        return topic.equals("roadmap.assessments") ? "roadmap.outcomes" : topic;
    }
}
