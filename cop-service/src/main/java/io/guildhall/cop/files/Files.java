package io.guildhall.cop.files;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Index;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.StateMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;

/**
 * The files of all communities. A content is written first, in parts under a key that nobody else has, and then named by its
 * file; what a crash leaves between the two is known as an arrival, and swept.
 */
@Component
public class Files {

    private static final String BY_COMMUNITY = "by_community";
    private static final String BY_KEPT = "by_kept";
    private static final String BY_TIME = "by_time";

    /** Bytes of a part. */
    private static final int PART = 1 << 20;

    private static final int MOST_TOLD = 5;

    private static final Pattern NAMED = Pattern.compile(
            Pattern.quote(SharedFile.PATH) + "([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})");

    /** What the files of a community are together. */
    record Sum(long files, long bytes) {}

    private final MongoCollection<Document> files;
    private final MongoCollection<Document> parts;
    private final MongoCollection<Document> arrivals;
    private final Communities communities;

    Files(MongoDatabase database, Communities communities) {
        this.files = database.getCollection("files");
        this.parts = database.getCollection("file_parts");
        this.arrivals = database.getCollection("file_arrivals");
        this.communities = communities;
        index(files, Index.on(BY_COMMUNITY, "community"));
        index(files, Index.on(BY_KEPT, "kept", "at"));
        index(arrivals, Index.on(BY_TIME, "at"));
    }

    private static void index(MongoCollection<Document> collection, Index index) {
        collection.createIndex(index.keys(), new IndexOptions().name(index.name()));
    }

    /** What this actor may see: the files of the communities they see. */
    public SharedFile get(FileId id, Actor actor) {
        return find(id).filter(file -> communities.isSeenBy(actor, file.community()))
                .orElseThrow(() -> Refusal.notFound("file", id.value()));
    }

    /** Many at once, in no order; those that do not exist or that the actor may not see are left out. */
    public List<SharedFile> findAll(Collection<FileId> ids, Actor actor) {
        return files.find(in("_id", ids.stream().map(FileId::value).toList())).into(new ArrayList<>()).stream()
                .map(Files::file)
                .filter(file -> communities.isSeenBy(actor, file.community()))
                .toList();
    }

    /** All of a community, in no order. */
    public List<SharedFile> of(CommunityId community, Actor actor) {
        communities.get(community, actor);
        return files.find(eq("community", community.value())).map(Files::file).into(new ArrayList<>());
    }

    /** The content, read part by part. */
    public InputStream open(SharedFile file) {
        return new Parts(file);
    }

