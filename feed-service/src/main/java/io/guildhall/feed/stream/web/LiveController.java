package io.guildhall.feed.stream.web;

import io.guildhall.feed.live.Notices;
import io.guildhall.feed.log.EventLog;
import io.guildhall.feed.log.LogTail;
import io.guildhall.feed.log.ToldTopics;
import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.security.Actors;
import io.guildhall.platform.web.Caller;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happens, as it does, by Server-Sent Events. */
@RestController
class LiveController {

    static final String FOLLOW_CHANGES = "FollowChanges";

    private final LiveStreams streams;
    private final Notices notices;
    private final LogTail tail;
    private final ToldTopics topics;
    private final Scopes scopes;
    private final Actors actors;
    private final Access access;

    LiveController(
            LiveStreams streams,
            Notices notices,
            LogTail tail,
            ToldTopics topics,
            Scopes scopes,
            Actors actors,
            Access access) {
        this.streams = streams;
        this.notices = notices;
        this.tail = tail;
        this.topics = topics;
        this.scopes = scopes;
        this.actors = actors;
        this.access = access;
    }

    /**
     * That something changes, as it does: events {@code change}, and {@code reset} where the reader has missed some. It
     * ends when the token expires; a client reconnects with {@code Last-Event-ID}.
     */
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(types = "string")))
    @GetMapping(path = "/api/feed/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void live(
            Caller caller,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Reader reader = reader(caller, request);
        streams.open(reader, new NoticePlace(notices, reader, lastEventId), request, response);
    }

    /**
     * What the event log gets, as it does: each event's id is its position, its data a CloudEvent in JSON. A client that
     * reconnects with {@code Last-Event-ID}, to whichever instance and however late, misses nothing and gets nothing twice;
     * one that names a position which the log has never given gets {@code reset}. It ends when the token expires.
     *
     * @param after where a client that sends no {@code Last-Event-ID} begins: behind this position, 0 for the very first;
     *     without it, with what happens from now on
     * @param unit what concerns this team or area, or anything below it
     */
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(types = "string")))
    @GetMapping(path = "/api/feed/events/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void events(
            @RequestParam(required = false) @Nullable String topic,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable String unit,
            @RequestParam(required = false) @Nullable String by,
            @RequestParam(required = false) @Nullable Long after,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastEventId,
            Caller caller,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Reader reader = reader(caller, request);
        topics.check(topic);
        if (!tail.isOpen()) {
            throw Refusal.unavailable("starting", "The log is still being read; try again in a moment.");
        }
        EventLog.Filter filter = new EventLog.Filter(topic, type, subject, unit, by, null, null, null);
        long position = lastEventId != null ? lastEventId : after != null ? after : tail.end();
        streams.open(reader, new LogPlace(tail, scopes, filter, reader, position), request, response);
    }

    private Reader reader(Caller caller, HttpServletRequest request) {
        access.require(caller.actor(), FOLLOW_CHANGES, List.of());
        return new Reader(caller.actor().issuer(), caller.actor().subject(), expiry(request), actors, access);
    }

    private static Instant expiry(HttpServletRequest request) {
        Instant expiry = request.getUserPrincipal() instanceof JwtAuthenticationToken token
                ? token.getToken().getExpiresAt()
                : null;
        if (expiry == null) {
            throw new IllegalStateException("No token with an expiry: this request should have been refused before");
        }
        return expiry;
    }
}
