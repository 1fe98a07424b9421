package io.guildhall.feed.mail;

import io.guildhall.feed.mail.Ask.Kind;
import io.guildhall.feed.subscription.Dependency;
import io.guildhall.feed.subscription.Dependency.CounterOffer;
import io.guildhall.feed.subscription.Dependency.Move;
import io.guildhall.feed.subscription.Dependency.Side;
import io.guildhall.feed.subscription.Impediment;
import io.guildhall.feed.subscription.Impediment.Escalation;
import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.Visibility;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is to be answered of a subject, and for which unit: it follows from its state and the day alone. */
final class Asks {

    static final String DEPENDENCIES = "team.dependencies";
    static final String IMPEDIMENTS = "team.impediments";
    static final String DECISIONS = "roadmap.decisions";
    static final String PAGES = "cop.pages";
    static final String PAGE_CHANGES = "cop.page-changes";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private Asks() {}

    static Optional<Ask> of(String id, Dependency dependency, LocalDate today) {
        return switch (dependency.status()) {
            case PROPOSED -> Optional.of(asked(id, dependency, Kind.ANSWER_REQUEST, Side.PRODUCER));
            case COUNTERED ->
                otherThan(dependency.counterOffer()).map(side -> asked(id, dependency, Kind.ANSWER_OFFER, side));
            case DELIVERED -> Optional.of(asked(id, dependency, Kind.ACCEPT_DELIVERY, Side.CONSUMER));
            case COMMITTED -> promised(id, dependency, today);
            default -> Optional.empty();
        };
    }

    private static Optional<Side> otherThan(@Nullable CounterOffer offer) {
        if (offer == null || offer.by() == Side.UNKNOWN) {
            return Optional.empty();
        }
        return Optional.of(offer.by() == Side.PRODUCER ? Side.CONSUMER : Side.PRODUCER);
    }

    /** A promise that holds asks nobody for anything. */
    private static Optional<Ask> promised(String id, Dependency dependency, LocalDate today) {
        LocalDate committed = dependency.committedBy();
        LocalDate needed = dependency.neededBy();
        if (committed == null) {
            return Optional.empty();
        }
        if (committed.isBefore(today)) {
            return Optional.of(dependency(id, dependency, Kind.DELIVER_NOW, Side.PRODUCER, null));
        }
        if (needed == null || !committed.isAfter(needed)) {
            return Optional.empty();
        }
        boolean needMoved = dependency
                .lastMove()
                .filter(move -> move.move().equals("NEEDED_BY_MOVED"))
                .isPresent();
        return Optional.of(
                needMoved
                        ? asked(id, dependency, Kind.DELIVER_EARLIER, Side.PRODUCER)
                        : asked(id, dependency, Kind.LIVE_WITH_LATER, Side.CONSUMER));
    }

    private static Ask asked(String id, Dependency dependency, Kind kind, Side side) {
        return dependency(id, dependency, kind, side, dependency.lastMove().orElse(null));
    }

    /** @param asking the move that asks, null where the time does */
    private static Ask dependency(String id, Dependency dependency, Kind kind, Side side, @Nullable Move asking) {
        Set<String> acted = new HashSet<>();
        if (asking != null) {
            acted.add(asking.by());
            if (asking.because() != null) {
                acted.add(asking.because());
            }
        }
        boolean producer = side == Side.PRODUCER;
        return new Ask(
                kind,
                DEPENDENCIES,
                id,
                dependency.title(),
                "/dependencies/" + id,
                Set.of(),
                List.of(producer ? dependency.producer() : dependency.consumer()),
                acted,
                asking == null ? null : asking.because() == null ? asking.by() : asking.because(),
                producer ? dependency.consumer() : dependency.producer(),
                days(dependency),
                dependency.neededBy() == null ? dependency.committedBy() : dependency.neededBy(),
                dependency.visibility(),
                dependency.scopes());
    }

    private static String days(Dependency dependency) {
        String needed = dependency.neededBy() == null ? "" : "Needed by " + DAY.format(dependency.neededBy()) + ".";
        String said = switch (dependency.status()) {
            case COUNTERED ->
                dependency.counterOffer() == null
                        ? ""
                        : "Offered for " + DAY.format(dependency.counterOffer().date()) + ".";
            case COMMITTED ->
                dependency.committedBy() == null ? "" : "Promised for " + DAY.format(dependency.committedBy()) + ".";
            default -> "";
        };
        return (needed + " " + said).strip();
    }

