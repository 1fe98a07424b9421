package io.guildhall.feed.follow;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.ne;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.guildhall.feed.log.EventLog;
import io.guildhall.feed.log.Subjects;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/**
 * What each sign-in follows, whether or not it may see that now: one document, so that a question to the log costs no more
 * than one look by id before it.
 */
@Component
public class Follows {

    /** As many things one sign-in may follow. */
    static final int MOST = 200;

    /** What is followed with everything that belongs to it. */
    private static final Set<String> WITH_ALL_OF_IT = Set.of(Followable.UNIT.topic(), Followable.COMMUNITY.topic());

    private static final String FOLLOWED = "followed";

    private final MongoCollection<Document> collection;

    Follows(MongoDatabase database) {
        this.collection = database.getCollection("follows");
    }

    /** What a sign-in follows, as a condition of the log, which tells nobody what they may not see. */
    public EventLog.Followed of(String issuer, String subject) {
        Set<String> units = new HashSet<>();
        Set<String> subjects = new HashSet<>();
        keys(id(issuer, subject))
                .forEach(key -> (WITH_ALL_OF_IT.contains(key.topic()) ? units : subjects).add(key.id()));
        return new EventLog.Followed(units, subjects);
    }

    /** In the order in which it was followed. */
    List<Subjects.Key> keys(Actor actor) {
        return keys(id(actor.issuer(), actor.subject()));
    }

    private List<Subjects.Key> keys(String id) {
        Document found = collection.find(eq("_id", id)).first();
        return found == null
                ? List.of()
                : found.getList(FOLLOWED, Document.class).stream()
                        .map(key -> new Subjects.Key(key.getString("topic"), key.getString("id")))
                        .toList();
    }

    /** Once, however often it is said. */
    void add(Actor actor, Subjects.Key key) {
        String id = id(actor.issuer(), actor.subject());
        // What is not added was added by another at this moment, or would be one too many.
        for (List<Subjects.Key> present = keys(id); !present.contains(key); present = keys(id)) {
            if (present.size() >= MOST) {
                throw Refusal.conflict(
                        "follows-too-many",
                        "You follow " + MOST
                                + " things, and no more are kept; unfollow one that is over, then try again.");
            }
            push(id, document(key));
        }
    }

    private void push(String id, Document key) {
        Bson isNewAndFits = and(eq("_id", id), ne(FOLLOWED, key), exists(FOLLOWED + "." + (MOST - 1), false));
        try {
            collection.updateOne(isNewAndFits, Updates.push(FOLLOWED, key), new UpdateOptions().upsert(true));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    void remove(Actor actor, Subjects.Key key) {
        collection.updateOne(eq("_id", id(actor.issuer(), actor.subject())), Updates.pull(FOLLOWED, document(key)));
    }

    private static Document document(Subjects.Key key) {
        return new Document("topic", key.topic()).append("id", key.id());
    }

    private static String id(String issuer, String subject) {
        return CommandContext.derivedId("follows", issuer, subject);
    }
}
