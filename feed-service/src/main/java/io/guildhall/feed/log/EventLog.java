package io.guildhall.feed.log;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import io.guildhall.feed.live.Notice;
import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Index;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Pages;
import io.guildhall.platform.aggregate.Query;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.StateMapper;
import io.guildhall.platform.replica.IncomingEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The facts of all services in one order, each once. Whoever may see a subject now sees everything the log tells of it, and
 * nobody else does.
 *
 * <p>Positions are given by compare-and-set on one document, the head, which also holds the entries that were placed
 * last: whoever places the next ones first sees to it that these are in the log. So a reader that has seen a position never
 * misses an earlier one, whichever instance was killed when.
 */
@Component
public class EventLog {

    /** As many events follow from one another; see {@link IncomingEvent}. */
    private static final int MOST_LINKS = 6;

    private static final int MOST_EFFECTS = 100;
    private static final int MOST_FOLLOWED = 1_000;

    /** They are all in the head for a while, which may take 16 MB. */
    private static final int MOST_AT_ONCE = 100;

    private static final int MOST_CHARACTERS_AT_ONCE = 500_000;

    private static final List<Index> INDEXES = List.of(
            Index.on("by_position", "-position", "-_id"),
            Index.on("by_topic", "topic", "-position", "-_id"),
            Index.on("by_type", "type", "-position", "-_id"),
            Index.on("by_subject", "subject", "-position", "-_id"),
            Index.on("by_person", "by", "-position", "-_id"),
            Index.on("by_event", "event"),
            Index.on("by_cause", "cause"),
            Index.on("by_time", "at"));

    private static final Bson EVERYTHING = new Document();

    private final MongoCollection<Document> entries;
    private final MongoCollection<Document> subjects;
    private final MongoCollection<Document> heads;
    private final Subjects told;
    private final Access access;
    private final Scopes scopes;
    private final List<Consumer<Stretch>> listeners = new CopyOnWriteArrayList<>();
    private @Nullable Document head;

    EventLog(MongoDatabase database, Access access, Scopes scopes) {
        // What a failover takes back was read by nobody: positions that were seen are not given again.
        this.entries = database.getCollection("log").withReadConcern(ReadConcern.MAJORITY);
        this.subjects = database.getCollection("log_subjects");
        this.heads = database.getCollection("log_head").withReadConcern(ReadConcern.MAJORITY);
        this.told = new Subjects(database, access);
        this.access = access;
        this.scopes = scopes;
        INDEXES.forEach(index -> entries.createIndex(index.keys(), new IndexOptions().name(index.name())));
    }

    /**
     * What is asked of the log; null asks for everything.
     *
     * @param topic without the installation's prefix
     * @param type the wire name of an event
     * @param unit what concerns it or anything below it
     * @param from the first moment
     * @param until the moment after the last
     * @param after only what stands behind this position, the oldest first; without it the newest stands first
     * @param followed what concerns any of these
     */
    public record Filter(
            @Nullable String topic,
            @Nullable String type,
            @Nullable String subject,
            @Nullable String unit,
            @Nullable String by,
            @Nullable Instant from,
            @Nullable Instant until,
            @Nullable Long after,
            @Nullable Followed followed) {

        public Filter(
                @Nullable String topic,
                @Nullable String type,
                @Nullable String subject,
                @Nullable String unit,
                @Nullable String by,
                @Nullable Instant from,
                @Nullable Instant until,
                @Nullable Long after) {
            this(topic, type, subject, unit, by, from, until, after, null);
        }

        /** The same, from a position on. */
        public Filter startingAfter(long position) {
            return new Filter(topic, type, subject, unit, by, from, until, position, followed);
        }

        /** The same, of what somebody follows. */
        public Filter among(Followed things) {
            return new Filter(topic, type, subject, unit, by, from, until, after, things);
        }

        long behind() {
            return after == null ? 0 : after;
        }
    }

