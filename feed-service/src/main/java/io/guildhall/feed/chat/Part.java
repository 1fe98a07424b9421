package io.guildhall.feed.chat;

import io.guildhall.feed.log.Placed;
import java.util.Set;

/** A part of what happens that a channel may be told. */
@SuppressWarnings("ImmutableEnumChecker") // what Set.of makes does not change
public enum Part {
    /** What somebody has to answer: the other team, leadership, or whoever asked. */
    WAITING(
            Set.of("team.dependencies", "team.impediments", "roadmap.decisions"),
            Set.of(
                    "guildhall.team.dependency-proposed.v1",
                    "guildhall.team.dependency-countered.v1",
                    "guildhall.team.dependency-delivered.v1",
                    "guildhall.team.dependency-slipped.v1",
                    "guildhall.team.impediment-escalated.v1",
                    "guildhall.team.escalation-answered.v1",
                    "guildhall.roadmap.decision-recorded.v1")),
    IMPEDIMENTS(Set.of("team.impediments"), Set.of()),
    DEPENDENCIES(Set.of("team.dependencies"), Set.of()),
    DECISIONS(Set.of("roadmap.decisions"), Set.of()),
    OUTCOMES(Set.of("roadmap.outcomes", "roadmap.assessments", "roadmap.features", "roadmap.product-goals"), Set.of());

    private final Set<String> topics;
    private final Set<String> types;

    /** @param types the wire names of events; none for all of the topics */
    Part(Set<String> topics, Set<String> types) {
        this.topics = topics;
        this.types = types;
    }

    Set<String> topics() {
        return topics;
    }

    boolean includes(Placed entry) {
        return topics.contains(entry.topic()) && (types.isEmpty() || types.contains(entry.type()));
    }
}