    static Optional<Ask> of(String id, Impediment impediment, LocalDate today) {
        Escalation escalation = impediment.lastEscalation().orElse(null);
        if (impediment.status() != Impediment.State.OPEN || impediment.level() == null || escalation == null) {
            return Optional.empty();
        }
        return switch (impediment.level()) {
            case SCRUM_OF_SCRUMS ->
                impediment.takenUpSince(escalation) || impediment.holder() == null
                        ? Optional.empty()
                        : Optional.of(impediment(id, impediment, Kind.TAKE_UP, impediment.holder(), escalation));
            case EXECUTIVE_ACTION_TEAM -> leadership(id, impediment, escalation, today);
            default -> Optional.empty();
        };
    }

    private static Optional<Ask> leadership(String id, Impediment impediment, Escalation escalation, LocalDate today) {
        if (impediment.answer() == null) {
            return Optional.of(impediment(id, impediment, Kind.ANSWER_ESCALATION, Access.ROOT, escalation));
        }
        LocalDate promised = impediment.answer().promisedFor();
        if (promised == null || !promised.isBefore(today)) {
            return Optional.empty();
        }
        return Optional.of(new Ask(
                Kind.KEEP_PROMISE,
                IMPEDIMENTS,
                id,
                impediment.title(),
                "/impediments/" + id,
                Set.of(),
                List.of(Access.ROOT),
                Set.of(),
                null,
                null,
                "Promised for " + DAY.format(promised) + ".",
                promised,
                impediment.visibility(),
                impediment.scopes()));
    }

    private static Ask impediment(String id, Impediment impediment, Kind kind, String unit, Escalation escalation) {
        LocalDate day =
                escalation.evidence() == null ? null : escalation.evidence().respondBy();
        return new Ask(
                kind,
                IMPEDIMENTS,
                id,
                impediment.title(),
                "/impediments/" + id,
                Set.of(),
                List.of(unit),
                Set.of(escalation.by()),
                escalation.by(),
                null,
                day == null ? "" : "Answer needed by " + DAY.format(day) + ".",
                day,
                impediment.visibility(),
                impediment.scopes());
    }

    static Optional<Ask> of(String id, Decision decision) {
        if (decision.status() != Decision.Status.PROPOSED) {
            return Optional.empty();
        }
        return Optional.of(new Ask(
                Kind.DECIDE,
                DECISIONS,
                id,
                decision.question(),
                "/decisions/" + id,
                Set.of(),
                decision.scopes().isEmpty() ? List.of(Access.ROOT) : decision.scopes(),
                Set.of(decision.by()),
                decision.by(),
                null,
                "",
                null,
                decision.visibility(),
                decision.scopes()));
    }

    static Optional<Ask> of(String id, PlaybookPage page, LocalDate today) {
        LocalDate day = page.reviewBy();
        if (page.status() != PlaybookPage.Status.PUBLISHED || day == null || !day.isBefore(today)) {
            return Optional.empty();
        }
        return Optional.of(new Ask(
                Kind.LOOK_AGAIN,
                PAGES,
                id,
                page.title(),
                "/pages/" + id,
                ownerOf(page),
                List.of(page.community()),
                Set.of(),
                null,
                null,
                "To be looked at again by " + DAY.format(day) + ".",
                day,
                page.visibility(),
                page.scopes()));
    }

    /** @param page the one it is for, as it is now */
    static Optional<Ask> of(String id, PageChange change, PlaybookPage page) {
        if (change.status() != PageChange.Status.OPEN || page.status() == PlaybookPage.Status.ARCHIVED) {
            return Optional.empty();
        }
        return Optional.of(new Ask(
                Kind.ANSWER_CHANGE,
                PAGE_CHANGES,
                id,
                change.note() == null ? page.title() : page.title() + ": " + change.note(),
                "/changes/" + id,
                ownerOf(page),
                List.of(page.community()),
                Set.of(change.by()),
                change.by(),
                null,
                "",
                null,
                change.visibility() == Visibility.ORGANIZATION ? page.visibility() : change.visibility(),
                page.scopes()));
    }

    private static Set<String> ownerOf(PlaybookPage page) {
        return page.owner() == null ? Set.of() : Set.of(page.owner());
    }
}
