package io.guildhall.feed.subscription.web;

import io.guildhall.feed.subscription.Kind;
import io.guildhall.feed.subscription.MakeSubscription;
import io.guildhall.feed.subscription.ReadCalendar;
import io.guildhall.feed.subscription.ReadFeed;
import io.guildhall.feed.subscription.Subscription;
import io.guildhall.feed.subscription.Subscriptions;
import io.guildhall.feed.subscription.Token;
import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.security.Actors;
import io.guildhall.platform.web.Problems;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/**
 * What a subscription shows, to whoever knows its address. An answer is asked for again with {@code If-None-Match};
 * {@code If-Modified-Since} alone gets a whole one, because a feed also changes by what it does not show any more.
 */
@Hidden // not part of the API: an address is given whole, and its documents describe themselves
@RestController
@RequestMapping(FeedAddresses.FEEDS)
class FeedController {

    private static final Pattern BLOCK = Pattern.compile("([0-9]{1,15})(\\.atom)?");

    private final Subscriptions subscriptions;
    private final ReadFeed feed;
    private final ReadCalendar calendar;
    private final AtomDocument atom;
    private final CalendarDocument occasions;
    private final Actors actors;
    private final Access access;
    private final Clock clock;

    FeedController(
            Subscriptions subscriptions,
            ReadFeed feed,
            ReadCalendar calendar,
            AtomDocument atom,
            CalendarDocument occasions,
            Actors actors,
            Access access,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.feed = feed;
        this.calendar = calendar;
        this.atom = atom;
        this.occasions = occasions;
        this.actors = actors;
        this.access = access;
        this.clock = clock;
    }

    /** A subscription that is read, and who its owner is now. */
    private record Reading(Subscription subscription, Actor actor, Token token) {}

    @GetMapping("/{file}")
    void read(@PathVariable String file, HttpServletRequest request, HttpServletResponse response) throws IOException {
        Kind kind = file.endsWith(FeedAddresses.CALENDAR) ? Kind.CALENDAR : Kind.ATOM;
        boolean named = file.endsWith(FeedAddresses.ATOM) || file.endsWith(FeedAddresses.CALENDAR);
        Reading reading = reading(named ? file.substring(0, file.lastIndexOf('.')) : file);
        Subscription subscription = reading.subscription;
        if (named && subscription.kind() != kind) {
            throw nothingHere();
        }
        answer(
                reading,
                subscription.kind() == Kind.ATOM
                        ? atom.show(subscription, feed.newest(subscription, reading.actor), reading.token)
                        : occasions.show(subscription, calendar.of(subscription.unit(), reading.actor)),
                request,
                response);
    }

    @GetMapping("/{token}/archive/{file}")
    void archive(
            @PathVariable String token,
            @PathVariable String file,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Reading reading = reading(token);
        Matcher block = BLOCK.matcher(file);
        if (reading.subscription.kind() != Kind.ATOM || !block.matches()) {
            throw nothingHere();
        }
        ReadFeed.Part part = feed.archive(Long.parseLong(block.group(1)), reading.subscription, reading.actor)
                .orElseThrow(FeedController::nothingHere);
        answer(reading, atom.show(reading.subscription, part, reading.token), request, response);
    }

    private Reading reading(String text) {
        Token token = new Token(text);
        Subscription subscription = subscriptions.find(token).orElseThrow(FeedController::nothingHere);
        Actor actor =
                actors.of(subscription.owner().issuer(), subscription.owner().subject());
        if (!access.may(actor, MakeSubscription.MANAGE_SUBSCRIPTIONS, List.of())) {
            throw nothingHere();
        }
        return new Reading(subscription, actor, token);
    }

    private void answer(Reading reading, Shown shown, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        subscriptions.used(reading.subscription, request.getHeader(HttpHeaders.USER_AGENT), clock.instant());
        headers().forEach((name, values) -> response.setHeader(name, values.get(0)));
        if (new ServletWebRequest(request, response).checkNotModified(shown.tag())) {
            return;
        }
        if (shown.modified() != null) {
            response.setDateHeader(HttpHeaders.LAST_MODIFIED, shown.modified().toEpochMilli());
        }
        response.setContentType(shown.mediaType());
        response.setContentLength(shown.content().length);
        response.getOutputStream().write(shown.content());
    }

    /** The same for what never was, what was revoked, and what is of somebody who is not known any more. */
    private static Refusal nothingHere() {
        return new Refusal(
                "not-found",
                404,
                "Not found",
                "This address shows nothing, or nothing any more. Make another under Subscriptions in Guildhall.");
    }

    /** Names no address: it holds the secret, and problems are written into logs. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(Refusal refusal) {
        ProblemDetail problem = Problems.of(refusal);
        problem.setInstance(URI.create(FeedAddresses.FEEDS));
        return ResponseEntity.status(refusal.status())
                .headers(headers())
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static HttpHeaders headers() {
        HttpHeaders headers = new HttpHeaders();
        headers.setCacheControl("private, no-cache");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("X-Robots-Tag", "noindex");
        return headers;
    }
}
