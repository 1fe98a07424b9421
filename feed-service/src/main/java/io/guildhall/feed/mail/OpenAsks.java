package io.guildhall.feed.mail;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

import io.guildhall.feed.subscription.Dependency;
import io.guildhall.feed.subscription.Impediment;
import io.guildhall.feed.subscription.ReadCalendar;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.replica.Replica;
import io.guildhall.platform.replica.Replicated;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;

/** What is to be answered now, by what the other services have published. */
@Component
final class OpenAsks {

    private static final int MOST = 2_000;

    private final Replica<Dependency> dependencies;
    private final Replica<Impediment> impediments;
    private final Replica<Decision> decisions;
    private final Replica<PlaybookPage> pages;
    private final Replica<PageChange> changes;
    private final Scopes scopes;
    private final Clock clock;

    OpenAsks(
            Replica<Dependency> dependencies,
            Replica<Impediment> impediments,
            Replica<Decision> decisions,
            Replica<PlaybookPage> pages,
            Replica<PageChange> changes,
            Scopes scopes,
            Clock clock) {
        this.dependencies = dependencies;
        this.impediments = impediments;
        this.decisions = decisions;
        this.pages = pages;
        this.changes = changes;
        this.scopes = scopes;
        this.clock = clock;
    }

    /** What is to be answered of one subject. */
    Optional<Ask> of(String topic, String id) {
        LocalDate today = LocalDate.now(clock);
        return switch (topic) {
            case Asks.DEPENDENCIES -> dependencies.find(id).flatMap(found -> Asks.of(id, found.state(), today));
            case Asks.IMPEDIMENTS -> impediments.find(id).flatMap(found -> Asks.of(id, found.state(), today));
            case Asks.DECISIONS -> decisions.find(id).flatMap(found -> Asks.of(id, found.state()));
            case Asks.PAGES -> pages.find(id).flatMap(found -> page(found, today));
            case Asks.PAGE_CHANGES -> changes.find(id).flatMap(this::change);
            default -> Optional.empty();
        };
    }

    private Optional<Ask> page(Replicated<PlaybookPage> found, LocalDate today) {
        return goesOn(found.state()) ? Asks.of(found.id(), found.state(), today) : Optional.empty();
    }

    private Optional<Ask> change(Replicated<PageChange> found) {
        return pages.find(found.state().page())
                .map(Replicated::state)
                .filter(this::goesOn)
                .flatMap(page -> Asks.of(found.id(), found.state(), page));
    }

    /** What a community that has ended wrote is nobody's to look after. */
    private boolean goesOn(PlaybookPage page) {
        return scopes.scope(page.community())
                .filter(community -> community.state().path("archived").asBoolean(false))
                .isEmpty();
    }

    /** Whether what is known of a subject is as new as an event: copies and log are read side by side. */
    boolean knows(String topic, String id, long sequence) {
        Optional<? extends Replicated<?>> known = switch (topic) {
            case Asks.DEPENDENCIES -> dependencies.find(id);
            case Asks.IMPEDIMENTS -> impediments.find(id);
            case Asks.DECISIONS -> decisions.find(id);
            case Asks.PAGES -> pages.find(id);
            case Asks.PAGE_CHANGES ->
                changes.find(id)
                        .filter(change -> pages.find(change.state().page()).isPresent());
            default -> Optional.empty();
        };
        return known.filter(state -> state.sequence() >= sequence).isPresent();
    }

    /** The pages whose day to look at them again is over, but was not before another one. */
    List<Ask> lookAgain(LocalDate first) {
        LocalDate today = LocalDate.now(clock);
        Bson over = and(
                eq("state.status", "PUBLISHED"),
                gte("state.reviewBy", first.toString()),
                lt("state.reviewBy", today.toString()));
        return pages.list(PlaybookPage.BY_REVIEW, over, MOST).stream()
                .flatMap(found -> page(found, today).stream())
                .toList();
    }

    /** Everything, what is needed first before what has no day. */
    List<Ask> all() {
        LocalDate today = LocalDate.now(clock);
        List<Ask> all = new ArrayList<>();
        // Apart, as most of what is committed asks for nothing.
        for (List<String> status : List.of(List.of("PROPOSED", "COUNTERED", "DELIVERED"), List.of("COMMITTED"))) {
            dependencies
                    .list(ReadCalendar.BY_STATUS, in("state.status", status), MOST)
                    .forEach(found -> Asks.of(found.id(), found.state(), today).ifPresent(all::add));
        }
        impediments
                .list(
                        ReadCalendar.BY_LEVEL,
                        and(
                                eq("state.status", "OPEN"),
                                in("state.level", List.of("SCRUM_OF_SCRUMS", "EXECUTIVE_ACTION_TEAM"))),
                        MOST)
                .forEach(found -> Asks.of(found.id(), found.state(), today).ifPresent(all::add));
        decisions
                .list(Decision.BY_STATUS, eq("state.status", "PROPOSED"), MOST)
                .forEach(found -> Asks.of(found.id(), found.state()).ifPresent(all::add));
        changes.list(PageChange.BY_STATUS, eq("state.status", "OPEN"), MOST)
                .forEach(found -> change(found).ifPresent(all::add));
        all.addAll(lookAgain(LocalDate.EPOCH));
        all.sort(Comparator.comparing(Ask::day, Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(Ask::subject));
        return all;
    }
}
