package io.guildhall.feed.outgoing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What a request says that could not even be made. */
class SenderTests {

    private static final Addresses NOWHERE = new Addresses(new OutgoingProperties(List.of(), false), host -> {
        throw new UnknownHostException(host);
    });

    @Test
    void aNameIsLookedUpAgainAfterThereWasNoThreadForIt() {
        try (Sender sender = new Sender(
                NOWHERE,
                new Failing(
                        new RejectedExecutionException("full"),
                        new OutOfMemoryError("unable to create native thread")))) {
            assertThat(failure(sender)).contains("cannot look its host up now");
            assertThat(failure(sender)).contains("cannot look its host up now");
            assertThat(failure(sender)).contains("not known to the name server");
        }
    }

    private static String failure(Sender sender) {
        Request request = new Request(
                "https://example.com/",
                Instant.EPOCH,
                Map.of(),
                "application/json",
                "{}",
                Duration.ofSeconds(5),
                UnaryOperator.identity());
        return String.valueOf(sender.send(request).join().attempt().failure());
    }

    /** Runs nothing the first times, as when the machine has no more threads. */
    private static final class Failing extends ThreadPoolExecutor {

        private final List<Throwable> failures;
        private int asked;

        Failing(Throwable... failures) {
            super(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
            this.failures = List.of(failures);
        }

        @Override
        public void execute(Runnable task) {
            if (asked == failures.size()) {
                super.execute(task);
                return;
            }
            Throwable failure = failures.get(asked++);
            if (failure instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) failure;
        }
    }
}
