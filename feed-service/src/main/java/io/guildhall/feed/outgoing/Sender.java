package io.guildhall.feed.outgoing;

import io.guildhall.platform.aggregate.Refusal;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClientBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Sends requests, without waiting: however many endpoints hang, they hold connections and no threads. The client itself looks
 * up no name: a connection goes to the very address that was looked at before.
 */
@Component
public final class Sender implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Sender.class);

    private static final String USER_AGENT = "Guildhall/1";
    private static final int MOST_CONNECTIONS = 10_000;
    private static final int IO_THREADS = 2;

    /** Each request ends by its own time; this ends what is left of it. */
    private static final Timeout PATIENCE = Timeout.ofSeconds(15);

    /** Shorter than most servers keep a connection: what is sent on one that is just being closed fails. */
    private static final Duration KEEP_ALIVE = Duration.ofSeconds(4);

    private static final Duration IDLE = Duration.ofSeconds(10);

    private static final RequestConfig USUAL = RequestConfig.custom()
            .setConnectionRequestTimeout(PATIENCE)
            .setConnectionKeepAlive(TimeValue.of(KEEP_ALIVE))
            .setProtocolUpgradeEnabled(false)
            .build();

    private final Addresses addresses;
    private final CloseableHttpAsyncClient client;
    private final Map<String, CompletableFuture<InetAddress[]>> lookUps = new ConcurrentHashMap<>();
    private final ExecutorService lookUpThreads;

    @Autowired
    public Sender(Addresses addresses) {
        this(addresses, Executors.newCachedThreadPool(task -> thread(task, "outgoing-names")));
    }

    Sender(Addresses addresses, ExecutorService lookUpThreads) {
        this.addresses = addresses;
        this.lookUpThreads = lookUpThreads;
        client = HttpAsyncClientBuilder.create()
                .setConnectionManager(PoolingAsyncClientConnectionManagerBuilder.create()
                        // Each endpoint is held back by whoever sends to it, none by what others wait for.
                        .setPoolConcurrencyPolicy(PoolConcurrencyPolicy.LAX)
                        .setMaxConnPerRoute(MOST_CONNECTIONS)
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .setDnsResolver(new LooksUpNothing())
                        .setDefaultTlsConfig(TlsConfig.custom()
                                .setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1)
                                .setHandshakeTimeout(PATIENCE)
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(PATIENCE)
                                .setSocketTimeout(PATIENCE)
                                .build())
                        .build())
                .setIOReactorConfig(IOReactorConfig.custom()
                        .setIoThreadCount(IO_THREADS)
                        .setTcpNoDelay(true)
                        .build())
                .setKeepAliveStrategy((response, context) -> TimeValue.of(KEEP_ALIVE))
                .setIoReactorExceptionCallback(failure -> log.debug("A connection ended", failure))
                .setUserAgent(USER_AGENT)
                .setThreadFactory(task -> thread(task, "outgoing-io"))
                .evictIdleConnections(TimeValue.of(IDLE))
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
        client.start();
    }

    private static Thread thread(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** The future always ends with an outcome, at the latest when the time is over. */
    public CompletableFuture<Outcome> send(Request request) {
        long start = System.nanoTime();
        Exchange exchange = new Exchange(request.timeout(), request.masking());
        CompletableFuture<InetAddress[]> found;
        URI uri;
        try {
            uri = addresses.check(request.url());
            found = lookUp(Addresses.host(uri));
        } catch (Refusal refused) {
            return CompletableFuture.completedFuture(exchange.outcome(request.at(), start, refused));
        }
        return found.thenCompose(all -> post(uri, all, request, exchange))
                .orTimeout(request.timeout().toMillis(), TimeUnit.MILLISECONDS)
                .handle((nothing, failure) -> {
                    exchange.end();
                    return exchange.outcome(request.at(), start, failure);
                });
    }

    /** One look-up of a name at a time: a name server that hangs holds one thread for each name. */
    private CompletableFuture<InetAddress[]> lookUp(String host) {
        CompletableFuture<InetAddress[]> asked = new CompletableFuture<>();
        CompletableFuture<InetAddress[]> under = lookUps.putIfAbsent(host, asked);
        if (under != null) {
            return under.copy();
        }
        try {
            lookUpThreads.execute(() -> answer(host, asked));
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            // There is no thread for it now; the next attempt asks anew.
            lookUps.remove(host, asked);
            asked.completeExceptionally(new RejectedExecutionException(e));
        }
        return asked.copy();
    }

    private void answer(String host, CompletableFuture<InetAddress[]> asked) {
        try {
            asked.complete(addresses.resolve(host));
        } catch (UnknownHostException | RuntimeException e) {
            asked.completeExceptionally(e);
        } finally {
            lookUps.remove(host, asked);
        }
    }

    private CompletableFuture<Void> post(URI uri, InetAddress[] all, Request asked, Exchange exchange) {
        InetAddress address = all[ThreadLocalRandom.current().nextInt(all.length)];
        boolean tls = "https".equalsIgnoreCase(uri.getScheme());
        int port = uri.getPort() > 0 ? uri.getPort() : tls ? 443 : 80;
        HttpHost target = new HttpHost(tls ? "https" : "http", address, Addresses.host(uri), port);
        String path = (uri.getRawPath().isEmpty() ? "/" : uri.getRawPath())
                + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
        BasicHttpRequest request = new BasicHttpRequest("POST", target, path);
        asked.headers().forEach(request::setHeader);
        byte[] body = asked.body().getBytes(StandardCharsets.UTF_8);
        HttpClientContext context = HttpClientContext.create();
        context.setRequestConfig(RequestConfig.copy(USUAL)
                .setResponseTimeout(Timeout.of(asked.timeout()))
                .build());
        CompletableFuture<Void> done = new CompletableFuture<>();
        exchange.begin(client.execute(
                target,
                new BasicRequestProducer(
                        request, new BasicAsyncEntityProducer(body, ContentType.parse(asked.contentType()))),
                exchange,
                null,
                context,
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
