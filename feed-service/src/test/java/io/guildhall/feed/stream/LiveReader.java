package io.guildhall.feed.stream;

import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Flow;
import org.jspecify.annotations.Nullable;

/** A client of the live stream, as a browser's EventSource is one. */
final class LiveReader implements AutoCloseable {

    private final List<Told> told = new CopyOnWriteArrayList<>();
    private final CompletableFuture<HttpResponse<Void>> response;
    private volatile String lastEventId = "";
    private volatile Flow.@Nullable Subscription subscription;

    /** An event as it was told. */
    record Told(String event, String id, String data) {}

    private LiveReader(HttpClient http, HttpRequest request) {
        response = http.sendAsync(request, HttpResponse.BodyHandlers.fromLineSubscriber(new Lines()));
    }

    static LiveReader open(RunningService service, HttpClient http, String who, String lastEventId) {
        return withToken(service, http, RealParts.get().token(who), lastEventId);
    }

    static LiveReader withToken(RunningService service, HttpClient http, String token, String lastEventId) {
        return of(service, http, token, "/api/feed/live", lastEventId);
    }

    /** Reads any stream. */
    static LiveReader of(RunningService service, HttpClient http, String token, String path, String lastEventId) {
        String port = service.context().getEnvironment().getProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + token);
        if (!lastEventId.isEmpty()) {
            request.header("Last-Event-ID", lastEventId);
        }
        return new LiveReader(http, request.build());
    }

    List<Told> told() {
        return told;
    }

    String lastEventId() {
        return lastEventId;
    }

    boolean ended() {
        return response.isDone();
    }

    /** Whether it was refused because this person has too many streams open. */
    boolean tooMany() {
        return response.isDone()
                && !response.isCompletedExceptionally()
                && response.join().statusCode() == 429;
    }

    @Override
    public void close() {
        Flow.Subscription open = subscription;
        if (open != null) {
            open.cancel();
        }
        response.cancel(true);
    }

    private final class Lines implements Flow.Subscriber<String> {

        private final List<String> block = new ArrayList<>();

        @Override
        public void onSubscribe(Flow.Subscription opened) {
            subscription = opened;
            opened.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (!line.isEmpty()) {
                block.add(line);
                return;
            }
            String id = field("id: ");
            if (!id.isEmpty()) {
                lastEventId = id;
            }
            if (!field("data: ").isEmpty()) {
                told.add(new Told(field("event: "), id, field("data: ")));
            }
            block.clear();
        }

        private String field(String name) {
            return block.stream()
                    .filter(line -> line.startsWith(name))
                    .map(line -> line.substring(name.length()))
                    .findFirst()
                    .orElse("");
        }

        @Override
        public void onError(Throwable failure) {
            // the response says so
        }

        @Override
        public void onComplete() {
            // the response says so
        }
    }
}
