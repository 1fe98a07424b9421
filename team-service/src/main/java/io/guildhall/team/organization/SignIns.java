package io.guildhall.team.organization;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import io.guildhall.platform.aggregate.Refusal;
import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whose a sign-in is. It is claimed here before it is linked, because two people who share one would each be taken for the
 * other. A claim that a crash left without its link gives way after a minute.
 */
@Component
class SignIns {

    private static final Duration ORPHANED = Duration.ofMinutes(1);
    private static final String PERSON = "person";

    private final MongoCollection<Document> claims;
    private final People people;

    SignIns(MongoDatabase database, People people) {
        this.claims = database.getCollection("sign_ins");
        this.people = people;
    }

    /** @throws Refusal 409 when it is somebody else's */
    void claim(Person.Link link, String person, Instant at) {
        Document claim = new Document("_id", id(link)).append(PERSON, person).append("at", at.toEpochMilli());
        try {
            claims.insertOne(claim);
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
            takeOver(link, claim, claims.find(Filters.eq("_id", id(link))).first());
        }
    }

    /** What was unlinked is free for whom it really belongs to. */
    void release(Person.Link link, String person) {
        claims.deleteOne(Filters.and(Filters.eq("_id", id(link)), Filters.eq(PERSON, person)));
    }

    private void takeOver(Person.Link link, Document claim, @Nullable Document known) {
        if (known != null && claim.getString(PERSON).equals(known.getString(PERSON))) {
            return;
        }
        if (known == null || !orphaned(link, claim, known) || !replaced(known, claim)) {
            throw Refusal.conflict(
                    "sign-in-taken",
                    "The sign-in '" + link.subject() + "' belongs to somebody else; unlink it there first.");
        }
    }

    private boolean orphaned(Person.Link link, Document claim, Document known) {
        return claim.getLong("at") - known.getLong("at") > ORPHANED.toMillis() && !linked(link, known);
    }

    /** Only if nobody else was quicker. */
    private boolean replaced(Document known, Document claim) {
        return claims.replaceOne(unchanged(known), claim).getMatchedCount() > 0;
    }

    private boolean linked(Person.Link link, Document known) {
        return people.find(known.getString(PERSON))
                .filter(found -> found.state().links().contains(link))
                .isPresent();
    }

    private static Bson unchanged(Document known) {
        return Filters.and(
                Filters.eq("_id", known.getString("_id")),
                Filters.eq(PERSON, known.getString(PERSON)),
                Filters.eq("at", known.getLong("at")));
    }

    private static String id(Person.Link link) {
        return link.issuer() + "\u0000" + link.subject();
    }
}
