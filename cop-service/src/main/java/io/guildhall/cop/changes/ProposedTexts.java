package io.guildhall.cop.changes;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import io.guildhall.cop.files.Files;
import io.guildhall.cop.pages.Content;
import java.util.Objects;
import java.util.function.Supplier;
import org.bson.Document;
import org.springframework.stereotype.Component;

/** The texts of proposed changes: too large for events, written before the proposal that they belong to. */
@Component
class ProposedTexts {

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
