package io.guildhall.feed.chat;

import io.guildhall.feed.outgoing.Attempt;
import io.guildhall.feed.outgoing.Outcome;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a failed attempt means: when to try again, or that there is no use. */
final class Failures {

    private static final Set<Integer> GONE = Set.of(404, 410);

    /** Slack's words for an address that will not work again. */
    private static final Set<String> GONE_WORDS = Set.of(
            "channel_not_found",
            "channel_is_archived",
            "invalid_token",
            "no_active_hooks",
            "no_service",
            "no_service_id",
            "no_team",
            "team_disabled");

    private static final Pattern SHORT_ANSWER = Pattern.compile("[\\w .,'*-]{1,100}");
    private static final double JITTER = 0.2;
    private static final int MOST_DOUBLINGS = 20;

    private Failures() {}

    /** Whether the address will never take anything again. */
    static boolean forGood(Outcome outcome) {
        Attempt attempt = outcome.attempt();
        return GONE.contains(attempt.status())
                || (outcome.refused() && GONE_WORDS.contains(attempt.body().strip()));
    }

    /** What went wrong, with what the chat says to it where that is a few words. */
    static String words(Attempt attempt) {
        String said = attempt.body().strip();
        String failure = String.valueOf(attempt.failure());
        return attempt.status() != 0 && SHORT_ANSWER.matcher(said).matches()
                ? failure + " It said: " + said + "."
                : failure;
    }

    /**
     * How long to wait.
     *
     * @param before as many failures in a row came before this one
     * @param asked what the chat asks for
     */
    static Duration pause(int before, Duration first, Duration longest, @Nullable Duration asked) {
        Duration doubled = first.multipliedBy(1L << Math.min(before, MOST_DOUBLINGS));
        Duration planned = doubled.compareTo(longest) < 0 ? doubled : longest;
        double factor = 1 + ThreadLocalRandom.current().nextDouble(-JITTER, JITTER);
        Duration wait = Duration.ofMillis(Math.round(planned.toMillis() * factor));
        return asked != null && asked.compareTo(wait) > 0 ? asked : wait;
    }
}
