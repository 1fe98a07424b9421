package io.guildhall.roadmap.features;

import static com.mongodb.client.model.Filters.in;

import io.guildhall.platform.replica.Replica;
import io.guildhall.platform.replica.Replicated;
import io.guildhall.roadmap.shared.FeatureId;
import io.guildhall.roadmap.shared.UnitId;
import java.util.Collection;
import java.util.List;

/** This service's copy of the dependencies that team-service publishes. */
public final class Dependencies {

    public static final String TOPIC = "team.dependencies";
    public static final String BY_FEATURE = "by_feature";
    public static final String BY_PRODUCER = "by_producer";

    private static final int MOST = 2000;

    private final Replica<Dependency> replica;

    public Dependencies(Replica<Dependency> replica) {
        this.replica = replica;
    }

    public Replica<Dependency> replica() {
        return replica;
    }

    public List<Replicated<Dependency>> of(Collection<FeatureId> features) {
        return features.isEmpty()
                ? List.of()
                : replica.list(
                        BY_FEATURE,
                        in(
                                "state.feature",
                                features.stream().map(FeatureId::value).toList()),
                        MOST);
    }

    /** What these teams are asked for. */
    public List<Replicated<Dependency>> producedBy(Collection<UnitId> teams) {
        return teams.isEmpty()
                ? List.of()
                : replica.list(
                        BY_PRODUCER,
                        in("state.producer", teams.stream().map(UnitId::value).toList()),
                        MOST);
    }
}
