package io.guildhall.cop.trees;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Updates;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Commands;
import io.guildhall.platform.aggregate.Index;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.StateMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** The runs that belong to their runners alone; nobody else is told that there are any. */
@Component
class Walks {

    private static final int ATTEMPTS = 20;

    /** Each brings its tree along. */
    private static final int MOST_OF_ONE = 200;

    private static final Index BY_TREE = Index.on("by_tree", "state.tree", "state.uncounted");
    private static final Index BY_PERSON = Index.on("by_person", "state.by");
    private static final Index BY_TOUCH = Index.on("by_touch", "state.touched");

    private final MongoCollection<Document> collection;

    Walks(MongoDatabase database) {
        this.collection = database.getCollection("tree_walks");
        for (Index index : new Index[] {BY_TREE, BY_PERSON, BY_TOUCH}) {
            collection.createIndex(index.keys(), new IndexOptions().name(index.name()));
        }
    }

    /**
     * Stores a new one; when the same command was carried out before, what became of it since.
     *
     * @throws Refusal 409 when its runner has 200 already
     */
    Walk create(RunId id, CommandContext context, Walk begun) {
        if (collection.countDocuments(and(eq("state.by", begun.by().value()), ne("_id", id.value()))) >= MOST_OF_ONE) {
            throw Refusal.conflict(
                    "runs-too-many",
                    "You have begun " + MOST_OF_ONE + " runs within " + Walk.DAYS_KEPT
                            + " days; go on with one of them.");
        }
        Document document = new Document("_id", id.value())
                .append("version", 1L)
                .append("state", StateMapper.toDocument(begun))
                .append("commands", Commands.remembered(context));
        try {
            collection.insertOne(document);
            return begun;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            Document present = collection.find(eq("_id", id.value())).first();
            if (present == null || !Commands.isRepetition(present, context)) {
                throw Refusal.conflict("exists", "This run exists already; open it and go on instead.");
            }
            return walk(present);
        }
    }

    /** That of this actor; anybody else's is answered like one that does not exist, and so is one that is forgotten. */
    Walk get(RunId id, Actor actor, Instant now) {
        return walk(read(id, actor, now));
    }

    /** Changes it by compare-and-set; what changes nothing is not written. */
    Walk change(RunId id, CommandContext context, UnaryOperator<Walk> transition) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Document present = read(id, context.actor(), context.at());
            Walk before = walk(present);
            if (Commands.isRepetition(present, context)) {
                return before;
            }
            Walk after = transition.apply(before);
            if (after.equals(before) || replaces(present, after, context)) {
                return after;
            }
        }
        throw Refusal.unavailable("busy", "This run is answered from several places right now; try again.");
    }

    /** Those of a tree that may not be counted yet. */
    Map<RunId, Walk> uncounted(TreeId tree) {
        return read(and(eq("state.tree", tree.value()), eq("state.uncounted", true)));
    }

    /** Those not counted yet that are about to be forgotten. */
    Map<RunId, Walk> uncountedBefore(Instant now) {
        return read(and(lt("state.touched", StateMapper.text(oldest(now))), eq("state.uncounted", true)));
    }

    /** It is counted, unless it has gone on meanwhile. */
    void markCounted(RunId id, Walk counted) {
        collection.updateOne(
                and(
                        eq("_id", id.value()),
                        eq("state.touched", StateMapper.text(counted.touched())),
                        eq("state.at", counted.at().value())),
                Updates.combine(Updates.set("state.uncounted", false), Updates.inc("version", 1L)));
    }

    void forget(Instant now) {
        collection.deleteMany(lt("state.touched", StateMapper.text(oldest(now))));
    }

    private boolean replaces(Document present, Walk after, CommandContext context) {
        Document update = new Document("$set", new Document("state", StateMapper.toDocument(after)))
                .append("$inc", new Document("version", 1L));
        Document push = new Document();
        Commands.remember(push, context);
        if (!push.isEmpty()) {
            update.append("$push", push);
        }
        Bson unchanged = and(eq("_id", present.get("_id")), eq("version", present.get("version")));
        return collection.updateOne(unchanged, update).getModifiedCount() == 1;
    }

    private Document read(RunId id, Actor actor, Instant now) {
        Document found = collection.find(eq("_id", id.value())).first();
        if (found != null) {
            Walk walk = walk(found);
            if (walk.by().value().equals(actor.id()) && !walk.touched().isBefore(oldest(now))) {
                return found;
            }
        }
        throw Refusal.notFound("run", id.value());
    }

    private Map<RunId, Walk> read(Bson filter) {
        Map<RunId, Walk> found = new LinkedHashMap<>();
        collection.find(filter).forEach(document -> found.put(new RunId(document.getString("_id")), walk(document)));
        return found;
    }

    private static Instant oldest(Instant now) {
        return now.minus(Duration.ofDays(Walk.DAYS_KEPT));
    }

    private static Walk walk(Document document) {
        return StateMapper.fromDocument(Objects.requireNonNull(document.get("state", Document.class)), Walk.class);
    }
}