    /**
     * What somebody follows.
     *
     * @param units with what concerns them or anything below them
     * @param subjects the ids of things; an assessment goes by that of its outcome
     */
    public record Followed(Set<String> units, Set<String> subjects) {

        public Followed {
            units = Set.copyOf(units);
            subjects = Set.copyOf(subjects);
        }
    }

    /**
     * What a feed shows.
     *
     * @param topics without the installation's prefix; none for all of them
     * @param unit what concerns it or anything below it; null for everything
     * @param followed what concerns any of these; null for everything
     */
    public record Selection(
            Set<String> topics,
            @Nullable String unit,
            @Nullable Followed followed) {

        public Selection {
            topics = Set.copyOf(topics);
        }
    }

    /**
     * How far the log goes.
     *
     * @param settled up to this position nothing is added any more
     * @param last the newest position
     */
    public record Extent(long settled, long last) {}

    /**
     * An entry and why it came about.
     *
     * @param causes from what somebody did to what led to this, as far as the reader may see it
     * @param effects what followed from it, in the order of the log
     */
    public record Chain(LogEntry entry, List<LogEntry> causes, List<LogEntry> effects) {

        public Chain {
            causes = List.copyOf(causes);
            effects = List.copyOf(effects);
        }
    }

    /** A fact to be logged, with whom it may be told. */
    public record Fact(IncomingEvent event, Notice notice) {

        private String key() {
            return new Subjects.Key(notice.topic(), event.subject()).text();
        }

        /** Whom the subject may be told of, as of this event. */
        private Document audience() {
            return new Document("visibility", notice.visibility().name())
                    .append("scopes", notice.scopes())
                    .append("owner", notice.owner())
                    .append("asOf", event.sequence());
        }

        private Document subject() {
            return new Document("_id", key())
                    .append("topic", notice.topic())
                    .append("subject", event.subject())
                    .append("sequence", event.sequence())
                    .append("title", Titles.of(event.state()))
                    .append("audience", audience());
        }

        private Document entry(Document audience) {
            Document entry = new Document("_id", notice.topic() + "/" + event.id())
                    .append("event", event.id())
                    .append("topic", notice.topic())
                    .append("type", event.type())
                    .append("subject", event.subject())
                    .append("at", StateMapper.text(event.at()))
                    .append("by", event.by())
                    .append("cause", event.cause())
                    .append("change", StateMapper.toDocument(event.change()));
            entry.putAll(audience);
            return entry;
        }
    }

    /** Adds facts in their order, some of which may be there already; when it fails, all of them may be given again. */
    public synchronized void append(List<Fact> facts) {
        Map<String, Document> known = new HashMap<>();
        subjects.find(in("_id", facts.stream().map(Fact::key).distinct().toList()))
                .forEach(subject -> known.put(subject.getString("_id"), subject));
        Map<String, Document> newest = new HashMap<>(known);
        for (Fact fact : facts) {
            newest.merge(
                    fact.key(),
                    fact.subject(),
                    (before, after) -> before.getLong("sequence") < after.getLong("sequence") ? after : before);
        }
        Map<String, Document> otherAudience = new HashMap<>();
        for (Fact fact : facts) {
            Document now = Objects.requireNonNull(newest.get(fact.key()));
            Document before = known.getOrDefault(fact.key(), now);
            if (!sameAudience(before, now) || !sameAudience(fact.subject(), now)) {
                otherAudience.put(fact.key(), now);
            }
        }
        otherAudience.values().forEach(this::narrow);
        List<Document> placed = new ArrayList<>();
        int size = 0;
        for (Fact fact : facts) {
            placed.add(fact.entry(audience(Objects.requireNonNull(newest.get(fact.key())))));
            size += fact.event().change().toString().length();
            if (placed.size() == MOST_AT_ONCE || size > MOST_CHARACTERS_AT_ONCE) {
                place(placed);
                placed.clear();
                size = 0;
            }
        }
        if (!placed.isEmpty()) {
            place(placed);
        }
        // Again, because what another instance had placed before a kill is written only now, as it was then.
        otherAudience.values().forEach(this::narrow);
        // Last, so that a kill at any moment before it lets all of this be done again.
        newest.entrySet().removeAll(known.entrySet());
        remember(newest.values());
    }

