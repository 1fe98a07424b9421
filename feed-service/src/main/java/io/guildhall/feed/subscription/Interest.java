package io.guildhall.feed.subscription;

import java.util.Set;

/** What a feed is about. */
public enum Interest {
    EVERYTHING,
    DECISIONS("roadmap.decisions"),
    ROADMAP("roadmap.outcomes", "roadmap.features", "roadmap.assessments", "roadmap.product-goals"),
    IMPEDIMENTS("team.impediments"),
    DEPENDENCIES("team.dependencies"),
    COMMUNITIES(
            "cop.communities",
            "cop.gatherings",
            "cop.pages",
            "cop.adoptions",
            "cop.page-changes",
            "cop.ideas",
            "cop.community-waivers",
            "cop.trees",
            "cop.tree-runs"),
    /** What its owner follows when it is read. */
    FOLLOWED;

    @SuppressWarnings("ImmutableEnumChecker") // made by Set.of
    private final Set<String> topics;

    Interest(String... topics) {
        this.topics = Set.of(topics);
    }

    /** Without the installation's prefix; none for all of them. */
    Set<String> topics() {
        return topics;
    }
}
