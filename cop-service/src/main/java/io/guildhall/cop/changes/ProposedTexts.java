package io.guildhall.cop.changes;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.guildhall.cop.files.Files;
import io.guildhall.cop.pages.Content;
import io.guildhall.platform.aggregate.StateMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** The texts of proposed changes: too large for events, written before the proposal that they belong to. */
@Component
class ProposedTexts {

    /** Far longer than any answer takes. */
    private static final Duration LONGEST_HOLD = Duration.ofMinutes(1);

    private static final String HELD = "held";
    private static final String HELD_BY = "held.by";
    private static final String HELD_UNTIL = "held.until";

    private final MongoCollection<Document> texts;
    private final Files files;

    ProposedTexts(MongoDatabase database, Files files) {
        this.files = files;
        this.texts = database.getCollection("proposed_texts");
    }

    /**
     * What is written once stays, so that nobody is shown another text than the one that was proposed.
     *
     * @param before the text that it is to follow on
     */
    void write(ChangeId id, Content content, Supplier<String> before) {
        files.keepNamedIn(content.text(), before);
        texts.updateOne(
                Filters.eq("_id", id.value()),
                new Document(
                        "$setOnInsert",
                        new Document("title", content.title())
                                .append("summary", content.summary())
                                .append("text", content.text())),
                new UpdateOptions().upsert(true));
    }

    /**
     * Keeps others from answering a proposal while somebody does, until they {@link #release} it, or until they must have died.
     *
     * @param holder names this answer and no other
     * @return whether it is theirs
     */
    boolean hold(ChangeId id, String holder, Instant now) {
        Bson free = Filters.or(Filters.exists(HELD, false), Filters.lt(HELD_UNTIL, StateMapper.text(now)));
        Document held = new Document("by", holder).append("until", StateMapper.text(now.plus(LONGEST_HOLD)));
        return texts.updateOne(Filters.and(Filters.eq("_id", id.value()), free), Updates.set(HELD, held))
                        .getModifiedCount()
                == 1;
    }

    void release(ChangeId id, String holder) {
        texts.updateOne(Filters.and(Filters.eq("_id", id.value()), Filters.eq(HELD_BY, holder)), Updates.unset(HELD));
    }

    Content get(ChangeId id) {
        Document found = texts.find(Filters.eq("_id", id.value())).first();
        if (found == null) {
            throw new IllegalStateException("The text of the change " + id + " is not in the store");
        }
        return new Content(
                found.getString("title"),
                found.getString("summary"),
                Objects.requireNonNullElse(found.getString("text"), ""));
    }
}
