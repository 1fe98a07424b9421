package io.guildhall.feed.publication;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import io.guildhall.feed.log.LogTail;
import io.guildhall.feed.log.Placed;
import io.guildhall.feed.log.Stretch;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.StateMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How far the log is published: one document, moved by compare-and-set over what has been published, or may not be.
 *
 * <p>Whom an entry may be told is asked of the store when it is about to be published, and of nothing that an instance may
 * not know yet.
 */
@Component
public class Publication {

    private static final String ID = "public-topics";
    private static final int STEP = 100;

    private final MongoCollection<Document> places;
    private final LogTail log;
    private final PublicationProperties properties;
    private final Clock clock;
    private volatile @Nullable String waits;

    public Publication(MongoDatabase database, LogTail log, PublicationProperties properties, Clock clock) {
        this.places = database.getCollection("publication");
        this.log = log;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * How far it is.
     *
     * @param position everything up to it is done
     * @param by the instance that moved it there; null when that has left
     * @param at when it was moved there; null while it never was
     */
    public record Place(
            long position, @Nullable String by, @Nullable Instant at) {}

    public PublicationState state() {
        Place place = place();
        long behind = properties.enabled() ? Math.max(0, end() - place.position()) : 0;
        return new PublicationState(properties.enabled(), behind, place.at(), waits);
    }

    /** @param why nothing is published here for now; null when it goes on */
    public void waits(@Nullable String why) {
        waits = why;
    }

    /** Why nothing is published here for now; null when it goes on. */
    public @Nullable String waits() {
        return waits;
    }

    public Place place() {
        Document found = places.find(Filters.eq("_id", ID)).first();
        if (found == null) {
            return begin();
        }
        String at = found.getString("at");
        return new Place(found.getLong("position"), found.getString("by"), at == null ? null : Instant.parse(at));
    }

    private Place begin() {
        try {
            places.insertOne(new Document("_id", ID).append("position", 0L).append("by", null));
            return new Place(0, null, null);
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return place();
            }
            throw e;
        }
    }

    /** The position of the newest entry that this instance knows. */
    public long end() {
        return log.end();
    }

    /** @param listener is told that the log has grown; it must not wait */
    public void whenAdded(Runnable listener) {
        log.whenAdded(listener);
    }

    /** What may be published next: that of the following entries which the whole organization may see now. */
    public Stretch next(long position) {
        Stretch found = log.read(position, STEP);
        List<Placed> forEverybody = found.entries().stream()
                .filter(entry -> entry.audience().visibility() == Visibility.ORGANIZATION)
                .map(entry -> entry.cause() == null || log.isForEverybody(entry.cause()) ? entry : entry.withoutCause())
                .toList();
        return new Stretch(found.after(), forEverybody, found.until());
    }

    /** Everything between two positions is done; whoever finds that another has moved on leaves it there. */
    public void move(long from, long to, String by) {
        places.updateOne(
                Filters.and(Filters.eq("_id", ID), Filters.eq("position", from)),
                Updates.combine(
                        Updates.set("position", to),
                        Updates.set("by", by),
                        Updates.set("at", StateMapper.text(clock.instant()))));
    }

    /** Lets others go on at once. */
    public void leave(String by) {
        places.updateOne(Filters.and(Filters.eq("_id", ID), Filters.eq("by", by)), Updates.set("by", null));
    }
}
