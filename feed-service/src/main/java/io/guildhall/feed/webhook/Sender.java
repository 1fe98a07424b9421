package io.guildhall.feed.webhook;

import io.guildhall.platform.aggregate.Refusal;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.message.BasicHttpRequest;
import org.apache.hc.core5.http.nio.entity.BasicAsyncEntityProducer;
import org.apache.hc.core5.http.nio.support.BasicRequestProducer;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends messages, without waiting: however many endpoints hang, they hold connections and no threads. The client itself looks
 * up no name: a connection goes to the very address that was looked at before.
 */
@Component
final class Sender implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Sender.class);

    static final String USER_AGENT = "Guildhall-Webhooks/1";

    private static final int MOST_CONNECTIONS = 10_000;
    private static final int IO_THREADS = 2;

    /** Shorter than most servers keep a connection: what is sent on one that is just being closed fails. */
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(4);

    private static final Duration IDLE = Duration.ofSeconds(10);

    private final Addresses addresses;
    private final Duration timeout;
    private final Clock clock;
    private final CloseableHttpAsyncClient client;
    private final Map<String, CompletableFuture<InetAddress[]>> lookUps = new ConcurrentHashMap<>();
    private final ExecutorService lookUpThreads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "webhooks-names");
        thread.setDaemon(true);
        return thread;
    });

    Sender(Addresses addresses, WebhookProperties properties, Clock clock) {
        this.addresses = addresses;
        this.timeout = properties.timeout();
        this.clock = clock;
        Timeout patience = Timeout.of(timeout);
        client = HttpAsyncClientBuilder.create()
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        // Each endpoint is held back by its courier, none by what others wait for.
                        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                        .setMaxConnPerRoute(MOST_CONNECTIONS)
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .setDnsResolver(new LooksUpNothing())
                        .setDefaultTlsConfig(TlsConfig.custom()
                                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                                .setHandshakeTimeout(patience)
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(patience)
                                .setSocketTimeout(patience)
                                .build())
                        .build())
                .setIOReactorConfig(IOReactorConfig.custom()
                        .setIoThreadCount(IO_THREADS)
                        .setTcpNoDelay(true)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(patience)
                        .setResponseTimeout(patience)
                        .setConnectionKeepAlive(TimeValue.of(KEEP_ALIVE))
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setKeepAliveStrategy((response, context) -> TimeValue.of(KEEP_ALIVE))
                .setIoReactorExceptionCallback(failure -> log.debug("A connection ended", failure))
                .setUserAgent(USER_AGENT)
                .setThreadFactory(task -> {
                    Thread thread = new Thread(task, "webhooks-io");
                    thread.setDaemon(true);
                    return thread;
                })
                .evictIdleConnections(TimeValue.of(IDLE))
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
        client.start();
    }

    CompletableFuture<Exchange.Outcome> send(Webhook webhook, Message message) {
        return send(webhook, message, timeout);
    }

    /** The future always ends with an outcome, at the latest when the time is over. */
    CompletableFuture<Exchange.Outcome> send(Webhook webhook, Message message, Duration most) {
        Instant begun = clock.instant();
        long start = System.nanoTime();
        Exchange exchange = new Exchange(most);
        CompletableFuture<InetAddress[]> found;
        URI uri;
        try {
            uri = addresses.check(webhook.settings().url());
            found = lookUp(Addresses.host(uri));
        } catch (Refusal refused) {
            return CompletableFuture.completedFuture(exchange.outcome(begun, start, refused));
        }
        return found.thenCompose(all -> post(uri, all, webhook, message, begun, exchange))
                .orTimeout(most.toMillis(), TimeUnit.MILLISECONDS)
                .handle((nothing, failure) -> {
                    exchange.end();
                    return exchange.outcome(begun, start, failure);
                });
    }

    /** One look-up of a name at a time: a name server that hangs holds one thread for each name. */
    private CompletableFuture<InetAddress[]> lookUp(String host) {
        CompletableFuture<InetAddress[]> asked = new CompletableFuture<>();
        CompletableFuture<InetAddress[]> under = lookUps.putIfAbsent(host, asked);
        if (under != null) {
            return under.copy();
        }
        lookUpThreads.execute(() -> {
            try {
                asked.complete(addresses.resolve(host));
            } catch (UnknownHostException | RuntimeException e) {
                asked.completeExceptionally(e);
            } finally {
                lookUps.remove(host, asked);
            }
        });
        return asked.copy();
    }

    private CompletableFuture<Void> post(
            URI uri, InetAddress[] all, Webhook webhook, Message message, Instant now, Exchange exchange) {
        InetAddress address = all[ThreadLocalRandom.current().nextInt(all.length)];
        boolean tls = "https".equalsIgnoreCase(uri.getScheme());
        int port = uri.getPort() > 0 ? uri.getPort() : tls ? 443 : 80;
        HttpHost target = new HttpHost(tls ? "https" : "http", address, Addresses.host(uri), port);
        String path = (uri.getRawPath().isEmpty() ? "/" : uri.getRawPath())
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        byte[] body = message.bytes();
        BasicHttpRequest request = new BasicHttpRequest("POST", target, path);
        request.setHeader("webhook-id", message.id());
        request.setHeader("webhook-timestamp", Long.toString(now.getEpochSecond()));
        request.setHeader("webhook-signature", webhook.signatures(message.id(), now.getEpochSecond(), body, now));
        CompletableFuture<Void> done = new CompletableFuture<>();
        exchange.begin(client.execute(
                target,
                new BasicRequestProducer(
                        request, new BasicAsyncEntityProducer(body, ContentType.parse(Message.CONTENT_TYPE))),
                exchange,
                null,
                null,
                new Done(done)));
        return done;
    }

    @Override
    public void close() {
        lookUpThreads.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }

    private static final class Done implements FutureCallback<Void> {

        private final CompletableFuture<Void> future;

        Done(CompletableFuture<Void> future) {
            this.future = future;
        }

        @Override
        public void completed(Void result) {
            future.complete(null);
        }

        @Override
        public void failed(Exception failure) {
            future.completeExceptionally(failure);
        }

        @Override
        public void cancelled() {
            future.cancel(false);
        }
    }

    private static final class LooksUpNothing implements DnsResolver {

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            throw new UnknownHostException(host);
        }

        @Override
        public String resolveCanonicalHostname(String host) throws UnknownHostException {
            throw new UnknownHostException(host);
        }
    }
}
