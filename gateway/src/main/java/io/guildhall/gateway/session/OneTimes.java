package io.guildhall.gateway.session;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.Indexes;
import com.mongodb.client.result.DeleteResult;
import com.mongodb.reactivestreams.client.MongoCollection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bson.Document;
import reactor.core.publisher.Mono;

/** Things to be picked up once, soon and only by the browser they were left for: a sign-in or sign-out that is under way. */
public final class OneTimes {

    private final MongoCollection<Document> documents;
    private final Clock clock;

    OneTimes(MongoCollection<Document> documents, Clock clock) {
        this.documents = documents;
        this.clock = clock;
    }

    Mono<Void> createIndexes() {
        return Mono.from(documents.createIndex(Indexes.ascending("expiresAt"))).then();
    }

    /**
     * Leaves something.
     *
     * @param name secret that finds it
     * @param browser secret that the browser keeps
     */
    public Mono<Void> leave(String name, String browser, Document content, Duration life) {
        Document document = new Document("_id", Secrets.digest(name))
                .append("browser", Secrets.digest(browser))
                .append("expiresAt", Date.from(clock.instant().plus(life)))
                .append("content", content);
        return Mono.from(documents.insertOne(document)).then();
    }

    /** Takes it away; empty when it is gone, too old or another browser's. */
    public Mono<Document> take(String name, String browser) {
        return Mono.from(documents.findOneAndDelete(and(
                        eq(Secrets.digest(name)),
                        eq("browser", Secrets.digest(browser)),
                        gt("expiresAt", Date.from(clock.instant())))))
                .mapNotNull(document -> document.get("content", Document.class));
    }

    Mono<Long> sweep() {
        Instant now = clock.instant();
        return Mono.from(documents.deleteMany(lt("expiresAt", Date.from(now)))).map(DeleteResult::getDeletedCount);
    }
}
