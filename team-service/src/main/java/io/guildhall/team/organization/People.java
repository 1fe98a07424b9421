package io.guildhall.team.organization;

import com.mongodb.client.model.Filters;
import io.guildhall.platform.aggregate.AggregateStore;
import io.guildhall.platform.aggregate.AggregateStores;
import io.guildhall.platform.aggregate.AggregateType;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Index;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Query;
import io.guildhall.platform.aggregate.Search;
import io.guildhall.platform.aggregate.Stored;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The store of people. */
@Component
public class People {

    public static final AggregateType<Person> TYPE = AggregateType.of(
                    "person",
                    "team.people",
                    "people",
                    Person.class,
                    List.of(PersonRegistered.class, PersonRevised.class, SignInLinked.class, SignInUnlinked.class),
                    Index.on("by_name", "state.name"))
            .withCompactedTopic();

    private final AggregateStore<Person> store;

    People(AggregateStores stores) {
        this.store = stores.open(TYPE);
    }

    public Stored<Person> get(String id) {
        return store.get(id);
    }

    public Optional<Stored<Person>> find(String id) {
        return store.find(id);
    }

    public Page<Stored<Person>> page(@Nullable String text, @Nullable String cursor, int limit) {
        var filter = text == null || text.isBlank() ? Filters.gt("state.name", "") : Search.in("state.name", text);
        return store.page(new Query("by_name", filter, "name", false, cursor, limit));
    }

    Stored<Person> add(String id, CommandContext context, Change<Person> registered) {
        return store.create(id, context, registered);
    }

    Stored<Person> change(String id, CommandContext context, Function<Person, Change<Person>> transition) {
        return store.update(id, context, transition);
    }
}
