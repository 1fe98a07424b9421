package io.guildhall.cop.gatherings;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import io.guildhall.cop.shared.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * Who says they will come, kept for the count alone: it is in no event, nobody is shown who it was, and it is forgotten once
 * the gathering is over.
 */
@Component
class Comings {

    private static final int DAYS_KEPT = 30;

    private final MongoCollection<Document> answers;

    Comings(MongoDatabase database) {
        this.answers = database.getCollection("gathering_comings");
        answers.createIndex(Indexes.ascending("gathering"), new IndexOptions().name("by_gathering"));
        answers.createIndex(Indexes.ascending("on"), new IndexOptions().name("by_day"));
    }

    /** @param day on which it takes place */
    void say(GatheringId gathering, PersonId person, boolean coming, LocalDate day, LocalDate today) {
        answers.updateOne(
                Filters.eq("_id", id(gathering, person)),
                new Document(
                        "$set",
                        new Document("gathering", gathering.value())
                                .append("on", day.toString())
                                .append("coming", coming)),
                new UpdateOptions().upsert(true));
        answers.deleteMany(Filters.lt("on", today.minusDays(DAYS_KEPT).toString()));
    }

    Optional<Boolean> of(GatheringId gathering, PersonId person) {
        return Optional.ofNullable(
                        answers.find(Filters.eq("_id", id(gathering, person))).first())
                .map(answer -> answer.getBoolean("coming"));
    }

    int count(GatheringId gathering) {
        return (int) answers.countDocuments(
                Filters.and(Filters.eq("gathering", gathering.value()), Filters.eq("coming", true)));
    }

    void forget(GatheringId gathering) {
        answers.deleteMany(Filters.in("gathering", List.of(gathering.value())));
    }

    private static String id(GatheringId gathering, PersonId person) {
        return gathering + "|" + person;
    }
}
