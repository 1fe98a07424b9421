package io.guildhall.feed.outgoing;

import io.guildhall.feed.outgoing.Attempt.Header;
import io.guildhall.platform.aggregate.Refusal;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.async.methods.AbstractBinResponseConsumer;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpResponse;
import org.jspecify.annotations.Nullable;

/** One request and as much of its answer as is kept; an answer that does not end is not read to its end. */
final class Exchange extends AbstractBinResponseConsumer<Void> {

    private static final int KEPT_BYTES = 2_048;
    private static final int MOST_BYTES = 65_536;
    private static final int MOST_HEADERS = 30;
    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_HEADER = 200;
    private static final Set<String> PRIVATE = Set.of("set-cookie", "set-cookie2", "authorization");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    private static final Duration LONGEST_RETRY_AFTER = Duration.ofDays(1);

    private final Duration timeout;
    private final UnaryOperator<String> masking;
    private final byte[] kept = new byte[KEPT_BYTES];
    private int read;
    private int status;
    private List<Header> headers = List.of();
    private @Nullable Duration retryAfter;
    private @Nullable Future<Void> request;
    private boolean ended;

    Exchange(Duration timeout, UnaryOperator<String> masking) {
        this.timeout = timeout;
        this.masking = masking;
    }

    synchronized void begin(Future<Void> begun) {
        request = begun;
        if (ended) {
            begun.cancel(true);
        }
    }

    /** Lets the connection go, whatever still comes. */
    synchronized void end() {
        ended = true;
        if (request != null) {
            request.cancel(true);
        }
    }

    @Override
    protected synchronized void start(HttpResponse response, @Nullable ContentType contentType) {
        status = response.getCode();
        headers = Arrays.stream(response.getHeaders())
                .limit(MOST_HEADERS)
                .map(header -> new Header(
                        beginning(header.getName(), LONGEST_NAME), shown(header.getName(), header.getValue())))
                .toList();
        var asked = response.getFirstHeader("Retry-After");
        retryAfter = asked == null ? null : seconds(asked.getValue());
    }

    private String shown(String name, @Nullable String value) {
        if (PRIVATE.contains(name.toLowerCase(Locale.ROOT))) {
            return "***";
        }
        return masking.apply(beginning(value == null ? "" : value, LONGEST_HEADER));
    }

    private static String beginning(String text, int most) {
        return text.substring(0, Math.min(text.length(), most));
    }

    /** A date instead of seconds is not honoured: whose clock would it be? */
    private static @Nullable Duration seconds(@Nullable String value) {
        if (value == null || !SECONDS.matcher(value.strip()).matches()) {
            return null;
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(value.strip()));
        return asked.compareTo(LONGEST_RETRY_AFTER) > 0 ? LONGEST_RETRY_AFTER : asked;
    }

    @Override
    protected int capacityIncrement() {
        return MOST_BYTES;
    }

    @Override
    protected synchronized void data(ByteBuffer source, boolean last) throws IOException {
        int more = source.remaining();
        int fits = Math.min(more, Math.max(0, KEPT_BYTES - read));
        if (fits > 0) {
            source.get(kept, read, fits);
        }
        source.position(source.limit());
        read += more;
        if (read > MOST_BYTES) {
            throw new TooLong();
        }
    }

    @Override
    protected @Nullable Void buildResult() {
        return null;
    }

    @Override
    public void releaseResources() {
        // what was kept is still needed
    }

    synchronized Outcome outcome(Instant begun, long start, @Nullable Throwable failure) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        String why = failure == null || cause(failure) instanceof TooLong ? ofStatus() : words(cause(failure));
        String body = new String(kept, 0, Math.min(read, KEPT_BYTES), StandardCharsets.UTF_8);
        Attempt attempt = new Attempt(begun, status, millis, why, headers, masking.apply(readable(body)));
        return new Outcome(attempt, retryAfter);
    }

    private static String readable(String text) {
        return text.replaceAll("[\\p{Cc}&&[^\\t\\n\\r]]", "\uFFFD");
    }

    private @Nullable String ofStatus() {
        if (status >= 200 && status < 300) {
            return null;
        }
        if (status >= 300 && status < 400) {
            return "It answered " + status + ": redirects are not followed, so give the address it leads to.";
        }
        return status == 410 ? "It answered 410: it is gone for good." : "It answered " + status + ".";
    }

    private static Throwable cause(Throwable failure) {
        Throwable cause = failure;
        while (cause instanceof CompletionException && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause;
    }

    private String words(Throwable failure) {
        if (failure instanceof Refusal refusal) {
            return refusal.detail();
        }
        if (failure instanceof TimeoutException || failure instanceof java.net.SocketTimeoutException) {
            return status == 0
                    ? "It did not answer within " + timeout.toMillis() / 1000.0 + " s."
                    : "Its answer did not end within " + timeout.toMillis() / 1000.0 + " s.";
        }
        if (failure instanceof UnknownHostException) {
            return "Its host is not known to the name server.";
        }
        if (failure instanceof RejectedExecutionException) {
            return "Guildhall cannot look its host up now.";
        }
        if (failure instanceof ConnectException || failure instanceof NoRouteToHostException) {
            return "Nothing takes connections there.";
        }
        if (failure instanceof SSLException) {
            return "There is no secure connection: " + failure.getMessage();
        }
        return "The connection broke off before there was an answer.";
    }

    private static final class TooLong extends IOException {}
}
