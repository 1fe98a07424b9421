package io.guildhall.feed.mail;

import io.guildhall.platform.access.ScopesFeed;
import io.guildhall.platform.replica.Consumers;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Lets what is to be mailed be found and sent, again and again, once this instance knows what there was at its start. Where
 * there is no mail server it does nothing, so nothing piles up.
 */
@Component
public final class MailRounds implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MailRounds.class);

    private final FindMatters find;
    private final Postman postman;
    private final Matters matters;
    private final Mailboxes mailboxes;
    private final Smtp smtp;
    private final ScopesFeed organization;
    private final Consumers consumers;
    private final MailProperties properties;
    private final Clock clock;
    private volatile @Nullable ScheduledExecutorService timer;

    MailRounds(
            FindMatters find,
            Postman postman,
            Matters matters,
            Mailboxes mailboxes,
            Smtp smtp,
            ScopesFeed organization,
            Consumers consumers,
            MailProperties properties,
            Clock clock) {
        this.find = find;
        this.postman = postman;
        this.matters = matters;
        this.mailboxes = mailboxes;
        this.smtp = smtp;
        this.organization = organization;
        this.consumers = consumers;
        this.properties = properties;
        this.clock = clock;
    }

    public MailState state() {
        return new MailState(
                smtp.isSetUp(),
                matters.countWaiting(),
                mailboxes.lastSent(),
                mailboxes.countRefused(),
                postman.waits());
    }

    private void guarded(String what, Runnable task) {
        try {
            if (organization.caughtUp() && consumers.behind().isEmpty()) {
                task.run();
            }
        } catch (RuntimeException e) {
            log.warn("{}: {}", what, e.toString());
        }
    }

    private void forget() {
        matters.forget(clock.instant().minus(properties.remembered()));
    }

    @Override
    public void start() {
        if (!smtp.isSetUp()) {
            return;
        }
        find.begin();
        // Two threads: a server that takes its time keeps nothing from being found.
        ScheduledExecutorService started = Executors.newScheduledThreadPool(2, task -> {
            Thread thread = new Thread(task, "mail");
            thread.setDaemon(true);
            return thread;
        });
        every(started, properties.look().toMillis(), "What is to be mailed is looked for later", find::round);
        every(started, properties.look().toMillis(), "Mail waits", postman::round);
        every(started, properties.invite().toMillis(), "Invitations are looked for later", find::invitations);
        every(started, TimeUnit.HOURS.toMillis(1), "What was mailed long ago stays", this::forget);
        timer = started;
    }

    private void every(ScheduledExecutorService on, long millis, String otherwise, Runnable task) {
        var unused = on.scheduleWithFixedDelay(
                () -> guarded(otherwise, task), Math.min(millis, 1_000), millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void stop() {
        ScheduledExecutorService running = timer;
        timer = null;
        if (running != null) {
            running.shutdown();
            awaitEnd(running);
        }
    }

    /** A mail that is being sent is sent to its end, or it would be sent again. */
    private static void awaitEnd(ScheduledExecutorService running) {
        try {
            if (!running.awaitTermination(5, TimeUnit.SECONDS)) {
                running.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return timer != null;
    }
}
