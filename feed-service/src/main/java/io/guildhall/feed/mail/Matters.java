package io.guildhall.feed.mail;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.UpdateOptions;
import io.guildhall.platform.aggregate.Index;
import io.guildhall.platform.aggregate.StateMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalLong;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/**
 * What people are to be written to about, and how far the log was looked through for it. A document is the matter and
 * {@code done}; it is inserted once, and stays for a while after it was done, but for an invitation.
 */
@Component
class Matters {

    private static final String CURSOR = "cursor";

    private static final List<Index> INDEXES =
            List.of(Index.on("by_done", "done", "person"), Index.on("by_time", "at"));

    private final MongoCollection<Document> matters;
    private final MongoCollection<Document> cursors;

    Matters(MongoDatabase database) {
        this.matters = database.getCollection("mail_matters");
        this.cursors = database.getCollection("mail_cursor");
        INDEXES.forEach(index -> matters.createIndex(index.keys(), new IndexOptions().name(index.name())));
    }

    /** Adds what is not there yet. */
    void add(Collection<Matter> found) {
        if (found.isEmpty()) {
            return;
        }
        List<Document> documents = found.stream().map(Matters::document).toList();
        try {
            matters.insertMany(documents, new InsertManyOptions().ordered(false));
        } catch (MongoBulkWriteException e) {
            boolean present = e.getWriteConcernError() == null
                    && e.getWriteErrors().stream()
                            .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
            if (!present) {
                throw e;
            }
        }
    }

    private static Document document(Matter matter) {
        Document document = StateMapper.toDocument(matter);
        document.remove("id");
        return document.append("_id", matter.id()).append("done", false);
    }

    /** All that nobody has been written to about yet, the oldest first; served by {@code by_done}. */
    List<Matter> waiting() {
        return read(eq("done", false));
    }

    /** How many of them there are; served by {@code by_done}. */
    long countWaiting() {
        return matters.countDocuments(eq("done", false));
    }

    List<Matter> waitingFor(String person) {
        return read(and(eq("done", false), eq("person", person)));
    }

    /** Those of these that are not done. */
    List<Matter> open(Collection<String> ids) {
        return read(and(in("_id", ids), eq("done", false)));
    }

    private List<Matter> read(Bson filter) {
        List<Matter> found = new ArrayList<>();
        matters.find(filter)
                .forEach(document ->
                        found.add(StateMapper.fromDocument(document.append("id", document.get("_id")), Matter.class)));
        found.sort(Comparator.comparing(Matter::at).thenComparing(Matter::id));
        return found;
    }

    void done(Collection<String> ids) {
        if (!ids.isEmpty()) {
            // What a calendar was told is in the mailbox alone, and the same may have to be told once more.
            matters.deleteMany(and(in("_id", ids), eq("kind", MailKind.INVITATIONS.name())));
            matters.updateMany(in("_id", ids), new Document("$set", new Document("done", true)));
        }
    }

    void forget(Instant before) {
        matters.deleteMany(lt("at", StateMapper.text(before)));
    }

    /** The position of the log up to which everything was found; empty before the first time. */
    OptionalLong cursor() {
        Document found = cursors.find(eq("_id", CURSOR)).first();
        return found == null ? OptionalLong.empty() : OptionalLong.of(found.getLong("position"));
    }

    /** Begins at a position, unless another has begun. */
    void begin(long position) {
        cursors.updateOne(
                eq("_id", CURSOR),
                new Document("$setOnInsert", new Document("position", position)),
                new UpdateOptions().upsert(true));
    }

    /** Goes on from one position to another, unless another has. */
    void move(long from, long to) {
        cursors.updateOne(
                and(eq("_id", CURSOR), eq("position", from)), new Document("$set", new Document("position", to)));
    }
}
