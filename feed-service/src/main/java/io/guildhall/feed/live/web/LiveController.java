package io.guildhall.feed.live.web;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.security.Actors;
import io.guildhall.platform.web.Caller;
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
import org.springframework.web.bind.annotation.RestController;

/** The live stream over HTTP, as Server-Sent Events. */
@RestController
class LiveController {

    static final String FOLLOW_CHANGES = "FollowChanges";

    private final LiveStreams streams;
    private final Actors actors;
    private final Access access;

    LiveController(LiveStreams streams, Actors actors, Access access) {
        this.streams = streams;
        this.actors = actors;
        this.access = access;
    }

    /**
     * Changes as they happen: events {@code change}, and {@code reset} where the reader has missed some. It ends when the
     * token expires; a client reconnects with {@code Last-Event-ID}.
     */
    @GetMapping(path = "/api/feed/live", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void live(
            Caller caller,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        access.require(caller.actor(), FOLLOW_CHANGES, List.of());
        streams.open(
                new Reader(caller.actor().issuer(), caller.actor().subject(), expiry(request), actors, access),
                lastEventId,
                request,
                response);
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
