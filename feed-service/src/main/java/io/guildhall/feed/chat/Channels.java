package io.guildhall.feed.chat;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Projections;
import io.guildhall.feed.chat.Channel.Progress;
import io.guildhall.feed.chat.Channel.Settings;
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
import java.util.List;
import java.util.function.UnaryOperator;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The store of channels. A document is {@code {_id, version, settings, progress, claim, commands}}: people change the
 * settings by compare-and-set on the version, and whoever holds the claim writes the progress.
 */
@Component
class Channels {

    /** As many one sign-in may have. */
    static final int MOST = 20;

    private static final int ATTEMPTS = 20;
    private static final String NAME = "channel";

    private static final List<Index> INDEXES = List.of(
            Index.on("by_time", "settings.created", "_id"),
            Index.on("by_owner", "settings.issuer", "settings.subject", "settings.created", "_id"),
            Index.on("by_state", "settings.state"));

    private static final Bson WITHOUT_COMMANDS = Projections.exclude("commands");

    private final MongoCollection<Document> collection;

    Channels(MongoDatabase database) {
        collection = database.getCollection("channels");
        INDEXES.forEach(index -> collection.createIndex(index.keys(), new IndexOptions().name(index.name())));
    }

    /** Stores a new one; when the same command was carried out before, what became of it since. */
    Channel create(String id, CommandContext context, Settings settings, long cursor) {
        Document document = new Document("_id", id)
                .append("version", 1L)
                .append("settings", StateMapper.toDocument(settings))
                .append("progress", StateMapper.toDocument(Progress.from(cursor)))
                .append("commands", Commands.remembered(context));
        try {
            collection.insertOne(document);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            Document present = read(id);
            if (!Commands.isRepetition(present, context)) {
                throw Refusal.conflict("exists", "This channel exists already; open it and change it instead.");
            }
            return channel(present);
        }
        refuseTooMany(id, settings);
        return channel(document);
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
        if (count(owner.issuer(), owner.subject()) >= MOST && collection.countDocuments(eq("_id", id)) == 0) {
            throw tooMany();
        }
    }

    /** Served by {@code by_owner}. */
    private long count(String issuer, String subject) {
        return collection.countDocuments(and(eq("settings.issuer", issuer), eq("settings.subject", subject)));
    }

    private static Refusal tooMany() {
        return Refusal.conflict(
                "too-many-channels", "You have " + MOST + " channels, and no more are kept; delete one first.");
    }

    Channel get(String id) {
        return channel(read(id));
    }

    /** The oldest first; those of one sign-in, or all. */
    Page<Channel> page(@Nullable Actor owner, @Nullable String cursor, int limit) {
        Query query = owner == null
                ? new Query("by_time", new Document(), "settings.created", false, cursor, limit)
                : new Query(
                        "by_owner",
                        and(eq("settings.issuer", owner.issuer()), eq("settings.subject", owner.subject())),
                        "settings.created",
                        false,
                        cursor,
                        limit);
        return Pages.read(collection, query, "", WITHOUT_COMMANDS, Channels::channel);
    }

    /** Changes the settings; what changes nothing is not written. */
    Channel update(String id, CommandContext context, UnaryOperator<Settings> transition) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Document document = read(id);
            Channel before = channel(document);
            if (Commands.isRepetition(document, context)) {
                return before;
            }
            Commands.refuseStale(before.version(), context);
            Settings after = transition.apply(before.settings());
            if (after.equals(before.settings())) {
                return before;
            }
            if (write(before, after, context)) {
                return get(id);
            }
        }
        throw Refusal.unavailable("busy", "Many people change this channel right now; try again.");
    }

    private boolean write(Channel before, Settings after, CommandContext context) {
        Document set = new Document("version", before.version() + 1).append("settings", StateMapper.toDocument(after));
        if (after.startsAfresh(before.settings())) {
            set.append("progress.failures", 0)
                    .append("progress.failingSince", null)
                    .append("progress.next", null);
        }
        Document update = new Document("$set", set);
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
        Channel before = get(id);
        Commands.refuseStale(before.version(), context);
        if (collection
                        .deleteOne(and(eq("_id", id), eq("version", before.version())))
                        .getDeletedCount()
                == 0) {
            throw Refusal.conflict("changed-meanwhile", "Somebody has changed it at this moment; look at it again.");
        }
    }

    /** All that something is told to; served by {@code by_state}. */
    List<Channel> active() {
        return collection
                .find(eq("settings.state", Channel.State.ACTIVE.name()))
                .projection(WITHOUT_COMMANDS)
                .map(Channels::channel)
                .into(new ArrayList<>());
    }

    /** Takes one to tell it something; false when another is at it, or something of it has changed. */
    boolean claim(Channel seen, String worker, Instant now, Instant until) {
        Bson free = or(exists("claim", false), lt("claim.until", StateMapper.text(now)));
        return collection
                        .updateOne(
                                and(asSeen(seen), free),
                                new Document(
                                        "$set",
                                        new Document(
                                                "claim",
                                                new Document("by", worker).append("until", StateMapper.text(until)))))
                        .getMatchedCount()
                == 1;
    }

    private static Bson asSeen(Channel seen) {
        return and(
                eq("_id", seen.id()),
                eq("version", seen.version()),
                eq("progress.cursor", seen.progress().cursor()),
                eq("progress.failures", seen.progress().failures()));
    }

    /** Writes what became of it and lets it go, unless another has taken it since. */
    void settle(Channel seen, String worker, Progress progress) {
        collection.updateOne(
                held(seen, worker),
                new Document("$set", new Document("progress", StateMapper.toDocument(progress)))
                        .append("$unset", new Document("claim", "")));
    }

    /** The same for a failure, which says nothing of what has been set since. */
    void settleFailed(Channel seen, String worker, Progress progress) {
        collection.updateOne(
                and(held(seen, worker), eq("version", seen.version())),
                new Document("$set", new Document("progress", StateMapper.toDocument(progress))));
        collection.updateOne(held(seen, worker), new Document("$unset", new Document("claim", "")));
    }

    private static Bson held(Channel seen, String worker) {
        return and(eq("_id", seen.id()), eq("claim.by", worker));
    }

    /** Moves it over what it does not want, unless somebody is at it. */
    void pass(Channel seen, long position) {
        collection.updateOne(
                and(asSeen(seen), exists("claim", false)),
                new Document(
                        "$set",
                        new Document("progress.cursor", position)
                                .append("progress.failures", 0)
                                .append("progress.failingSince", null)));
    }

    private Document read(String id) {
        Document document = collection.find(eq("_id", id)).first();
        if (document == null) {
            throw Refusal.notFound(NAME, id);
        }
        return document;
    }

    private static Channel channel(Document document) {
        return new Channel(
                document.getString("_id"),
                document.getLong("version"),
                StateMapper.fromDocument(document.get("settings", Document.class), Settings.class),
                StateMapper.fromDocument(document.get("progress", Document.class), Progress.class));
    }
}
