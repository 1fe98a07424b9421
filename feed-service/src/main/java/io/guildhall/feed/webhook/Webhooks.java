package io.guildhall.feed.webhook;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import io.guildhall.feed.webhook.Webhook.Progress;
import io.guildhall.feed.webhook.Webhook.Settings;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Commands;
import io.guildhall.platform.aggregate.Index;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Pages;
import io.guildhall.platform.aggregate.Query;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.StateMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The store of webhooks, and of who delivers to which. A document is {@code {_id, version, settings, progress, asked, claim,
 * commands}}: people change the settings by compare-and-set on the version, and whoever holds the claim writes the progress.
 */
@Component
class Webhooks {

    /** As many one sign-in may have. */
    static final int MOST = 20;

    private static final int ATTEMPTS = 20;
    private static final String NAME = "webhook";

    private static final List<Index> INDEXES = List.of(
            Index.on("by_time", "settings.created", "_id"),
            Index.on("by_owner", "settings.issuer", "settings.subject", "settings.created", "_id"),
            Index.on("by_state", "settings.state"));

    private static final Bson WITHOUT_COMMANDS = Projections.exclude("commands");

    private final MongoCollection<Document> collection;
    private final MongoCollection<Document> workers;

    Webhooks(MongoDatabase database) {
        collection = database.getCollection("webhooks");
        workers = database.getCollection("webhook_workers");
        INDEXES.forEach(index -> collection.createIndex(index.keys(), new IndexOptions().name(index.name())));
    }

    /**
     * A webhook and who delivers to it.
     *
     * @param worker null when nobody does
     */
    record Held(Webhook webhook, @Nullable String worker) {}

    /** Stores a new one; when the same command was carried out before, what became of it since. */
    Webhook create(String id, CommandContext context, Settings settings, long cursor) {
        Document document = new Document("_id", id)
                .append("version", 1L)
                .append("settings", StateMapper.toDocument(settings))
                .append("progress", StateMapper.toDocument(Progress.from(cursor)))
                .append("asked", 0L)
                .append("commands", Commands.remembered(context));
        try {
            collection.insertOne(document);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            Document present = read(id);
            if (!Commands.isRepetition(present, context)) {
                throw Refusal.conflict("exists", "This webhook exists already; open it and change it instead.");
            }
            return webhook(present);
        }
        refuseTooMany(id, settings);
        return webhook(document);
    }

    /** Counted also afterwards, so that of several at once no more than so many stay. */
    private void refuseTooMany(String id, Settings settings) {
        if (count(settings.issuer(), settings.subject()) > MOST) {
            collection.deleteOne(eq("_id", id));
            throw tooMany();
        }
    }

    /** Refuses one more than there may be, unless it is there already. */
    void refuseOneMore(String id, Actor owner) {
        if (count(owner.issuer(), owner.subject()) >= MOST && find(id).isEmpty()) {
            throw tooMany();
        }
    }

    /** Served by {@code by_owner}. */
    private long count(String issuer, String subject) {
        return collection.countDocuments(and(eq("settings.issuer", issuer), eq("settings.subject", subject)));
    }

    private static Refusal tooMany() {
        return Refusal.conflict(
                "too-many-webhooks", "You have " + MOST + " webhooks, and no more are kept; delete one first.");
    }

    Optional<Webhook> find(String id) {
        return Optional.ofNullable(collection
                        .find(eq("_id", id))
                        .projection(WITHOUT_COMMANDS)
                        .first())
                .map(Webhooks::webhook);
    }

    Webhook get(String id) {
        return find(id).orElseThrow(() -> Refusal.notFound(NAME, id));
    }

    /** The oldest first; those of one sign-in, or all. */
    Page<Webhook> page(@Nullable Actor owner, @Nullable String cursor, int limit) {
        Query query = owner == null
                ? new Query("by_time", new Document(), "settings.created", false, cursor, limit)
                : new Query(
                        "by_owner",
                        and(eq("settings.issuer", owner.issuer()), eq("settings.subject", owner.subject())),
                        "settings.created",
                        false,
                        cursor,
                        limit);
        return Pages.read(collection, query, "", WITHOUT_COMMANDS, Webhooks::webhook);
    }

    /** Those of everybody. */
    List<String> ids() {
        return collection
                .find()
                .projection(Projections.include("_id"))
                .map(document -> document.getString("_id"))
                .into(new ArrayList<>());
    }

