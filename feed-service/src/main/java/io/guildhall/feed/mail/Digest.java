package io.guildhall.feed.mail;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import io.guildhall.feed.follow.Follows;
import io.guildhall.feed.log.EventLog;
import io.guildhall.feed.log.EventWords;
import io.guildhall.feed.log.LogEntry;
import io.guildhall.feed.mail.Letter.Item;
import io.guildhall.feed.subscription.Dependency;
import io.guildhall.feed.subscription.Impediment;
import io.guildhall.feed.subscription.ReadCalendar;
import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.Scope;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.replica.Replica;
import io.guildhall.platform.replica.Replicated;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What a week brings and what the last one has brought, for one person. */
@Component
class Digest {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMM", Locale.ENGLISH);
    private static final int MOST_DUE = 100;
    private static final int MOST_CHANGED = 12;
    private static final int PAGE = 100;

    private final Replica<Dependency> dependencies;
    private final Replica<Impediment> impediments;
    private final EventLog log;
    private final Follows follows;
    private final EventWords words;
    private final Access access;
    private final Scopes scopes;
    private final MailAddresses addresses;
    private final Pacing pacing;

    Digest(
            Replica<Dependency> dependencies,
            Replica<Impediment> impediments,
            EventLog log,
            Follows follows,
            EventWords words,
            Access access,
            Scopes scopes,
            MailAddresses addresses,
            Pacing pacing) {
        this.dependencies = dependencies;
        this.impediments = impediments;
        this.log = log;
        this.follows = follows;
        this.words = words;
        this.access = access;
        this.scopes = scopes;
        this.addresses = addresses;
        this.pacing = pacing;
    }

    /** What is needed or promised from Monday to Sunday, of the units that a person has a role on and all below. */
    List<Item> due(String person, LocalDate monday) {
        Set<String> units = new HashSet<>();
        held(person).forEach(unit -> units.addAll(scopes.downFrom(unit)));
        Actor actor = Answerers.actor(person);
        Bson theirs = and(access.visibleTo(actor, "state."), in("state.scopes", units));
        List<Replicated<Dependency>> found = new ArrayList<>(dependencies.list(
                ReadCalendar.BY_NEEDED,
                and(
                        theirs,
                        within("state.neededBy", monday),
                        in("state.status", List.of("PROPOSED", "COUNTERED", "COMMITTED"))),
                MOST_DUE));
        found.addAll(dependencies.list(
                ReadCalendar.BY_COMMITTED,
                and(theirs, within("state.committedBy", monday), eq("state.status", "COMMITTED")),
                MOST_DUE));
        Map<LocalDate, Map<String, Item>> byDay = new LinkedHashMap<>();
        for (Replicated<Dependency> one : found) {
            add(
                    byDay,
                    one.state().neededBy(),
                    monday,
                    "Needed by ",
                    "dependencies",
                    one.id(),
                    one.state().title());
            if (one.state().status() == Dependency.Status.COMMITTED) {
                add(
                        byDay,
                        one.state().committedBy(),
                        monday,
                        "Promised for ",
                        "dependencies",
                        one.id(),
                        one.state().title());
            }
        }
        impediments
                .list(
                        ReadCalendar.BY_PROMISED,
                        and(theirs, within("state.answer.promisedFor", monday), eq("state.status", "OPEN")),
                        MOST_DUE)
                .forEach(one -> {
                    Impediment.Answer answer = one.state().answer();
                    add(
                            byDay,
                            answer == null ? null : answer.promisedFor(),
                            monday,
                            "Promised by leadership for ",
                            "impediments",
                            one.id(),
                            one.state().title());
                });
        return byDay.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(day -> day.getValue().values().stream())
                .toList();
    }

    private static Bson within(String field, LocalDate monday) {
        return and(gte(field, monday.toString()), lte(field, monday.plusDays(6).toString()));
    }

    private void add(
            Map<LocalDate, Map<String, Item>> byDay,
            @Nullable LocalDate day,
            LocalDate monday,
            String what,
            String place,
            String id,
            String title) {
        if (day != null && !day.isBefore(monday) && day.isBefore(monday.plusWeeks(1))) {
            byDay.computeIfAbsent(day, any -> new LinkedHashMap<>())
                    .putIfAbsent(
                            what + id,
                            new Item(
                                    title,
                                    addresses.page("/" + place + "/" + id),
                                    List.of(what + DAY.format(day) + ".")));
        }
    }

    /** What others have done since the Monday before: of each thing the newest. */
    List<Item> changed(String person, LocalDate monday) {
        Instant from = pacing.begin(monday.minusWeeks(1));
        EventLog.Filter concern = new EventLog.Filter(null, null, null, null, null, from, null, null, concerns(person));
        Map<String, LogEntry> newest = new LinkedHashMap<>();
        log.page(concern, Answerers.actor(person), null, PAGE).items().stream()
                .filter(entry -> !entry.by().equals(person))
                .forEach(entry -> newest.putIfAbsent(entry.topic() + "/" + entry.subject(), entry));
        return newest.values().stream()
                .limit(MOST_CHANGED)
                .map(entry -> new Item(
                        words.title(entry, scopes.nameOf(entry.by())),
                        addresses.page("/activity/" + entry.position()),
                        words.step(entry).map(List::of).orElse(List.of())))
                .toList();
    }

    /** The units that a person has a role on, and what they follow by any of their sign-ins. */
    private EventLog.Followed concerns(String person) {
        Set<String> units = new HashSet<>(held(person));
        Set<String> subjects = new HashSet<>();
        for (Actor signIn : scopes.signInsOf(person)) {
            EventLog.Followed followed = follows.of(signIn.issuer(), signIn.subject());
            units.addAll(followed.units());
            subjects.addAll(followed.subjects());
        }
        return new EventLog.Followed(units, subjects);
    }

    private Set<String> held(String person) {
        Set<String> units = new HashSet<>();
        for (Map.Entry<Scope, String> role : access.rolesOf(person)) {
            units.add(role.getKey().id());
        }
        return units;
    }
}
