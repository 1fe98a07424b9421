package io.guildhall.roadmap.outcomes;

import static com.mongodb.client.model.Filters.eq;

import io.guildhall.platform.aggregate.AggregateStore;
import io.guildhall.platform.aggregate.AggregateStores;
import io.guildhall.platform.aggregate.AggregateType;
import io.guildhall.platform.aggregate.Index;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.roadmap.shared.OutcomeId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The store of assessments; each has the id of its outcome. Whoever may see the outcome may see its assessment. */
@Component
public class Assessments {

    public static final AggregateType<OutcomeAssessment> TYPE = AggregateType.of(
            "assessment",
            "roadmap.assessments",
            "assessments",
            OutcomeAssessment.class,
            List.of(OutcomeAssessed.class),
            Index.on("by_reason", "state.reasons.id"));

    private static final int MOST_OF_ONE_REASON = 1000;

    final AggregateStore<OutcomeAssessment> store;

    Assessments(AggregateStores stores) {
        this.store = stores.open(TYPE);
    }

    public Optional<Stored<OutcomeAssessment>> find(OutcomeId outcome) {
        return store.find(outcome.value());
    }

    /** Many at once, by the id of the outcome. */
    public Map<String, Stored<OutcomeAssessment>> findAll(Collection<String> outcomes) {
        return store.findAll(outcomes).stream().collect(Collectors.toMap(Stored::id, Function.identity()));
    }

    /** The outcomes whose assessment names a thing as a reason. */
    List<OutcomeId> naming(String thing) {
        return store.list("by_reason", eq("state.reasons.id", thing), MOST_OF_ONE_REASON).stream()
                .map(found -> new OutcomeId(found.id()))
                .toList();
    }
}
