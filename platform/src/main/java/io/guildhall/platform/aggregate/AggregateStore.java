package io.guildhall.platform.aggregate;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReturnDocument;
import io.guildhall.platform.contract.EventContracts;
import io.guildhall.platform.outbox.PendingEvent;
import io.guildhall.platform.outbox.Relay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * The store of one type of aggregate. A document is an envelope {@code {_id, schema, version, sequence, state, pending,
 * commands}}; one conditional update sets the state, adds the events as final bytes and remembers the command's key.
 * Nothing else writes to it but the relay, which takes out what is in the log.
 */
public final class AggregateStore<S> {

    /** As many events may wait on one aggregate while the broker is away. */
    public static final int MOST_PENDING = 50;

    private static final int ATTEMPTS = 20;
    private static final String PENDING_INDEX = "pending";
    private static final String EXISTS = "exists";

    private final AggregateType<S> type;
    private final MongoCollection<Document> collection;
    private final EventWriter writer;
    private final Relay.Wake relay;

    AggregateStore(
            AggregateType<S> type,
            MongoDatabase database,
            String source,
            String topic,
            EventContracts contracts,
            Relay relay) {
        this.type = type;
        this.collection = database.getCollection(type.collection());
        this.writer = new EventWriter(source, contracts);
        this.relay = relay.register(collection, topic);
        type.events().forEach(event -> contracts.require(AggregateType.wireName(event)));
        collection.createIndex(Index.on(PENDING_INDEX, "pending.id").keys(), new IndexOptions().name(PENDING_INDEX));
        type.indexes().forEach(index -> collection.createIndex(index.keys(), new IndexOptions().name(index.name())));
    }

    public Optional<Stored<S>> find(String id) {
        return Optional.ofNullable(read(id)).map(this::stored);
    }

    /** Many at once, in no order; ids that do not exist are left out. Served by {@code _id}. */
    public List<Stored<S>> findAll(Collection<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        List<Stored<S>> found = new ArrayList<>();
        collection.find(Filters.in("_id", ids)).projection(withoutPending()).forEach(d -> found.add(stored(d)));
        return found;
    }

    /** Like {@link #find}, refused with 404 when there is none. */
    public Stored<S> get(String id) {
        return find(id).orElseThrow(() -> Refusal.notFound(type.name(), id));
    }

    /**
     * Stores a new aggregate with its first events.
     *
     * @return what is stored; when the same command was carried out before, what became of it since
     * @throws Refusal 422 when the id was made by another request under the same key, 409 when it exists otherwise
     */
    public Stored<S> create(String id, CommandContext context, Change<S> change) {
        long sequence = context.at().toEpochMilli();
        List<PendingEvent> events = writer.write(id, sequence - 1, change, context);
        sequence += Math.max(0, events.size() - 1);
        Document document = new Document("_id", id)
                .append("schema", type.schema())
                .append("version", 1L)
                .append("sequence", sequence)
                .append("state", StateMapper.toDocument(change.state()))
                .append("pending", events.stream().map(PendingEvent::toDocument).toList())
                .append("commands", Commands.remembered(context));
        try {
            collection.insertOne(document);
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return existing(id, context);
        }
        relay.wake(id, events);
        return new Stored<>(type.topic(), id, 1, sequence, change.state());
    }

