package io.guildhall.team.impediments;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.model.Filters;
import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.AggregateStore;
import io.guildhall.platform.aggregate.AggregateStores;
import io.guildhall.platform.aggregate.AggregateType;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Index;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Query;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Search;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.team.organization.Teams;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The store of impediments. */
@Component
public class Impediments {

    public static final AggregateType<Impediment> TYPE = AggregateType.of(
            "impediment",
            "team.impediments",
            "impediments",
            Impediment.class,
            List.of(
                    ImpedimentRaised.class,
                    ImpedimentDescribed.class,
                    ImpedimentSupported.class,
                    ImpedimentProgressed.class,
                    ImpedimentEscalated.class,
                    EscalationAnswered.class,
                    ImpedimentResolved.class),
            Index.on("by_status", "state.status", "state.raisedAt"),
            Index.on("by_team", "state.team", "state.status", "state.raisedAt"),
            Index.on("by_holder", "state.holder", "state.status", "state.raisedAt"));

    /**
     * What a list of impediments is narrowed to; null means all.
     *
     * @param team a team, or a unit above teams for all of them
     */
    public record Filter(
            @Nullable String team,
            @Nullable String holder,
            @Nullable Level level,
            Impediment.@Nullable State status,
            @Nullable String text) {}

    private static final int MOST_LOOK_ALIKES = 5;

    private final AggregateStore<Impediment> store;
    private final Access access;
    private final Teams teams;

    Impediments(AggregateStores stores, Access access, Teams teams) {
        this.store = stores.open(TYPE);
        this.access = access;
        this.teams = teams;
    }

    /** What this actor may see; anything else is answered like something that does not exist. */
    public Stored<Impediment> get(ImpedimentId id, Actor actor) {
        Stored<Impediment> found = store.get(id.value());
        Impediment state = found.state();
        if (!access.sees(actor, state.visibility(), state.scopes(), null)) {
            throw Refusal.notFound("impediment", id.value());
        }
        return found;
    }

    public Page<Stored<Impediment>> page(
            Filter filter, Actor actor, boolean oldestFirst, @Nullable String cursor, int limit) {
        List<Bson> conditions = new ArrayList<>();
        conditions.add(access.visibleTo(actor, "state."));
        String index = "by_status";
        if (filter.status() != null) {
            conditions.add(eq("state.status", filter.status().name()));
        }
        if (filter.level() != null) {
            conditions.add(eq("state.level", filter.level().name()));
        }
        if (filter.holder() != null) {
            conditions.add(eq("state.holder", filter.holder()));
            index = "by_holder";
        }
        if (filter.team() != null) {
            conditions.add(in("state.team", teams.idsOf(filter.team())));
            index = "by_team";
        }
        if (filter.text() != null && !filter.text().isBlank()) {
            conditions.add(Search.in("state.title", filter.text()));
        }
        return store.page(new Query(index, and(conditions), "raisedAt", !oldestFirst, cursor, limit));
    }

    /** Open impediments that a unit has to remove, or, for several units, any of them. */
    public List<Stored<Impediment>> openHeldBy(List<String> holders, Actor actor) {
        return store.list(
                "by_holder",
                and(
                        in("state.holder", holders),
                        eq("state.status", Impediment.State.OPEN.name()),
                        access.visibleTo(actor, "state.")),
                500);
    }

    /** All impediments of these teams that are still open. */
    public List<Stored<Impediment>> openOf(List<String> teams, Actor actor) {
        return store.list(
                "by_team",
                and(
                        in("state.team", teams),
                        eq("state.status", Impediment.State.OPEN.name()),
                        access.visibleTo(actor, "state.")),
                1000);
    }

    /** Everything leadership was asked and that this actor may see, open or resolved. */
    public List<Stored<Impediment>> heldByLeadership(Actor actor) {
        return store.list("by_holder", and(eq("state.holder", Access.ROOT), access.visibleTo(actor, "state.")), 1000);
    }

    /** Open impediments that share a telling word with a title, those with most of its words first; at most five. */
    public List<Stored<Impediment>> lookAlikes(String title, Actor actor) {
        List<String> words = Pattern.compile("[^\\p{L}\\p{N}]+")
                .splitAsStream(title.toLowerCase(Locale.ROOT))
                .filter(word -> word.length() > 3)
                .distinct()
                .limit(12)
                .toList();
        if (words.isEmpty()) {
            return List.of();
        }
        Bson any = Filters.or(
                words.stream().map(word -> Search.in("state.title", word)).toList());
        return store
                .list(
                        "by_status",
                        and(eq("state.status", Impediment.State.OPEN.name()), access.visibleTo(actor, "state."), any),
                        200)
                .stream()
                .sorted(java.util.Comparator.comparingLong(
                        (Stored<Impediment> found) -> -shared(found.state().title(), words)))
                .limit(MOST_LOOK_ALIKES)
                .toList();
    }

    private static long shared(String title, List<String> words) {
        String lower = title.toLowerCase(Locale.ROOT);
        return words.stream().filter(lower::contains).count();
    }

    Stored<Impediment> add(String id, CommandContext context, Change<Impediment> raised) {
        return store.create(id, context, raised);
    }

    Stored<Impediment> change(
            ImpedimentId id, CommandContext context, Function<Impediment, Change<Impediment>> transition) {
        return store.update(id.value(), context, transition);
    }
}
