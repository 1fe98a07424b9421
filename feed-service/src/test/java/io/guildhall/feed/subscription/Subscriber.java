package io.guildhall.feed.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import com.rometools.rome.feed.atom.Entry;
import com.rometools.rome.feed.atom.Feed;
import com.rometools.rome.feed.atom.Link;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.WireFeedInput;
import io.guildhall.platform.testing.RunningService;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import tools.jackson.databind.JsonNode;

/** A feed reader or a calendar: it knows an address and has no token. */
final class Subscriber {

    static final String API = "/api/feed/subscriptions";
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final RunningService service;

    Subscriber(RunningService service) {
        this.service = service;
    }

    /** The path of the address of a new subscription. */
    String subscribe(String who, String wish) {
        return URI.create(made(who, wish).get("url").stringValue()).getPath();
    }

    JsonNode made(String who, String wish) {
        HttpResponse<String> made = service.post(
                who, API, wish, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
        return RunningService.body(made);
    }

    HttpResponse<String> fetch(String path, String... headers) {
        return send("GET", path, headers);
    }

    HttpResponse<String> send(String method, String path, String... headers) {
        String port = service.context().getEnvironment().getProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody());
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    Feed feed(String path) {
        HttpResponse<String> answer = fetch(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return (Feed) new WireFeedInput().build(new StringReader(answer.body()));
        } catch (FeedException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    Calendar calendar(String path) {
        HttpResponse<String> answer = fetch(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        try {
            return new CalendarBuilder().build(new StringReader(answer.body()));
        } catch (IOException | ParserException e) {
            throw new AssertionError(answer.body(), e);
        }
    }

    /** The path that a part of a feed is linked to. */
    static Optional<String> linked(Feed feed, String rel) {
        return feed.getOtherLinks().stream()
                .filter(link -> link.getRel().equals(rel))
                .map(Link::getHref)
                .map(href -> URI.create(href).getPath())
                .findFirst();
    }

    static List<String> titles(Feed feed) {
        return feed.getEntries().stream().map(Entry::getTitle).toList();
    }

    static List<String> ids(Feed feed) {
        return feed.getEntries().stream().map(Entry::getId).toList();
    }

    /** Every entry from the newest back to the first, as a reader that keeps all of them gets them. */
    List<String> everything(String path) {
        List<String> ids = new ArrayList<>();
        Map<String, Boolean> seen = new HashMap<>();
        Optional<String> next = Optional.of(path);
        while (next.isPresent()) {
            assertThat(seen.put(next.get(), true)).as("it leads round").isNull();
            Feed feed = feed(next.get());
            ids.addAll(ids(feed));
            next = linked(feed, "prev-archive");
        }
        return ids;
    }
}
