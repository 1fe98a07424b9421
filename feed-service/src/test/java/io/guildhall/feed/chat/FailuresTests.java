package io.guildhall.feed.chat;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.feed.outgoing.Attempt;
import io.guildhall.feed.outgoing.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a chat says when it takes nothing. */
class FailuresTests {

    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(1);

    @ParameterizedTest
    @CsvSource({
        "404, '', true",
        "410, '', true",
        "403, invalid_token, true",
        "404, channel_not_found, true",
        "400, 'no_service\n', true",
        "403, action_prohibited, false",
        "400, invalid_payload, false",
        "429, no_service, false",
        "500, no_service, false",
        "0, '', false"
    })
    void tellsWhatIsGoneFromWhatIsAway(int status, String body, boolean gone) {
        assertThat(Failures.forGood(new Outcome(attempt(status, body), null))).isEqualTo(gone);
    }

    @Test
    void repeatsFewWordsOfTheChatAndNothingElse() {
        assertThat(Failures.words(attempt(403, "invalid_token"))).isEqualTo("It answered. It said: invalid_token.");
        assertThat(Failures.words(attempt(500, "<html>no</html>"))).isEqualTo("It answered.");
        assertThat(Failures.words(attempt(500, "x".repeat(101)))).isEqualTo("It answered.");
    }

    @ParameterizedTest
    @CsvSource({"0, 60", "1, 120", "5, 1920", "6, 3600", "7, 3600", "1000, 3600"})
    void pausesLongerEachTimeAndAnHourAtMost(int before, long seconds) {
        assertThat(pause(before, null).toSeconds()).isBetween(seconds * 8 / 10 - 1, seconds * 12 / 10 + 1);
    }

    @Test
    void waitsAsLongAsItIsAskedTo() {
        assertThat(pause(0, Duration.ofMinutes(7))).isEqualTo(Duration.ofMinutes(7));
        assertThat(pause(3, Duration.ofSeconds(1))).isGreaterThan(Duration.ofMinutes(6));
    }

    private static Duration pause(int before, @Nullable Duration asked) {
        return Failures.pause(before, FIRST, LONGEST, asked);
    }

    private static Attempt attempt(int status, String body) {
        return new Attempt(Instant.EPOCH, status, 1, "It answered.", List.of(), body);
    }
}
