package io.guildhall.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** A service behind the gateway that remembers what reached it. */
final class Service implements AutoCloseable {

    /** One request as the service saw it. */
    record Seen(String method, String path, Headers headers, long bodyLength) {
        @Nullable
        String header(String name) {
            return headers.getFirst(name);
        }
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);

    /** Bytes of the upload that is being read. */
    final AtomicLong uploaded = new AtomicLong();

    /** Released by a test to let one stream go on after its first event. */
    final Semaphore goesOn = new Semaphore(0);

    private Service(HttpServer server) {
        this.server = server;
    }

    static Service start() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        Service service = new Service(server);
        server.setExecutor(service.threads);
        server.createContext("/", service::answer);
        server.start();
        return service;
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    Seen last() {
        return seen.get(seen.size() - 1);
    }

    List<Seen> seen() {
        return seen;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            long length = read(exchange.getRequestBody());
            seen.add(new Seen(exchange.getRequestMethod(), path, exchange.getRequestHeaders(), length));
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            if (path.endsWith("/live")) {
                stream(exchange, path.contains("/events/") ? ": heartbeat\nid: 41\n\n" : "data: second\n\n");
            } else if (path.endsWith("/unknown")) {
                exchange.sendResponseHeaders(404, -1);
            } else if (path.endsWith("/slow")) {
                await(released);
                exchange.sendResponseHeaders(204, -1);
            } else {
                exchange.getResponseHeaders().set("Set-Cookie", "fromService=1");
                exchange.getResponseHeaders().set("Content-Security-Policy", "default-src *");
                exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
                exchange.getResponseHeaders().set("ETag", "\"7\"");
                byte[] body = "{\"ok\":true}".getBytes(StandardCharsets.UTF_8);
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        }
    }

    private void stream(HttpExchange exchange, String second) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.sendResponseHeaders(200, 0);
        OutputStream out = exchange.getResponseBody();
        out.write("data: first\n\n".getBytes(StandardCharsets.UTF_8));
        out.flush();
        awaitPermit();
        out.write(second.getBytes(StandardCharsets.UTF_8));
        out.flush();
        await(released);
    }

    private long read(InputStream body) {
        uploaded.set(0);
        byte[] buffer = new byte[64 * 1024];
        try {
            for (int n = body.read(buffer); n >= 0; n = body.read(buffer)) {
                uploaded.addAndGet(n);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return uploaded.get();
    }

    private void awaitPermit() throws IOException {
        try {
            if (!goesOn.tryAcquire(60, TimeUnit.SECONDS)) {
                throw new IOException("No test went on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw new IOException("No test went on");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        released.countDown();
        goesOn.release(1_000);
        server.stop(0);
        threads.shutdownNow();
    }
}
