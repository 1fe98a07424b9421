package io.guildhall.feed.live;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the live streams behave.
 *
 * @param topics what is followed, without the installation's prefix
 * @param kept as many notices are kept for readers who come back; about 300 bytes each
 * @param mostReaders as many streams are open at once on one instance; further ones are refused with 503
 * @param mostReadersEach as many of them one sign-in may have; further ones are refused with 429
 * @param heartbeat a comment is sent when nothing else was for this long
 * @param patience a reader whose connection takes nothing for this long is dropped
 */
@ConfigurationProperties("guildhall.live")
public record LiveProperties(
        List<Topic> topics,
        @DefaultValue("10000") int kept,
        @DefaultValue("5000") int mostReaders,
        @DefaultValue("50") int mostReadersEach,
        @DefaultValue("15s") Duration heartbeat,
        @DefaultValue("30s") Duration patience) {

    public LiveProperties {
        topics = List.copyOf(topics);
        if (kept < 1) {
            throw new IllegalArgumentException("guildhall.live.kept must be at least 1");
        }
    }

    /** A topic and how the readers of its changes are found. */
    public record Topic(
            String name, @DefaultValue("BY_STATE") Readers readers) {

        /** Whether the log tells of it: of people it does not. */
        public boolean isTold() {
            return readers != Readers.EVERYBODY_BUT_NOT_WHO;
        }
    }

    /** Who is told of the changes of a topic. */
    public enum Readers {
        /** Those whom the visibility in the state admits; nobody where it has none. */
        BY_STATE,
        /** The same, and everybody known where the state has no visibility. */
        BY_STATE_ELSE_EVERYBODY,
        /** Everybody known, but only that something has changed and not what: the topic holds names and addresses. */
        EVERYBODY_BUT_NOT_WHO
    }
}