    /** Lets everything that is told of a subject be told to those who may see it now; the newest say counts. */
    private void narrow(Document subject) {
        Document audience = audience(subject);
        entries.updateMany(
                and(
                        eq("topic", subject.get("topic")),
                        eq("subject", subject.get("subject")),
                        lt("asOf", audience.get("asOf"))),
                new Document("$set", audience));
    }

    private static boolean sameAudience(Document one, Document other) {
        return without(audience(one), "asOf").equals(without(audience(other), "asOf"));
    }

    private static Document audience(Document subject) {
        return subject.get("audience", Document.class);
    }

    private void remember(Collection<Document> newest) {
        List<UpdateOneModel<Document>> updates = newest.stream()
                .map(subject -> new UpdateOneModel<Document>(
                        and(eq("_id", subject.get("_id")), lt("sequence", subject.get("sequence"))),
                        new Document("$set", without(subject, "_id")),
                        new UpdateOptions().upsert(true)))
                .toList();
        Runnable update = () -> subjects.bulkWrite(updates, new BulkWriteOptions().ordered(false));
        // Of two that add a subject at once the newer one may fail; the second time it is there, and older.
        if (!updates.isEmpty() && !tolerant(update)) {
            tolerant(update);
        }
    }

    private static Document without(Document document, String field) {
        Document rest = new Document(document);
        rest.remove(field);
        return rest;
    }

    private void place(List<Document> facts) {
        while (true) {
            Document before = head == null ? currentHead() : head;
            head = null;
            long last = before.getLong("last");
            List<Document> placed = new ArrayList<>();
            for (Document entry : facts) {
                placed.add(new Document(entry).append("position", last + 1 + placed.size()));
            }
            Document after = new Document("_id", "head")
                    .append("last", last + placed.size())
                    .append("tail", placed);
            if (heads.replaceOne(and(eq("_id", "head"), eq("last", last)), after)
                            .getModifiedCount()
                    == 1) {
                List<Document> added = insert(entries, placed) ? placed : standing(placed);
                head = after;
                Stretch stretch = stretch(last, added, last + placed.size());
                listeners.forEach(listener -> listener.accept(stretch));
                return;
            }
        }
    }

    /** Without what had its place already. */
    private List<Document> standing(List<Document> placed) {
        Map<String, Long> positions = new HashMap<>();
        entries.find(in("_id", placed.stream().map(entry -> entry.get("_id")).toList()))
                .forEach(entry -> positions.put(entry.getString("_id"), entry.getLong("position")));
        return placed.stream()
                .filter(entry -> Objects.equals(entry.get("position"), positions.get(entry.getString("_id"))))
                .toList();
    }

    private static Stretch stretch(long after, List<Document> found, long until) {
        return new Stretch(after, found.stream().map(Placed::of).toList(), until);
    }

    /** The head as it is now, after the entries that it holds are in the log for certain. */
    private Document currentHead() {
        insert(heads, List.of(new Document("_id", "head").append("last", 0L)));
        Document found = Objects.requireNonNull(
                heads.find(eq("_id", "head")).first(), "The head of the log is there from the first entry on");
        List<Document> tail = found.getList("tail", Document.class);
        if (tail != null) {
            insert(entries, tail);
        }
        return found;
    }

    private static boolean insert(MongoCollection<Document> collection, List<Document> documents) {
        return tolerant(() -> collection.insertMany(documents, new InsertManyOptions().ordered(false)));
    }

