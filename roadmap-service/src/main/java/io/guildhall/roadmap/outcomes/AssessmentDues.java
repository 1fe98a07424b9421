package io.guildhall.roadmap.outcomes;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import io.guildhall.platform.aggregate.StateMapper;
import io.guildhall.roadmap.shared.OutcomeId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * When each outcome has to be looked at again although nothing happens. It is kept apart from the assessment, because it
 * changes where the result does not. An instant too early only costs a look; so whoever assesses may bring one forward,
 * and only the sweep, having looked, puts one off. Every outcome is looked at once a day at least.
 */
@Component
class AssessmentDues {

    private static final int MOST_AT_ONCE = 100;

    private final MongoCollection<Document> dues;

    AssessmentDues(MongoDatabase database) {
        dues = database.getCollection("assessment_dues");
        dues.createIndex(Indexes.ascending("dueAt"), new IndexOptions().name("by_due"));
    }

    /** @param dueAt as it is stored; it tells whether anybody brought it forward meanwhile */
    record Due(OutcomeId outcome, String dueAt) {}

    /** Makes sure that the outcome is looked at at this instant or earlier. */
    void bringForward(OutcomeId outcome, Instant instant) {
        String wanted = StateMapper.text(instant);
        Document known = dues.find(eq("_id", outcome.value())).first();
        if (known == null) {
            try {
                dues.insertOne(new Document("_id", outcome.value()).append("dueAt", wanted));
                return;
            } catch (MongoWriteException e) {
                if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
            }
        } else if (known.getString("dueAt").compareTo(wanted) <= 0) {
            return;
        }
        dues.updateOne(
                and(eq("_id", outcome.value()), gt("dueAt", wanted)),
                new Document("$set", new Document("dueAt", wanted)));
    }

    /** Those whose instant has come; served by {@code by_due}. */
    List<Due> dueAt(Instant now) {
        List<Due> found = new ArrayList<>();
        dues.find(lte("dueAt", StateMapper.text(now)))
                .limit(MOST_AT_ONCE)
                .forEach(due -> found.add(new Due(new OutcomeId(due.getString("_id")), due.getString("dueAt"))));
        return found;
    }

    /** Puts off what was looked at; what was brought forward meanwhile stays. */
    void putOff(Due due, Instant next) {
        dues.updateOne(
                and(eq("_id", due.outcome().value()), eq("dueAt", due.dueAt())),
                new Document("$set", new Document("dueAt", StateMapper.text(next))));
    }
}
