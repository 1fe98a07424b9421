package io.guildhall.feed.log;

import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Actor;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whatever the log has told of, as it is called now and for those who may see it now. */
@Component
public class Subjects {

    private final MongoCollection<Document> subjects;
    private final Access access;

    Subjects(MongoDatabase database, Access access) {
        this.subjects = database.getCollection("log_subjects");
        this.access = access;
    }

    /** A subject by the topic, without the installation's prefix, and the id that it has there. */
    public record Key(String topic, String id) {

        String text() {
            return topic + "/" + id;
        }
    }

    /** The titles, null where one has none, of those that there are and that this actor may see. */
    public Map<Key, @Nullable String> seen(Collection<Key> keys, Actor actor) {
        Map<Key, @Nullable String> titles = new HashMap<>();
        for (Document subject :
                subjects.find(in("_id", keys.stream().map(Key::text).distinct().toList()))) {
            if (sees(actor, subject.get("audience", Document.class))) {
                titles.put(
                        new Key(subject.getString("topic"), subject.getString("subject")), subject.getString("title"));
            }
        }
        return titles;
    }

    boolean sees(Actor actor, Document audience) {
        return access.sees(
                actor,
                Visibility.valueOf(audience.getString("visibility")),
                audience.getList("scopes", String.class),
                audience.getString("owner"));
    }
}
