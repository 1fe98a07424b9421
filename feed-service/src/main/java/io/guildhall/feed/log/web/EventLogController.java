package io.guildhall.feed.log.web;

import io.guildhall.feed.follow.Follows;
import io.guildhall.feed.log.EventLog;
import io.guildhall.feed.log.LogEntry;
import io.guildhall.feed.log.ToldTopics;
import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.StateMapper;
import io.guildhall.platform.web.Caller;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.core.type.TypeReference;

/** The event log over HTTP. */
@RestController
@RequestMapping("/api/feed/events")
class EventLogController {

    private static final String READ_EVENT_LOG = "ReadEventLog";

    private static final Instant FIRST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant AFTER_LAST = Instant.parse("2200-01-01T00:00:00Z");
    private static final TypeReference<Map<String, @Nullable Object>> CHANGE = new TypeReference<>() {};

    private final EventLog log;
    private final ToldTopics topics;
    private final Access access;
    private final Scopes scopes;
    private final Follows follows;

    EventLogController(EventLog log, ToldTopics topics, Access access, Scopes scopes, Follows follows) {
        this.log = log;
        this.topics = topics;
        this.access = access;
        this.scopes = scopes;
        this.follows = follows;
    }

    /** Whoever did something: a person, an administrator, or Guildhall itself where it followed from something else. */
    record By(String id, String name) {}

    /**
     * A fact of the log.
     *
     * @param position in the one order of the log
     * @param event the CloudEvents id
     * @param topic without the installation's prefix
     * @param type the wire name
     * @param subject the id of what has changed
     * @param title what that is called now
     * @param cause the CloudEvents id of the event it follows from
     * @param change what changed, as the schema of the type describes it
     */
    record EventView(
            long position,
            String event,
            String topic,
            String type,
            String subject,
            @Nullable String title,
            Instant at,
            By by,
            @Nullable String cause,
            Map<String, @Nullable Object> change) {}

    /**
     * An event and why it came about.
     *
     * @param causes from what somebody did to what led to the event, as far as you may see it
     * @param effects what followed from it, at most a hundred, in the order of the log
     */
    record EventChain(EventView event, List<EventView> causes, List<EventView> effects) {}

    /**
     * What has happened, as far as you may see it: the newest first or, with {@code after}, the oldest behind that position
     * first.
     *
     * @param topic like {@code team.dependencies}
     * @param unit what concerns this team or area, or anything below it
     * @param from the first moment
     * @param until the moment after the last
     * @param followed whether only what you follow is told of: what concerns your units or anything below them, and what
     *     else you follow by itself
     */
    @GetMapping
    Page<EventView> listEvents(
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(required = false) @Nullable Long after,
            @RequestParam(defaultValue = "false") boolean followed,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25") int limit,
            Caller caller) {
        access.require(caller.actor(), READ_EVENT_LOG, List.of());
        topics.check(topic);
        EventLog.Filter filter =
                new EventLog.Filter(topic, type, subject, unit, by, plausible(from), plausible(until), after);
        EventLog.Filter wanted = followed
                ? filter.among(
                        follows.of(caller.actor().issuer(), caller.actor().subject()))
                : filter;
        return log.page(wanted, caller.actor(), cursor, limit).map(this::view);
    }

    /** One event, what led to it, and what followed from it. */
    @GetMapping("/{position}")
    EventChain getEvent(@PathVariable long position, Caller caller) {
        access.require(caller.actor(), READ_EVENT_LOG, List.of());
        EventLog.Chain chain = log.chain(position, caller.actor());
        return new EventChain(
                view(chain.entry()),
                chain.causes().stream().map(this::view).toList(),
                chain.effects().stream().map(this::view).toList());
    }

    /** Others could not be compared as text, which is how moments are stored. */
    private static @Nullable Instant plausible(@Nullable Instant moment) {
        if (moment != null && (moment.isBefore(FIRST) || !moment.isBefore(AFTER_LAST))) {
            throw new Refusal(
                    "bad-date",
                    400,
                    "This is no moment we can work with",
                    "Choose one in the years 1900 to 2199, like 2026-12-24T12:00:00Z.");
        }
        return moment;
    }

    private EventView view(LogEntry entry) {
        return new EventView(
                entry.position(),
                entry.event(),
                entry.topic(),
                entry.type(),
                entry.subject(),
                entry.title(),
                entry.at(),
                new By(entry.by(), scopes.nameOf(entry.by())),
                entry.cause(),
                StateMapper.json().convertValue(entry.change(), CHANGE));
    }
}
