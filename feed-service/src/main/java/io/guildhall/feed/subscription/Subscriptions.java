package io.guildhall.feed.subscription;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.IndexOptions;
import io.guildhall.platform.aggregate.Index;
import io.guildhall.platform.aggregate.StateMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** All subscriptions, each under the hash of its token. */
@Component
public class Subscriptions {

    private static final Duration USE_IS_NOTED = Duration.ofMinutes(1);
    private static final int LONGEST_PROGRAM = 200;

    private static final Index BY_OWNER = Index.on("by_owner", "issuer", "subject", "-created");

    private final MongoCollection<Document> subscriptions;
    private final MongoCollection<Document> keys;

    Subscriptions(MongoDatabase database) {
        this.subscriptions = database.getCollection("subscriptions");
        this.keys = database.getCollection("subscription_keys");
        subscriptions.createIndex(BY_OWNER.keys(), new IndexOptions().name(BY_OWNER.name()));
    }

    /** Whom a token was given to, unless it was revoked. */
    public Optional<Subscription> find(Token token) {
        return Optional.ofNullable(subscriptions.find(eq("_id", token.hash())).first())
                .map(Subscriptions::subscription);
    }

    public Optional<Subscription> find(String id, Owner owner) {
        return Optional.ofNullable(
                        subscriptions.find(and(eq("_id", id), ownedBy(owner))).first())
                .map(Subscriptions::subscription);
    }

    /** What an owner has, the newest first; they are few. */
    public List<Subscription> of(Owner owner) {
        List<Subscription> found = new ArrayList<>();
        subscriptions
                .find(ownedBy(owner))
                .hintString(BY_OWNER.name())
                .sort(new Document("created", -1))
                .forEach(document -> found.add(subscription(document)));
        return found;
    }

    /** From now on its address is nobody's; returns whether the owner had it. */
    public boolean revoke(String id, Owner owner) {
        return subscriptions.deleteOne(and(eq("_id", id), ownedBy(owner))).getDeletedCount() == 1;
    }

    /** Notes that a program has read it, once a minute at most. */
    public void used(Subscription subscription, @Nullable String program, Instant now) {
        Instant late = now.minus(USE_IS_NOTED);
        if (subscription.lastUsed() == null || subscription.lastUsed().isBefore(late)) {
            Document use = new Document("lastUsed", StateMapper.text(now))
                    .append(
                            "lastUsedBy",
                            program == null || program.length() <= LONGEST_PROGRAM
                                    ? program
                                    : program.substring(0, LONGEST_PROGRAM));
            subscriptions.updateOne(
                    and(eq("_id", subscription.id()), or(eq("lastUsed", null), lt("lastUsed", StateMapper.text(late)))),
                    new Document("$set", use));
        }
    }

    /**
     * How much a kind of subscription is used.
     *
     * @param lastUsed when a program has read one of them, to the minute; null while none has
     */
    public record Use(Kind kind, long count, @Nullable Instant lastUsed) {}

    /** How many there are of each kind, whoever has them. */
    public List<Use> uses() {
        List<Use> found = new ArrayList<>();
        subscriptions
                .aggregate(List.of(Aggregates.group(
                        "$kind", Accumulators.sum("count", 1L), Accumulators.max("lastUsed", "$lastUsed"))))
                .forEach(kind -> found.add(use(kind)));
        found.sort(Comparator.comparing(Use::kind));
        return found;
    }

    private static Use use(Document kind) {
        String used = kind.getString("lastUsed");
        return new Use(
                Kind.valueOf(kind.getString("_id")),
                kind.get("count", Number.class).longValue(),
                used == null ? null : Instant.parse(used));
    }

    void add(Subscription made) {
        subscriptions.insertOne(new Document("_id", made.id())
                .append("issuer", made.owner().issuer())
                .append("subject", made.owner().subject())
                .append("kind", made.kind().name())
                .append("name", made.name())
                .append("about", made.about() == null ? null : made.about().name())
                .append("unit", made.unit())
                .append("created", StateMapper.text(made.created())));
    }

    /** The digest of what was asked for under a key; empty where nothing was. */
    Optional<String> askedUnder(String key) {
        return Optional.ofNullable(keys.find(eq("_id", key)).first()).map(asked -> asked.getString("digest"));
    }

    /** Remembers what is asked for under a key; returns what was before, empty where nothing was. */
    Optional<String> claim(String key, String digest) {
        try {
            keys.insertOne(new Document("_id", key).append("digest", digest));
            return Optional.empty();
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return askedUnder(key);
        }
    }

    private static Bson ownedBy(Owner owner) {
        return and(eq("issuer", owner.issuer()), eq("subject", owner.subject()));
    }

    private static Subscription subscription(Document document) {
        String about = document.getString("about");
        String used = document.getString("lastUsed");
        return new Subscription(
                document.getString("_id"),
                new Owner(document.getString("issuer"), document.getString("subject")),
                Kind.valueOf(document.getString("kind")),
                document.getString("name"),
                about == null ? null : Interest.valueOf(about),
                document.getString("unit"),
                Instant.parse(document.getString("created")),
                used == null ? null : Instant.parse(used),
                document.getString("lastUsedBy"));
    }
}
