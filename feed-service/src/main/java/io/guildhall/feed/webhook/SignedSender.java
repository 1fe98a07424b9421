package io.guildhall.feed.webhook;

import io.guildhall.feed.outgoing.Outcome;
import io.guildhall.feed.outgoing.Request;
import io.guildhall.feed.outgoing.Sender;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/** Sends messages signed by the Standard Webhooks specification. */
@Component
final class SignedSender {

    static final String USER_AGENT = "Guildhall-Webhooks/1";

    private final Sender sender;
    private final Duration timeout;
    private final Clock clock;

    SignedSender(Sender sender, WebhookProperties properties, Clock clock) {
        this.sender = sender;
        this.timeout = properties.timeout();
        this.clock = clock;
    }

    CompletableFuture<Outcome> send(Webhook webhook, Message message) {
        return send(webhook, message, timeout);
    }

    CompletableFuture<Outcome> send(Webhook webhook, Message message, Duration most) {
        Instant now = clock.instant();
        long second = now.getEpochSecond();
        Map<String, String> headers = Map.of(
                "webhook-id",
                message.id(),
                "webhook-timestamp",
                Long.toString(second),
                "webhook-signature",
                webhook.signatures(message.id(), second, message.bytes(), now),
                "user-agent",
                USER_AGENT);
        return sender.send(new Request(
                webhook.settings().url(),
                now,
                headers,
                Message.CONTENT_TYPE,
                message.body(),
                most,
                answer -> kept(answer, message)));
    }

    /** An answer that repeats what was sent is not kept: whoever may not see the event any more would find it there. */
    private static String kept(String answer, Message message) {
        return answer.contains(message.event())
                ? "(It repeats what was sent, so it is not kept.)"
                : Secret.masked(answer);
    }
}