    /** What is there already, or newer, stays; returns whether nothing was. */
    private static boolean tolerant(Runnable write) {
        try {
            write.run();
            return true;
        } catch (MongoBulkWriteException e) {
            boolean present = e.getWriteConcernError() == null
                    && e.getWriteErrors().stream()
                            .allMatch(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY);
            if (!present) {
                throw e;
            }
            return false;
        }
    }

    /** @param listener hears of everything that this instance places, in its order; it must not wait */
    void whenPlaced(Consumer<Stretch> listener) {
        listeners.add(listener);
    }

    /** The last position that was given. */
    long last() {
        Document found = heads.find(eq("_id", "head"))
                .projection(Projections.include("last"))
                .first();
        return found == null ? 0 : found.getLong("last");
    }

    /** Known entries as the log holds them now. */
    Stretch asTheyAre(Stretch known) {
        if (known.entries().isEmpty()) {
            return known;
        }
        List<Document> found = entries.find(
                        in("_id", known.entries().stream().map(Placed::id).toList()))
                .sort(Sorts.ascending("position"))
                .into(new ArrayList<>());
        return stretch(known.after(), found, known.until());
    }

    /** What stands behind a position, whoever may see it: at most so many entries, the oldest first. */
    Stretch since(long after, int most) {
        // Not further than what is in the log for certain: of what stands behind that, the later may be there first.
        return between(after, currentHead().getLong("last"), most, EVERYTHING);
    }

    /** The same up to a position, up to which everything is in the log for certain. */
    Stretch since(long after, long upTo, int most) {
        return between(after, upTo, most, EVERYTHING);
    }

    /**
     * The same for what a filter wants and an actor may see.
     *
     * @param upTo up to here everything is in the log for certain
     */
    Stretch read(Filter filter, Actor actor, int most, long upTo) {
        return between(filter.behind(), upTo, most, and(access.visibleTo(actor, ""), and(conditions(filter))));
    }

    private Stretch between(long after, long upTo, int most, Bson condition) {
        List<Document> found = entries.find(and(gt("position", after), lte("position", upTo), condition))
                .sort(Sorts.ascending("position"))
                .limit(most)
                .into(new ArrayList<>());
        long until = found.size() < most
                ? Math.max(after, upTo)
                : found.get(most - 1).getLong("position");
        return stretch(after, found, until);
    }

    /** Whether a filter wants an entry; what it says of positions is left aside. */
    boolean wants(Filter filter, Placed entry) {
        return accepts(filter.topic(), entry.topic()::equals)
                && accepts(filter.type(), entry.type()::equals)
                && accepts(filter.subject(), entry.subject()::equals)
                && accepts(filter.by(), entry.by()::equals)
                && accepts(filter.from(), from -> !entry.at().isBefore(from))
                && accepts(filter.until(), until -> entry.at().isBefore(until))
                && accepts(filter.unit(), unit -> concerns(unit, entry))
                && accepts(filter.followed(), followed -> concerns(followed, entry));
    }

    private static <T> boolean accepts(@Nullable T value, Predicate<T> condition) {
        return value == null || condition.test(value);
    }

    private boolean concerns(Followed followed, Placed entry) {
        return followed.subjects().contains(entry.subject())
                || followed.units().stream().anyMatch(unit -> concerns(unit, entry));
    }

    private boolean concerns(String unit, Placed entry) {
        return unit.equals(Access.ROOT)
                || entry.audience().scopes().stream().anyMatch(scope -> isBelow(unit, scope))
                || (entry.topic().equals("team.units") && isBelow(unit, entry.subject()));
    }

    private boolean isBelow(String unit, String id) {
        return scopes.scope(id).isPresent() && scopes.upFrom(id).contains(unit);
    }

    /** Whether an actor may be told of an entry now. */
    public boolean sees(Actor actor, Placed entry) {
        Placed.Audience audience = entry.audience();
        return access.sees(actor, audience.visibility(), audience.scopes(), audience.owner());
    }