    /** The files that a text names, whether in Markdown, in HTML or as plain words. */
    public static Set<FileId> namedIn(String text) {
        return NAMED.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(path -> new FileId(path.substring(SharedFile.PATH.length())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Keeps for good what a text names; said before the text is written, so that no text ever names what is removed.
     *
     * @param before the text that it follows on: what that one names stays named, whatever has become of it
     * @throws Refusal 409 when it names what has been removed, because no text had named it for too long
     */
    public void keepNamedIn(String text, Supplier<String> before) {
        Set<String> named = idsIn(text);
        if (named.isEmpty()) {
            return;
        }
        files.updateMany(and(in("_id", named), eq("kept", false)), Updates.set("kept", true));
        Set<String> gone = new LinkedHashSet<>(named);
        for (Document there : files.find(in("_id", named)).projection(Projections.include("_id"))) {
            gone.remove(there.getString("_id"));
        }
        if (!gone.isEmpty()) {
            gone.removeAll(idsIn(before.get()));
            refuseGone(gone);
        }
    }

    private static Set<String> idsIn(String text) {
        return namedIn(text).stream().map(FileId::value).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void refuseGone(Set<String> gone) {
        if (!gone.isEmpty()) {
            List<String> paths = gone.stream().map(SharedFile.PATH::concat).toList();
            throw Refusal.conflict(
                            "files-gone",
                            "The text names files that are not here any more: "
                                    + String.join(", ", paths.subList(0, Math.min(MOST_TOLD, paths.size())))
                                    + "; upload them again, or take them out of the text.")
                    .with("field", "text")
                    .with("files", paths);
        }
    }

    Optional<SharedFile> find(FileId id) {
        return Optional.ofNullable(files.find(eq("_id", id.value())).first()).map(Files::file);
    }

    /** Notes that it was given again, so that it stays for another while. */
    Optional<SharedFile> givenAgain(FileId id, Instant at) {
        return Optional.ofNullable(files.findOneAndUpdate(
                        eq("_id", id.value()),
                        Updates.set("at", StateMapper.text(at)),
                        new FindOneAndUpdateOptions().returnDocument(ReturnDocument.AFTER)))
                .map(Files::file);
    }

    /** A new key for the parts of a file. */
    static String newParts(FileId id) {
        return id + ":" + UUID.randomUUID();
    }

    /** False when another of the same content came first. */
    boolean add(SharedFile file, byte[] content) {
        noteParts(file, file.at());
        for (int n = 0; n < parts(content.length); n++) {
            byte[] part = Arrays.copyOfRange(content, n * PART, Math.min((n + 1) * PART, content.length));
            parts.insertOne(new Document("_id", partId(file.parts(), n)).append("content", new Binary(part)));
        }
        boolean first = isFirst(file);
        if (!first) {
            drop(file.parts(), file.bytes());
        }
        arrivals.deleteOne(eq("_id", file.parts()));
        return first;
    }

    private boolean isFirst(SharedFile file) {
        try {
            Document document = StateMapper.toDocument(file);
            document.remove("id");
            files.insertOne(document.append("_id", file.id().value()));
            return true;
        } catch (MongoWriteException e) {
            if (ErrorCategory.fromErrorCode(e.getCode()) == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    Sum sum(CommunityId community) {
        return sum(eq("community", community.value()));
    }

    /** Of what one of its members gave. */
    Sum sum(CommunityId community, PersonId by) {
        return sum(and(eq("community", community.value()), eq("by", by.value())));
    }

    /** Served by {@code by_community}. */
    private Sum sum(Bson which) {
        Document sum = files.aggregate(List.of(
                        Aggregates.match(which),
                        Aggregates.group(null, Accumulators.sum("files", 1L), Accumulators.sum("bytes", "$bytes"))))
                .first();
        return sum == null
                ? new Sum(0, 0)
                : new Sum(
                        sum.get("files", Number.class).longValue(),
                        sum.get("bytes", Number.class).longValue());
    }

    /** Removes what no text has named and nobody has given since; at most {@code most} at a time. */
    int forget(Instant since, int most) {
        int forgotten = 0;
        for (Document found : files.find(and(eq("kept", false), lt("at", StateMapper.text(since))))
                .limit(most)) {
            SharedFile file = file(found);
            if (remove(file, and(eq("kept", false), eq("at", StateMapper.text(file.at()))), since)) {
                forgotten++;
            }
        }
        return forgotten;
    }

    /** So that the sweep finds what a crash leaves of them; to be called with all parts that no file names yet, or any more. */
    private void noteParts(SharedFile file, Instant at) {
        arrivals.replaceOne(
                eq("_id", file.parts()),
                new Document("file", file.id().value())
                        .append("bytes", file.bytes())
                        .append("at", StateMapper.text(at)),
                new ReplaceOptions().upsert(true));
    }

    /** Removes it whatever names it. */
    void remove(SharedFile file, Instant now) {
        remove(file, eq("parts", file.parts()), now);
    }

    /** Removes it where it is still so, first by name and then part by part. */
    private boolean remove(SharedFile file, Bson so, Instant at) {
        noteParts(file, at);
        boolean mine = files.deleteOne(and(eq("_id", file.id().value()), so)).getDeletedCount() == 1;
        if (mine) {
            drop(file.parts(), file.bytes());
        }
        arrivals.deleteOne(eq("_id", file.parts()));
        return mine;
    }

    /** Removes the parts that came before this and whose file never did. */
    void forgetArrivals(Instant before) {
        for (Document arrival : arrivals.find(lt("at", StateMapper.text(before)))) {
            String key = arrival.getString("_id");
            boolean named = find(new FileId(arrival.getString("file")))
                    .filter(file -> file.parts().equals(key))
                    .isPresent();
            if (!named) {
                drop(key, arrival.getInteger("bytes"));
            }
            arrivals.deleteOne(eq("_id", key));
        }
    }

    private void drop(String key, int bytes) {
        parts.deleteMany(in(
                "_id",
                IntStream.range(0, parts(bytes)).mapToObj(n -> partId(key, n)).toList()));
    }

    private byte[] part(String key, int n) {
        Document found = parts.find(eq("_id", partId(key, n))).first();
        if (found == null) {
            throw new IllegalStateException("The part " + n + " of the file " + key + " is not in the store");
        }
        return found.get("content", Binary.class).getData();
    }

    private static String partId(String key, int n) {
        return key + ":" + n;
    }

    private static int parts(int bytes) {
        return (bytes + PART - 1) / PART;
    }

    private static SharedFile file(Document found) {
        Document state = new Document(found);
        state.append("id", state.remove("_id"));
        return StateMapper.fromDocument(state, SharedFile.class);
    }

    /** One part after the other, each read when it is needed. */
    private final class Parts extends InputStream {

        private final SharedFile file;
        private int next;
        private ByteArrayInputStream present = new ByteArrayInputStream(new byte[0]);

        Parts(SharedFile file) {
            this.file = file;
        }

        @Override
        public int read() {
            return hasMore() ? present.read() : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            return hasMore() ? present.read(buffer, offset, length) : -1;
        }

        private boolean hasMore() {
            while (present.available() == 0 && next < parts(file.bytes())) {
                present = new ByteArrayInputStream(part(file.parts(), next++));
            }
            return present.available() > 0;
        }
    }
}
