package io.guildhall.cop.folders;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import io.guildhall.cop.pages.Content;
import io.guildhall.cop.pages.Makes;
import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.pages.PlaybookPage.Purpose;
import java.util.Objects;
import java.util.Optional;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What a file said when it was brought in last, by its page. What the same file says next is compared with that: the page
 * itself may by then hold what others wrote.
 */
@Component
class BroughtFiles {

    /**
     * A file as it was brought in.
     *
     * @param own whether it was a file of the page, and not one from elsewhere; they do not follow on each other
     * @param revision that it named
     */
    record Brought(PageId page, boolean own, @Nullable Integer revision, Content content, Purpose purpose) {}

    private final MongoCollection<Document> files;

    BroughtFiles(MongoDatabase database) {
        this.files = database.getCollection("brought_files");
    }

    /** Served by {@code _id}. */
    Optional<Brought> find(PageId page, boolean own) {
        return Optional.ofNullable(files.find(Filters.eq("_id", key(page, own))).first())
                .map(found -> brought(page, own, found));
    }

    void remember(Brought brought) {
        String key = key(brought.page(), brought.own());
        Makes makes = brought.purpose().makes();
        files.replaceOne(
                Filters.eq("_id", key),
                new Document("_id", key)
                        .append("revision", brought.revision())
                        .append("title", brought.content().title())
                        .append("summary", brought.content().summary())
                        .append("text", brought.content().text())
                        .append("makes", makes == null ? null : makes.name())
                        .append("treats", brought.purpose().treats()),
                new ReplaceOptions().upsert(true));
    }

    private static String key(PageId page, boolean own) {
        return page + (own ? ":own" : ":elsewhere");
    }

    private static Brought brought(PageId page, boolean own, Document found) {
        String makes = found.getString("makes");
        return new Brought(
                page,
                own,
                found.getInteger("revision"),
                new Content(
                        found.getString("title"),
                        found.getString("summary"),
                        Objects.requireNonNullElse(found.getString("text"), "")),
                new Purpose(makes == null ? null : Makes.valueOf(makes), found.getList("treats", String.class)));
    }
}
