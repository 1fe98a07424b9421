package io.guildhall.feed.mail;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOptions;
import io.guildhall.feed.mail.Mailbox.Outgoing;
import io.guildhall.feed.mail.Mailbox.Refused;
import io.guildhall.feed.mail.Mailbox.Sent;
import io.guildhall.platform.aggregate.Index;
import io.guildhall.platform.aggregate.StateMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A document for each person: {@code {_id, version, off, keys, claim, outgoing, sent, last, refused, tested, invited, invitations}}. Whoever holds
 * the claim writes the mail; what is wanted is changed by compare-and-set on the version.
 */
@Component
class Mailboxes {

    /** Mails of as many moments are remembered; only those of the last days count. */
    private static final int MOST_SENT = 30;

    private static final List<Index> INDEXES =
            List.of(Index.on("by_last", "last.at"), Index.on("by_refused", "refused.at"), Index.on("by_asked", "on"));

    private final MongoCollection<Document> boxes;

    Mailboxes(MongoDatabase database) {
        this.boxes = database.getCollection("mailboxes");
        INDEXES.forEach(index -> boxes.createIndex(index.keys(), new IndexOptions().name(index.name())));
    }

    /** When the server last took a mail, whoever it was to; served by {@code by_last}. */
    @Nullable
    Instant lastSent() {
        Document newest = boxes.find(gt("last.at", ""))
                .sort(Sorts.descending("last.at"))
                .limit(1)
                .first();
        Sent last = newest == null ? null : mailbox(newest).last();
        return last == null ? null : last.at();
    }

    /** How many people the server takes nothing for; served by {@code by_refused}. */
    long countRefused() {
        return boxes.countDocuments(gt("refused.at", ""));
    }

    /** Those who have asked for a kind that comes only then; served by {@code by_asked}. */
    List<Mailbox> askedFor(MailKind kind) {
        List<Mailbox> found = new ArrayList<>();
        boxes.find(eq("on", kind.name())).forEach(document -> found.add(mailbox(document)));
        return found;
    }

    Mailbox of(String person) {
        Document found = boxes.find(eq("_id", person)).first();
        return found == null ? Mailbox.unknown(person) : mailbox(found);
    }

    Map<String, Mailbox> of(Collection<String> people) {
        Map<String, Mailbox> found = new HashMap<>();
        people.forEach(person -> found.put(person, Mailbox.unknown(person)));
        boxes.find(in("_id", people)).forEach(document -> found.put(document.getString("_id"), mailbox(document)));
        return found;
    }

    /** Lets one instance write to a person; false while another does. */
    boolean claim(String person, String worker, Instant now, Instant until) {
        Bson free = and(
                eq("_id", person),
                or(exists("claim", false), lt("claim.until", StateMapper.text(now)), eq("claim.by", worker)));
        return upserted(
                free,
                new Document(
                        "$set",
                        new Document("claim", new Document("by", worker).append("until", StateMapper.text(until)))));
    }

    void release(String person, String worker) {
        boxes.updateOne(held(person, worker), new Document("$unset", new Document("claim", "")));
    }

    /** Notes which mail is being sent; false when another instance has taken over. */
    boolean begin(String person, String worker, Outgoing outgoing) {
        Document set = new Document("outgoing", StateMapper.toDocument(outgoing));
        return boxes.updateOne(held(person, worker), new Document("$set", set)).getMatchedCount() == 1;
    }

    /** There is nothing left to send in the mail that was begun. */
    void drop(String person, String worker) {
        boxes.updateOne(held(person, worker), new Document("$unset", new Document("outgoing", "")));
    }

    /** The server has taken the mail that was begun. */
    void finish(String person, String worker, Sent sent) {
        boxes.updateOne(
                held(person, worker),
                taken().append("$set", new Document("last", StateMapper.toDocument(sent)))
                        .append("$push", new Document("sent", newest(sent))));
    }

    /** The same for an invitation, which does not count among the other mails of a day. */
    void finish(String person, String worker, Sent sent, List<Invited> invited) {
        boxes.updateOne(
                held(person, worker),
                taken().append(
                                "$set",
                                new Document("last", StateMapper.toDocument(sent))
                                        .append(
                                                "invited",
                                                invited.stream()
                                                        .map(StateMapper::toDocument)
                                                        .toList()))
                        .append("$push", new Document("invitations", newest(sent))));
    }

