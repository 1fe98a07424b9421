package io.guildhall.feed.log;

import io.guildhall.feed.live.LiveProperties;
import io.guildhall.platform.aggregate.Refusal;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The topics of which the log tells: not of people. */
@Component
public class ToldTopics {

    private final Set<String> names;

    ToldTopics(LiveProperties live) {
        this.names = live.topics().stream()
                .filter(LiveProperties.Topic::isTold)
                .map(LiveProperties.Topic::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Lets a mistyped name be found out, where it would only be silence.
     *
     * @param topic null asks for all
     * @throws Refusal 422 for one of which nothing is ever told
     */
    public void check(@Nullable String topic) {
        if (topic != null && !names.contains(topic)) {
            throw Refusal.invalid(
                    "unknown-topic",
                    "Nothing is told of '" + topic + "'; topics are " + String.join(", ", names) + ".");
        }
    }
}
