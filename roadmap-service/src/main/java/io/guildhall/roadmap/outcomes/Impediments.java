package io.guildhall.roadmap.outcomes;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

import io.guildhall.platform.replica.Replica;
import io.guildhall.platform.replica.Replicated;
import io.guildhall.roadmap.shared.FeatureId;
import io.guildhall.roadmap.shared.UnitId;
import java.util.Collection;
import java.util.List;

/** This service's copy of the impediments that team-service publishes. */
public final class Impediments {

    public static final String TOPIC = "team.impediments";
    public static final String BY_STATUS = "by_status";

    private static final int MOST = 1000;

    private final Replica<Impediment> replica;

    public Impediments(Replica<Impediment> replica) {
        this.replica = replica;
    }

    public Replica<Impediment> replica() {
        return replica;
    }

    /** Open ones that name one of the features, and those above the team that name none and affect one of the teams. */
    List<Replicated<Impediment>> openAround(Collection<FeatureId> features, Collection<UnitId> teams) {
        return replica.list(
                BY_STATUS,
                and(
                        eq("state.status", Impediment.Status.OPEN.name()),
                        or(
                                in(
                                        "state.features",
                                        features.stream().map(FeatureId::value).toList()),
                                and(
                                        ne("state.level", Impediment.Level.TEAM.name()),
                                        eq("state.features", List.of()),
                                        in(
                                                "state.affectedTeams",
                                                teams.stream()
                                                        .map(UnitId::value)
                                                        .toList())))),
                MOST);
    }
}