    /** Changes the settings; what changes nothing is not written. */
    Webhook update(String id, CommandContext context, UnaryOperator<Settings> transition) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Document document = read(id);
            Webhook before = webhook(document);
            if (Commands.isRepetition(document, context)) {
                return before;
            }
            Commands.refuseStale(before.version(), context);
            Settings after = transition.apply(before.settings());
            if (after.equals(before.settings())) {
                return before;
            }
            Document set = new Document("version", before.version() + 1);
            StateMapper.toDocument(after).forEach((field, value) -> set.append("settings." + field, value));
            if (write(before, new Document("$set", set), context)) {
                return new Webhook(id, before.version() + 1, after, before.progress(), before.asked());
            }
        }
        throw Refusal.unavailable("busy", "Many people change this webhook right now; try again.");
    }

    /** Lets whoever delivers to it look for what waits, once for each command; the version stays. */
    boolean ask(String id, CommandContext context, Runnable before) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Document document = read(id);
            if (Commands.isRepetition(document, context)) {
                return false;
            }
            if (attempt == 0) {
                before.run();
            }
            if (write(webhook(document), new Document("$inc", new Document("asked", 1L)), context)) {
                return true;
            }
        }
        throw Refusal.unavailable("busy", "Many people change this webhook right now; try again.");
    }

    private boolean write(Webhook before, Document update, CommandContext context) {
        Document push = new Document();
        Commands.remember(push, context);
        if (!push.isEmpty()) {
            update.append("$push", push);
        }
        return collection
                        .updateOne(and(eq("_id", before.id()), eq("version", before.version())), update)
                        .getMatchedCount()
                == 1;
    }

    void delete(String id, CommandContext context) {
        Webhook before = get(id);
        Commands.refuseStale(before.version(), context);
        if (collection
                        .deleteOne(and(eq("_id", id), eq("version", before.version())))
                        .getDeletedCount()
                == 0) {
            throw Refusal.conflict("changed-meanwhile", "Somebody has changed it at this moment; look at it again.");
        }
    }

    /** All that something is sent to; served by {@code by_state}. */
    List<Held> active(Instant now) {
        List<Held> found = new ArrayList<>();
        collection
                .find(eq("settings.state", Webhook.State.ACTIVE.name()))
                .projection(WITHOUT_COMMANDS)
                .forEach(document -> {
                    Document claim = document.get("claim", new Document("by", null).append("until", ""));
                    boolean held = claim.getString("until").compareTo(StateMapper.text(now)) >= 0;
                    found.add(new Held(webhook(document), held ? claim.getString("by") : null));
                });
        return found;
    }

    /** All that nothing is sent to because it failed; served by {@code by_state}. */
    List<Webhook> disabled() {
        List<Webhook> found = new ArrayList<>();
        collection
                .find(eq("settings.state", Webhook.State.DISABLED.name()))
                .projection(WITHOUT_COMMANDS)
                .forEach(document -> found.add(webhook(document)));
        return found;
    }

    /** Takes one that nobody delivers to; false when another was faster. */
    boolean claim(String id, String worker, Instant now, Instant until) {
        Bson free = or(exists("claim", false), lt("claim.until", StateMapper.text(now)), eq("claim.by", worker));
        return collection
                        .updateOne(and(eq("_id", id), free), new Document("$set", claim(worker, until)))
                        .getMatchedCount()
                == 1;
    }

    /** Goes on holding them, unless another has taken them since. */
    void renew(Collection<String> ids, String worker, Instant until) {
        write(ids.stream()
                .map(id -> new UpdateOneModel<Document>(
                        and(eq("_id", id), eq("claim.by", worker)), new Document("$set", claim(worker, until))))
                .toList());
    }

    /** Lets another deliver to them at once. */
    void release(Collection<String> ids, String worker) {
        write(ids.stream()
                .map(id -> new UpdateOneModel<Document>(
                        and(eq("_id", id), eq("claim.by", worker)), new Document("$unset", new Document("claim", ""))))
                .toList());
    }

    /** Writes how far they are, unless another delivers to them now. */
    void save(Map<String, Progress> progress, String worker) {
        write(progress.entrySet().stream()
                .map(entry -> new UpdateOneModel<Document>(
                        and(eq("_id", entry.getKey()), eq("claim.by", worker)),
                        new Document("$set", new Document("progress", StateMapper.toDocument(entry.getValue())))))
                .toList());
    }

    private void write(List<UpdateOneModel<Document>> updates) {
        if (!updates.isEmpty()) {
            collection.bulkWrite(updates);
        }
    }

    private static Document claim(String worker, Instant until) {
        return new Document("claim", new Document("by", worker).append("until", StateMapper.text(until)));
    }

    /** Says that a worker lives; returns how many do. */
    int living(String worker, Instant now, Instant since) {
        workers.updateOne(
                eq("_id", worker),
                new Document("$set", new Document("heard", StateMapper.text(now))),
                new UpdateOptions().upsert(true));
        workers.deleteMany(lt("heard", StateMapper.text(since)));
        return (int) workers.countDocuments(gte("heard", StateMapper.text(since)));
    }

    void leave(String worker) {
        workers.deleteOne(eq("_id", worker));
    }

    private Document read(String id) {
        Document document = collection.find(eq("_id", id)).first();
        if (document == null) {
            throw Refusal.notFound(NAME, id);
        }
        return document;
    }

    private static Webhook webhook(Document document) {
        return new Webhook(
                document.getString("_id"),
                document.getLong("version"),
                StateMapper.fromDocument(document.get("settings", Document.class), Settings.class),
                StateMapper.fromDocument(document.get("progress", Document.class), Progress.class),
                document.getLong("asked"));
    }
}
