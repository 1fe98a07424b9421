package io.guildhall.cop.coaching;

import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * Which questions people do not want to see again. It is a setting of their own: in no event, without a date, and read for
 * nobody but themselves.
 */
@Component
class Dismissals {

    private final MongoCollection<Document> collection;

    Dismissals(MongoDatabase database) {
        this.collection = database.getCollection("coaching_dismissals");
    }

    boolean has(String person, String question) {
        return collection.find(eq("_id", id(person, question))).first() != null;
    }

    void add(String person, String question) {
        try {
            collection.insertOne(new Document("_id", id(person, question)));
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        }
    }

    private static String id(String person, String question) {
        return person + "/" + question;
    }
}
