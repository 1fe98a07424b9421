package io.guildhall.feed.follow;

import java.util.stream.Stream;

/** What can be followed; a unit with all that concerns it or anything below it, a community with all that belongs to it. */
public enum Followable {
    UNIT("team.units"),
    OUTCOME("roadmap.outcomes"),
    FEATURE("roadmap.features"),
    DECISION("roadmap.decisions"),
    IMPEDIMENT("team.impediments"),
    DEPENDENCY("team.dependencies"),
    COMMUNITY("cop.communities"),
    PAGE("cop.pages"),
    IDEA("cop.ideas"),
    TREE("cop.trees");

    private final String topic;

    Followable(String topic) {
        this.topic = topic;
    }

    /** Where the log hears of it, without the installation's prefix. */
    String topic() {
        return topic;
    }

    static Followable of(String topic) {
        return Stream.of(values())
                .filter(kind -> kind.topic.equals(topic))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nothing of " + topic + " can be followed"));
    }
}