    /**
     * Changes an aggregate. The command's key is looked up first, then the expected version compared; without an expected
     * version a lost race is run again on the newer state.
     *
     * @param transition decides on the present state; it may be called more than once and must have no side effects
     * @throws Refusal 404, 412 when the expected version is not the present one, 422 for a key used by another request,
     *     503 when too many events wait, or whatever the transition throws
     */
    public Stored<S> update(String id, CommandContext context, Function<S, Change<S>> transition) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Document document = collection.find(Filters.eq("_id", id)).first();
            if (document == null) {
                throw Refusal.notFound(type.name(), id);
            }
            refuseNewerSchema(document);
            Stored<S> before = stored(document);
            if (Commands.isRepetition(document, context)) {
                return before;
            }
            Commands.refuseStale(before.version(), context);
            Change<S> change = transition.apply(before.state());
            if (change.events().isEmpty()) {
                return before;
            }
            refuseFull(document);
            Stored<S> after = write(before, context, change);
            if (after != null) {
                return after;
            }
        }
        throw Refusal.unavailable("busy", "Many people change this " + type.name() + " right now; try again.");
    }

    /**
     * Changes an aggregate, or makes it where there is none of this id yet; whoever loses the race to make it changes it.
     *
     * @param first where there is none; without an event nothing is stored, and the answer has version 0
     * @param next decides on the present state, as for {@link #update}
     * @throws Refusal what {@link #create} and {@link #update} refuse
     */
    public Stored<S> createOrUpdate(
            String id, CommandContext context, Supplier<Change<S>> first, Function<S, Change<S>> next) {
        if (find(id).isEmpty()) {
            Change<S> begun = first.get();
            if (begun.events().isEmpty()) {
                return new Stored<>(type.topic(), id, 0, 0, begun.state());
            }
            try {
                return create(id, context, begun);
            } catch (Refusal raced) {
                if (!raced.type().equals(EXISTS)) {
                    throw raced;
                }
            }
        }
        return update(id, context, next);
    }

    /**
     * Changes what was read before, unless anybody has changed it since or too many events wait; it is not read again. For
     * what follows from events, which repeats nothing under a key.
     *
     * @param change of that state, with an event at least
     * @return whether it counts
     */
    public boolean replace(Stored<S> before, CommandContext context, Change<S> change) {
        return write(before, context, change) != null;
    }

    private @Nullable Stored<S> write(Stored<S> before, CommandContext context, Change<S> change) {
        List<PendingEvent> events = writer.write(before.id(), before.sequence(), change, context);
        long sequence = Math.max(before.sequence() + 1, context.at().toEpochMilli()) + events.size() - 1;
        Document set = new Document("version", before.version() + 1)
                .append("sequence", sequence)
                .append("schema", type.schema());
        // Field by field, so that what a newer version of this code has stored beside them stays.
        StateMapper.toDocument(change.state()).forEach((field, value) -> set.append("state." + field, value));
        Document push = new Document(
                "pending",
                new Document(
                        "$each", events.stream().map(PendingEvent::toDocument).toList()));
        Commands.remember(push, context);
        Bson unchanged = Filters.and(
                Filters.eq("_id", before.id()),
                Filters.eq("version", before.version()),
                Filters.lte("schema", type.schema()),
                Filters.exists("pending." + (MOST_PENDING - 1), false));
        Document after = collection.findOneAndUpdate(
                unchanged,
                new Document("$set", set).append("$push", push),
                new FindOneAndUpdateOptions()
                        .projection(Projections.include("pending.id"))
                        .returnDocument(ReturnDocument.AFTER));
        if (after == null) {
            return null;
        }
        boolean alone = after.getList("pending", Document.class).size() == events.size();
        relay.wake(before.id(), alone ? events : List.of());
        return new Stored<>(type.topic(), before.id(), before.version() + 1, sequence, change.state());
    }

    /** A page of what matches; see {@link Query}. */
    public Page<Stored<S>> page(Query query) {
        requireIndex(query.index());
        return Pages.read(collection, query, "state.", withoutPending(), this::stored);
    }

    /**
     * At most {@code most} of what matches.
     *
     * @param index the declared index that serves it
     */
    public List<Stored<S>> list(String index, Bson filter, int most) {
        requireIndex(index);
        List<Stored<S>> found = new ArrayList<>();
        collection.find(filter).projection(withoutPending()).limit(most).forEach(d -> found.add(stored(d)));
        return found;
    }

    public long count(String index, Bson filter) {
        requireIndex(index);
        return collection.countDocuments(filter);
    }

    private Stored<S> existing(String id, CommandContext context) {
        Document document = collection.find(Filters.eq("_id", id)).first();
        if (document != null && Commands.isRepetition(document, context)) {
            return stored(document);
        }
        throw Refusal.conflict(EXISTS, "This " + type.name() + " exists already; open it and change it instead.");
    }

    private void refuseFull(Document document) {
        if (document.getList("pending", Document.class, List.of()).size() >= MOST_PENDING) {
            throw Refusal.unavailable(
                    "backlog",
                    "The changes of this " + type.name() + " cannot be published right now; try again soon.");
        }
    }

    private void refuseNewerSchema(Document document) {
        Integer schema = document.getInteger("schema");
        if (schema != null && schema > type.schema()) {
            throw Refusal.unavailable("upgrading", "Guildhall is being upgraded; try again in a moment.");
        }
    }

    private void requireIndex(String index) {
        if (!"_id".equals(index)
                && type.indexes().stream().noneMatch(known -> known.name().equals(index))) {
            throw new IllegalArgumentException(type.collection() + " declares no index " + index);
        }
    }

    private @Nullable Document read(String id) {
        return collection
                .find(Filters.eq("_id", id))
                .projection(withoutPending())
                .first();
    }

    private static Bson withoutPending() {
        return Projections.exclude("pending", "commands");
    }

    private Stored<S> stored(Document document) {
        return new Stored<>(
                type.topic(),
                document.getString("_id"),
                document.getLong("version"),
                document.getLong("sequence"),
                StateMapper.fromDocument(document.get("state", Document.class), type.state()));
    }
}