    private static Document newest(Sent sent) {
        return new Document("$each", List.of(StateMapper.text(sent.at()))).append("$slice", -MOST_SENT);
    }

    private static Document taken() {
        return new Document("$unset", new Document("outgoing", "").append("refused", ""));
    }

    /** The server takes nothing for them: the mail that was begun is given up. */
    void refuse(String person, Refused refused) {
        upserted(
                eq("_id", person),
                new Document("$unset", new Document("outgoing", ""))
                        .append("$set", new Document("refused", StateMapper.toDocument(refused))));
    }

    /** They have tried it, and it was taken. */
    void reached(String person) {
        boxes.updateOne(eq("_id", person), new Document("$unset", new Document("refused", "")));
    }

    /** Notes that they try it now; false when they have done so since a moment. */
    boolean test(String person, Instant now, Instant since) {
        return upserted(
                and(eq("_id", person), or(exists("tested", false), lt("tested", StateMapper.text(since)))),
                new Document("$set", new Document("tested", StateMapper.text(now))));
    }

    /**
     * Says what is not wanted from now on; false when it was said otherwise meanwhile. The links in mails of a kind that is
     * wanted again count no more.
     */
    boolean turnOff(Mailbox before, Set<MailKind> off) {
        Set<String> names = new TreeSet<>();
        off.forEach(kind -> names.add(kind.name()));
        List<String> asked = MailKind.ASKED_FOR.stream()
                .filter(kind -> !off.contains(kind))
                .map(MailKind::name)
                .toList();
        Document keys = new Document();
        before.off().stream().filter(kind -> !off.contains(kind)).forEach(kind -> keys.append("keys." + kind, ""));
        Document update = new Document(
                "$set",
                new Document("off", List.copyOf(names)).append("on", asked).append("version", before.version() + 1));
        if (!keys.isEmpty()) {
            update.append("$unset", keys);
        }
        Bson unchanged = before.version() == 0 ? exists("version", false) : eq("version", before.version());
        return upserted(and(eq("_id", before.person()), unchanged), update);
    }

    /** The key that the links of a kind are made with; null while there is none. */
    @Nullable
    String key(String person, MailKind kind) {
        Document found = boxes.find(eq("_id", person)).first();
        return found == null ? null : found.get("keys", new Document()).getString(kind.name());
    }

    /** Keeps a key where there is none. */
    void offerKey(String person, MailKind kind, String key) {
        String field = "keys." + kind;
        upserted(and(eq("_id", person), exists(field, false)), new Document("$set", new Document(field, key)));
    }

    private static Bson held(String person, String worker) {
        return and(eq("_id", person), eq("claim.by", worker));
    }

    /** Whether the condition held; a document that is not there meets it. */
    private boolean upserted(Bson condition, Document update) {
        try {
            boxes.updateOne(condition, update, new UpdateOptions().upsert(true));
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            return false;
        }
    }

    /** The part that is read as it was written. */
    private record Content(
            @Nullable Outgoing outgoing,
            @Nullable Sent last,
            @Nullable Refused refused,
            @Nullable Instant tested,
            @Nullable List<Invited> invited) {}

    private static Mailbox mailbox(Document document) {
        Content content = StateMapper.fromDocument(document, Content.class);
        Set<MailKind> off = new TreeSet<>();
        document.getList("off", String.class, List.of()).forEach(name -> off.add(MailKind.valueOf(name)));
        List<String> asked = document.getList("on", String.class, List.of());
        MailKind.ASKED_FOR.stream().filter(kind -> !asked.contains(kind.name())).forEach(off::add);
        return new Mailbox(
                document.getString("_id"),
                document.get("version", 0L),
                off,
                content.outgoing(),
                moments(document, "sent"),
                content.last(),
                content.refused(),
                content.tested(),
                Objects.requireNonNullElse(content.invited(), List.of()),
                moments(document, "invitations"));
    }

    private static List<Instant> moments(Document document, String field) {
        return document.getList(field, String.class, List.of()).stream()
                .map(Instant::parse)
                .toList();
    }
}
