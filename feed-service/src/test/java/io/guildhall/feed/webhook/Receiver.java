package io.guildhall.feed.webhook;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.cloudevents.CloudEvent;
import io.cloudevents.core.provider.EventFormatProvider;
import io.cloudevents.jackson.JsonFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;

/** An endpoint as somebody would write one; for webhooks with the libraries of both specifications. */
public final class Receiver implements AutoCloseable {

    private final HttpServer http;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Got> got = new CopyOnWriteArrayList<>();

    /** What it answers with: a status, and more headers. */
    public volatile Function<Got, Answer> answers = any -> new Answer(204);

    public record Answer(int status, Map<String, String> headers, String body) {

        public Answer(int status) {
            this(status, Map.of(), "");
        }
    }

    /** A request, taken only when its signature was verified. */
    public record Got(String path, Map<String, List<String>> headers, String body, long nanos) {

        public String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().get(0))
                    .findFirst()
                    .orElse("");
        }

        String id() {
            return header("webhook-id");
        }

        CloudEvent event() {
            return Objects.requireNonNull(EventFormatProvider.getInstance().resolveFormat(JsonFormat.CONTENT_TYPE))
                    .deserialize(body.getBytes(StandardCharsets.UTF_8));
        }

        String subject() {
            return String.valueOf(event().getSubject());
        }

        void verify(String secret) throws WebhookVerificationException {
            new Webhook(secret).verify(body, headers);
        }
    }

    private Receiver(int port) {
        try {
            http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        http.setExecutor(threads);
        http.createContext("/", this::handle);
        http.start();
    }

    public static Receiver open() {
        return new Receiver(0);
    }

    public static Receiver openOn(int port) {
        return new Receiver(port);
    }

    private void handle(HttpExchange exchange) throws IOException {
        Got request = new Got(
                exchange.getRequestURI().toString(),
                Map.copyOf(exchange.getRequestHeaders()),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                System.nanoTime());
        got.add(request);
        Answer answer = answers.apply(request);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    /** Answers nothing until it is closed. */
    public Receiver hanging() {
        answers = any -> {
            try {
                closing.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Answer(204);
        };
        return this;
    }

    public int port() {
        return http.getAddress().getPort();
    }

    public String url() {
        return "http://127.0.0.1:" + port() + "/hook?key=1";
    }

    public List<Got> got() {
        return got;
    }

    List<Got> of(String subject) {
        return got.stream().filter(one -> one.subject().equals(subject)).toList();
    }

    /** The ids of the events of a subject, as they came, each once. */
    List<String> events(String subject) {
        return of(subject).stream().map(one -> one.event().getId()).distinct().toList();
    }

    @Override
    public void close() {
        closing.countDown();
        http.stop(0);
        threads.shutdownNow();
    }
}
