package io.guildhall.cop.trees;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.StateMapper;
import java.util.Objects;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The tallies, one document for each tree, changed by compare-and-set; a run that is added twice counts once. */
@Component
class Tallies {

    private static final int ATTEMPTS = 50;

    private final MongoCollection<Document> collection;

    Tallies(MongoDatabase database) {
        this.collection = database.getCollection("tree_tallies");
    }

    Tally get(TreeId tree) {
        return tally(read(tree));
    }

    void add(TreeId tree, RunId run, End end) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Document present = read(tree);
            Tally before = tally(present);
            Tally after = before.with(run, end);
            if (after.equals(before) || write(tree, present, after)) {
                return;
            }
        }
        throw Refusal.unavailable("busy", "Many people run this tree right now; try again.");
    }

    private boolean write(TreeId tree, @Nullable Document present, Tally after) {
        if (present == null) {
            try {
                collection.insertOne(new Document("_id", tree.value())
                        .append("version", 1L)
                        .append("state", StateMapper.toDocument(after)));
                return true;
            } catch (MongoWriteException e) {
                if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                    throw e;
                }
                return false;
            }
        }
        return collection
                        .updateOne(
                                and(eq("_id", tree.value()), eq("version", present.get("version"))),
                                Updates.combine(
                                        Updates.set("state", StateMapper.toDocument(after)),
                                        Updates.inc("version", 1L)))
                        .getModifiedCount()
                == 1;
    }

    private @Nullable Document read(TreeId tree) {
        return collection.find(eq("_id", tree.value())).first();
    }

    private static Tally tally(@Nullable Document document) {
        return document == null
                ? Tally.EMPTY
                : StateMapper.fromDocument(Objects.requireNonNull(document.get("state", Document.class)), Tally.class);
    }
}