    /** A page of what this actor may see. */
    public Page<LogEntry> page(Filter filter, Actor actor, @Nullable String cursor, int limit) {
        Bson condition = and(access.visibleTo(actor, ""), and(conditions(filter)));
        Query query = new Query(indexFor(filter), condition, "position", filter.after() == null, cursor, limit);
        Page<Document> found = Pages.read(entries, query, "", EVERYTHING, document -> document);
        return new Page<>(named(found.items(), actor), found.next());
    }

    /** The one that leaves least to look at. */
    private static String indexFor(Filter filter) {
        if (filter.subject() != null) {
            return "by_subject";
        }
        if (filter.by() != null) {
            return "by_person";
        }
        if (filter.type() != null) {
            return "by_type";
        }
        return filter.topic() != null ? "by_topic" : "by_position";
    }

    private List<Bson> conditions(Filter filter) {
        List<Bson> conditions = new ArrayList<>();
        conditions.add(gt("position", filter.behind()));
        addIf(conditions, filter.topic(), topic -> eq("topic", topic));
        addIf(conditions, filter.type(), type -> eq("type", type));
        addIf(conditions, filter.subject(), subject -> eq("subject", subject));
        addIf(conditions, filter.by(), by -> eq("by", by));
        addIf(conditions, filter.from(), from -> gte("at", StateMapper.text(from)));
        addIf(conditions, filter.until(), until -> lt("at", StateMapper.text(until)));
        addIf(conditions, filter.unit(), unit -> concerns(new Followed(Set.of(unit), Set.of())));
        addIf(conditions, filter.followed(), this::concerns);
        return conditions;
    }

    /** Where the log stands: what was placed last may not be in it yet, after a kill. */
    public Extent extent() {
        Document found = heads.find(eq("_id", "head"))
                .projection(Projections.include("last", "tail.position"))
                .first();
        if (found == null) {
            return new Extent(0, 0);
        }
        long last = found.getLong("last");
        return new Extent(
                last - found.getList("tail", Document.class, List.of()).size(), last);
    }

    /**
     * All that this actor may see behind one position and up to another, the newest first.
     *
     * @param after the two bound what is read: it comes in one piece
     */
    public List<LogEntry> between(long after, long upTo, Selection selection, Actor actor) {
        return named(find(selection, actor, after, upTo, true).into(new ArrayList<>()), actor);
    }

    /** The newest entries that this actor may see, the oldest of them first. */
    public List<Placed> latest(Selection selection, Actor actor, int most) {
        List<Placed> found = new ArrayList<>();
        find(selection, actor, 0, Long.MAX_VALUE, true)
                .limit(most)
                .map(Placed::of)
                .forEach(found::add);
        Collections.reverse(found);
        return found;
    }

    /** The position of the newest entry that this actor may see up to a position. */
    public OptionalLong newest(long upTo, Selection selection, Actor actor) {
        return position(find(selection, actor, 0, upTo, true));
    }

    /** The position of the oldest entry that this actor may see behind one position and up to another. */
    public OptionalLong oldest(long after, long upTo, Selection selection, Actor actor) {
        return position(find(selection, actor, after, upTo, false));
    }

    private static OptionalLong position(FindIterable<Document> found) {
        Document first =
                found.limit(1).projection(Projections.include("position")).first();
        return first == null ? OptionalLong.empty() : OptionalLong.of(first.getLong("position"));
    }

    /** The index that serves it is given as a hint: of the topics it takes one range each, and merges them. */
    private FindIterable<Document> find(Selection selection, Actor actor, long after, long upTo, boolean newestFirst) {
        List<Bson> conditions = new ArrayList<>();
        conditions.add(access.visibleTo(actor, ""));
        conditions.add(gt("position", after));
        conditions.add(lte("position", upTo));
        if (!selection.topics().isEmpty()) {
            conditions.add(in("topic", selection.topics()));
        }
        addIf(conditions, selection.unit(), unit -> concerns(new Followed(Set.of(unit), Set.of())));
        addIf(conditions, selection.followed(), this::concerns);
        return entries.find(and(conditions))
                .hintString(selection.topics().isEmpty() ? "by_position" : "by_topic")
                .sort(newestFirst ? Sorts.descending("position", "_id") : Sorts.ascending("position", "_id"));
    }

