package io.guildhall.feed.mail;

import io.guildhall.feed.log.LogTail;
import io.guildhall.feed.log.Placed;
import io.guildhall.feed.log.Stretch;
import io.guildhall.feed.webhook.ManageWebhooks;
import io.guildhall.feed.webhook.Webhook;
import io.guildhall.platform.access.Scopes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Finds what people are to be written to about. Every instance may look at the same: what is found has an id of its own, and
 * the cursor moves only over what is kept.
 */
@Component
class FindMatters {

    private static final Logger log = LoggerFactory.getLogger(FindMatters.class);
    private static final int STEP = 200;

    /** A state or a unit that does not come was unreadable: what asked for something is left out. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final LogTail tail;
    private final Matters matters;
    private final OpenAsks asks;
    private final Answerers answerers;
    private final Letters letters;
    private final Mailboxes mailboxes;
    private final Invitations invitations;
    private final ManageWebhooks webhooks;
    private final Pacing pacing;
    private final Scopes scopes;
    private final MailProperties properties;
    private final Clock clock;
    private @Nullable LocalDate week;
    private @Nullable LocalDate lookedOn;
    private long awaited;
    private long awaitedSince;

    FindMatters(
            LogTail tail,
            Matters matters,
            OpenAsks asks,
            Answerers answerers,
            Letters letters,
            Mailboxes mailboxes,
            Invitations invitations,
            ManageWebhooks webhooks,
            Pacing pacing,
            Scopes scopes,
            MailProperties properties,
            Clock clock) {
        this.tail = tail;
        this.matters = matters;
        this.asks = asks;
        this.answerers = answerers;
        this.letters = letters;
        this.mailboxes = mailboxes;
        this.invitations = invitations;
        this.webhooks = webhooks;
        this.pacing = pacing;
        this.scopes = scopes;
        this.properties = properties;
        this.clock = clock;
    }

    /** What happened before there was a mail server is old news. */
    void begin() {
        if (matters.cursor().isEmpty()) {
            matters.begin(tail.last());
        }
    }

    /** What the calendars of those who have asked for it do not know. */
    void invitations() {
        Instant now = now();
        for (Mailbox box : mailboxes.askedFor(MailKind.INVITATIONS)) {
            boolean reachable = scopes.member(box.person())
                    .filter(member -> member.active() && member.email() != null)
                    .isPresent();
            if (reachable) {
                matters.add(invitations.missing(box, now));
            }
        }
    }

    void round() {
        inLog();
        ofWebhooks();
        ofDay();
        ofWeek();
    }

    private void inLog() {
        long position = matters.cursor().orElseThrow();
        while (position < tail.end()) {
            Stretch stretch = tail.read(position, STEP);
            long reached = take(stretch);
            matters.move(position, reached);
            if (reached < stretch.until()) {
                return;
            }
            position = reached;
        }
    }

    /** Keeps what is found; returns the position up to which everything is. */
    private long take(Stretch stretch) {
        List<Matter> found = new ArrayList<>();
        long reached = stretch.until();
        Instant now = now();
        Instant lapsed = now.minus(properties.lapse());
        for (Placed entry : stretch.entries()) {
            if (!Ask.Kind.anyIsRaisedBy(entry.type()) || entry.at().isBefore(lapsed)) {
                continue;
            }
            // The state that it brought, and the units whose people are asked, are read beside the log.
            boolean hasCome = asks.knows(entry.topic(), entry.subject(), sequence(entry));
            Optional<Ask> ask = asks.of(entry.topic(), entry.subject());
            boolean known = hasCome && ask.stream().allMatch(answerers::knowsUnitsOf);
            if (!known && isAwaited(entry.position())) {
                reached = entry.position() - 1;
                break;
            }
            ask.filter(one -> one.kind().isRaisedBy(entry.type())).ifPresent(one -> add(found, entry, one, now));
        }
        matters.add(found);
        return reached;
    }

    private void add(List<Matter> found, Placed entry, Ask ask, Instant now) {
        for (String person : answerers.of(ask)) {
            if (isReachable(person) && !person.equals(entry.by())) {
                found.add(Matter.ofAsk(entry.id(), person, ask, now));
            }
        }
    }

    private boolean isReachable(String person) {
        return scopes.member(person).filter(member -> member.email() != null).isPresent();
    }

    private boolean isAwaited(long position) {
        if (awaited != position) {
            awaited = position;
            awaitedSince = System.nanoTime();
        }
        boolean patient = System.nanoTime() - awaitedSince < PATIENCE.toNanos();
        if (!patient) {
            log.warn(
                    "Nobody is told of the event at {}: the state that it brought, or a unit in it, has not come",
                    position);
        }
        return patient;
    }

    /** Its id is {@code aggregate@sequence}. */
    private static long sequence(Placed entry) {
        String event = entry.event();
        return Long.parseLong(event.substring(event.lastIndexOf('@') + 1));
    }

    private void ofWebhooks() {
        Instant now = now();
        Instant lapsed = now.minus(properties.lapse());
        List<Matter> found = new ArrayList<>();
        for (Webhook webhook : webhooks.disabled()) {
            Instant since = webhook.settings().since();
            String person = letters.personOf(webhook);
            if (person != null && since.isAfter(lapsed)) {
                found.add(Matter.ofWebhook(webhook.id(), since, person, now));
            }
        }
        matters.add(found);
    }

    /** No event tells that a day has passed: once each business morning it is looked which have. */
    private void ofDay() {
        Instant now = now();
        LocalDate today = pacing.businessDay(now).orElse(null);
        if (today == null || today.equals(lookedOn)) {
            return;
        }
        List<Matter> found = new ArrayList<>();
        for (Ask ask : asks.lookAgain(today.minusDays(properties.remembered().toDays()))) {
            answerers.of(ask).stream()
                    .filter(this::isReachable)
                    .forEach(person -> found.add(Matter.ofDay(person, ask, now)));
        }
        matters.add(found);
        lookedOn = today;
    }

    private void ofWeek() {
        Instant now = now();
        LocalDate monday = pacing.week(now).orElse(null);
        if (monday == null || monday.equals(week)) {
            return;
        }
        matters.add(scopes.members().stream()
                .filter(member -> member.active() && member.signsIn() && member.email() != null)
                .map(member -> Matter.ofWeek(monday.toString(), member.id(), now))
                .toList());
        week = monday;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
