package io.guildhall.cop.ideas;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import io.guildhall.cop.shared.PersonId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.springframework.stereotype.Component;

/**
 * Who supports an idea, kept so that everybody counts once: it is in no event, nobody is shown who it was, and it is forgotten
 * once the idea is decided. The count stays.
 */
@Component
public class Supports {

    private static final String PEOPLE = "people";
    private static final String COUNT = "count";

    private final MongoCollection<Document> supports;

    Supports(MongoDatabase database) {
        this.supports = database.getCollection("idea_supports");
    }

    /**
     * What is known of one idea's support.
     *
     * @param theirs whether the one who asks supports it
     */
    record Support(int count, boolean theirs) {

        static final Support NONE = new Support(0, false);
    }

    void give(IdeaId idea, PersonId person) {
        supports.updateOne(
                Filters.eq("_id", idea.value()),
                Updates.setOnInsert(new Document(PEOPLE, List.of()).append(COUNT, 0)),
                new UpdateOptions().upsert(true));
        supports.updateOne(
                Filters.and(Filters.eq("_id", idea.value()), Filters.ne(PEOPLE, person.value())),
                Updates.combine(Updates.push(PEOPLE, person.value()), Updates.inc(COUNT, 1)));
    }

    void takeBack(IdeaId idea, PersonId person) {
        supports.updateOne(
                Filters.and(Filters.eq("_id", idea.value()), Filters.eq(PEOPLE, person.value())),
                Updates.combine(Updates.pull(PEOPLE, person.value()), Updates.inc(COUNT, -1)));
    }

    /** Of many at once; those that nobody supports are left out. */
    Map<String, Support> of(Collection<String> ideas, String person) {
        Map<String, Support> found = new HashMap<>();
        supports.find(Filters.in("_id", ideas))
                .forEach(one -> found.put(
                        one.getString("_id"),
                        new Support(
                                one.getInteger(COUNT, 0),
                                one.getList(PEOPLE, String.class, List.of()).contains(person))));
        return found;
    }

    /** Once nobody can support it any more. */
    public void forgetWho(IdeaId idea) {
        supports.updateOne(Filters.eq("_id", idea.value()), Updates.set(PEOPLE, List.of()));
    }
}