    private static <T> void addIf(List<Bson> conditions, @Nullable T value, Function<T, Bson> condition) {
        if (value != null) {
            conditions.add(condition.apply(value));
        }
    }

    private Bson concerns(Followed followed) {
        if (followed.units().contains(Access.ROOT)) {
            return EVERYTHING;
        }
        Set<String> below = new HashSet<>();
        followed.units().forEach(unit -> below.addAll(scopes.downFrom(unit)));
        return or(
                in("scopes", below),
                and(eq("topic", "team.units"), in("subject", below)),
                in("subject", followed.subjects()));
    }

    /** @throws Refusal 404 for what is not there and for what this actor may not see */
    public Chain chain(long position, Actor actor) {
        Bson visible = access.visibleTo(actor, "");
        Document start = entries.find(and(eq("position", position), visible)).first();
        if (start == null) {
            throw Refusal.notFound("event", Long.toString(position));
        }
        List<Document> causes = new ArrayList<>();
        Set<String> seen = new HashSet<>(Set.of(start.getString("_id")));
        for (Document link = cause(start); link != null && seen.add(link.getString("_id")); link = cause(link)) {
            causes.add(0, link);
        }
        List<Document> effects = new ArrayList<>();
        List<Document> next = List.of(start);
        for (int links = 0; links < MOST_LINKS && !next.isEmpty(); links++) {
            next = following(next.stream().map(one -> one.getString("event")).toList());
            next.removeIf(effect -> !seen.add(effect.getString("_id")));
            effects.addAll(next);
        }
        effects.sort(Comparator.comparing(effect -> effect.getLong("position")));
        causes.removeIf(entry -> !told.sees(actor, entry));
        effects.removeIf(entry -> !told.sees(actor, entry));
        return new Chain(
                named(List.of(start), actor).get(0),
                named(causes, actor),
                named(effects.subList(0, Math.min(effects.size(), MOST_EFFECTS)), actor));
    }

    /** Also what this reader may not see: behind it there may be something that they may. */
    private @Nullable Document cause(Document entry) {
        String cause = entry.getString("cause");
        return cause == null ? null : entries.find(eq("event", cause)).first();
    }

    private List<Document> following(Collection<String> events) {
        return entries.find(in("cause", events))
                .sort(Sorts.ascending("position"))
                .limit(MOST_FOLLOWED)
                .into(new ArrayList<>());
    }

    private List<LogEntry> named(List<Document> found, Actor actor) {
        return named(found.stream().map(Placed::of), actor);
    }

    /** Entries with what their subjects are called now, as far as an actor may see that. */
    public List<LogEntry> named(Collection<Placed> placed, Actor actor) {
        return named(placed.stream(), actor);
    }

    private List<LogEntry> named(Stream<Placed> placed, Actor actor) {
        List<Placed> all = placed.toList();
        Map<Subjects.Key, @Nullable String> titles =
                told.seen(all.stream().map(EventLog::titleKey).toList(), actor);
        return all.stream()
                .map(entry -> new LogEntry(
                        entry.position(),
                        entry.event(),
                        entry.topic(),
                        entry.type(),
                        entry.subject(),
                        titles.get(titleKey(entry)),
                        entry.at(),
                        entry.by(),
                        entry.cause(),
                        entry.change()))
                .toList();
    }

    /** Deletes what tells of anything before a moment; returns how much that was. */
    public long forget(Instant before) {
        return entries.deleteMany(lt("at", StateMapper.text(before))).getDeletedCount();
    }

    private static Subjects.Key titleKey(Placed entry) {
        return new Subjects.Key(Titles.topic(entry.topic()), entry.subject());
    }
}
