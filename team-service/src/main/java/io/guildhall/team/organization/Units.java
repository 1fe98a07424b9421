package io.guildhall.team.organization;

import com.mongodb.client.model.Filters;
import io.guildhall.platform.aggregate.AggregateStore;
import io.guildhall.platform.aggregate.AggregateStores;
import io.guildhall.platform.aggregate.AggregateType;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Index;
import io.guildhall.platform.aggregate.Stored;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The store of units. */
@Component
public class Units {

    public static final AggregateType<Unit> TYPE = AggregateType.of(
            "unit",
            "team.units",
            "units",
            Unit.class,
            List.of(
                    UnitFounded.class,
                    UnitRevised.class,
                    PersonAppointed.class,
                    AssignmentEnded.class,
                    SprintCalendarSet.class),
            Index.on("by_kind", "state.kind", "state.name"));

    private static final int MOST = 5000;

    private final AggregateStore<Unit> store;

    Units(AggregateStores stores) {
        this.store = stores.open(TYPE);
    }

    public Stored<Unit> get(String id) {
        return store.get(id);
    }

    public Optional<Stored<Unit>> find(String id) {
        return store.find(id);
    }

    /** Every unit that is not archived; an organization has at most 5000. */
    public List<Stored<Unit>> all() {
        return store.list(
                "by_kind", Filters.and(Filters.gt("state.kind", ""), Filters.ne("state.archived", true)), MOST);
    }

    Stored<Unit> add(String id, CommandContext context, Change<Unit> founded) {
        return store.create(id, context, founded);
    }

    Stored<Unit> change(String id, CommandContext context, Function<Unit, Change<Unit>> transition) {
        return store.update(id, context, transition);
    }
}
