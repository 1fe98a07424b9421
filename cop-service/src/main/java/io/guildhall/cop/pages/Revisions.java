package io.guildhall.cop.pages;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import io.guildhall.cop.files.Files;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.StateMapper;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The texts of pages, every revision for good. They are too large for events, so a revision is written first, under a key of
 * its own, and the page then names that key: what a crash or a lost race leaves behind is named by nobody and never shown.
 */
@Component
public class Revisions {

    private final MongoCollection<Document> revisions;
    private final Files files;

    Revisions(MongoDatabase database, Files files) {
        this.files = files;
        this.revisions = database.getCollection("page_revisions");
        revisions.createIndex(
                Indexes.compoundIndex(Indexes.ascending("page"), Indexes.descending("number")),
                new IndexOptions().name("by_page"));
    }

    /**
     * Writes down what becomes a revision once its page names it.
     *
     * @throws Refusal 409 where it names files that are gone
     */
    Revision write(
            PageId page,
            int number,
            @Nullable String previous,
            Content content,
            PersonId by,
            Instant at,
            @Nullable String note) {
        files.keepNamedIn(
                content.text(),
                () -> previous == null ? "" : get(previous).content().text());
        return insert(page, number, previous, content, by, at, note);
    }

    /** Writes down the first text of what nobody writes here and now: there is nobody whom a refusal could tell. */
    Revision writeAsItCame(PageId page, Content content, PersonId by, Instant at) {
        files.keepNamedIn(content.text(), content::text);
        return insert(page, 1, null, content, by, at, null);
    }

    private Revision insert(
            PageId page,
            int number,
            @Nullable String previous,
            Content content,
            PersonId by,
            Instant at,
            @Nullable String note) {
        String key = page + ":" + number + ":" + UUID.randomUUID();
        revisions.insertOne(new Document("_id", key)
                .append("page", page.value())
                .append("number", number)
                .append("previous", previous)
                .append("title", content.title())
                .append("summary", content.summary())
                .append("text", content.text())
                .append("by", by.value())
                .append("at", StateMapper.text(at))
                .append("note", note));
        return new Revision(key, page, number, previous, content, by, at, note);
    }

    /** Takes back what no page came to name. */
    void drop(Revision revision) {
        revisions.deleteOne(Filters.eq("_id", revision.key()));
    }

    public Revision get(String key) {
        Document found = revisions.find(Filters.eq("_id", key)).first();
        if (found == null) {
            throw new IllegalStateException("The revision " + key + " is not in the store");
        }
        return revision(found);
    }

    /** Many at once, in no order; those that do not exist are left out. Served by {@code _id}. */
    public List<Revision> findAll(Collection<String> keys) {
        List<Revision> found = new ArrayList<>();
        revisions.find(Filters.in("_id", keys)).forEach(one -> found.add(revision(one)));
        return found;
    }

    /**
     * The revisions of a page without their texts, the newest first.
     *
     * @param newest the key that the page names
     */
    public List<Revision> of(PageId page, String newest) {
        List<Revision> chain = new ArrayList<>();
        String next = newest;
        Bson light = Projections.exclude("text");
        for (Document one : revisions
                .find(Filters.eq("page", page.value()))
                .projection(light)
                .sort(Sorts.descending("number"))) {
            if (one.getString("_id").equals(next)) {
                Revision revision = revision(one);
                chain.add(revision);
                next = revision.previous();
            }
        }
        return chain;
    }

    /** One of the revisions of a page, with its text. */
    public Optional<Revision> find(PageId page, String newest, int number) {
        return of(page, newest).stream()
                .filter(one -> one.number() == number)
                .findFirst()
                .map(one -> get(one.key()));
    }

    private static Revision revision(Document found) {
        return new Revision(
                found.getString("_id"),
                new PageId(found.getString("page")),
                found.getInteger("number"),
                found.getString("previous"),
                new Content(
                        found.getString("title"),
                        found.getString("summary"),
                        Objects.requireNonNullElse(found.getString("text"), "")),
                new PersonId(found.getString("by")),
                Instant.parse(found.getString("at")),
                found.getString("note"));
    }
}
