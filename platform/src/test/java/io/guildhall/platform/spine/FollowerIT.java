package io.guildhall.platform.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.guildhall.platform.replica.Follower;
import io.guildhall.platform.replica.IncomingEvent;
import io.guildhall.platform.replica.UnreadableEvent;
import io.guildhall.platform.testing.RealParts;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

class FollowerIT {

    private static final Duration SOON = Duration.ofSeconds(60);

    private final String topic = RealParts.installation() + ".followed";
    private Reader reader = new Reader(true);

    /** Keeps the sequences that it hears; it cannot use 3, and fails at the first 5. */
    private final class Reader extends Follower<Long> {

        final List<Long> heard = new CopyOnWriteArrayList<>();
        final List<Long> whenCaughtUp = new CopyOnWriteArrayList<>();
        volatile boolean failed;

        Reader(boolean fromBeginning) {
            super("reader", fromBeginning, factory());
        }

        boolean follows() {
            return isFollowing();
        }

        @Override
        protected Collection<String> declare() {
            return List.of(topic);
        }

        @Override
        protected Long read(String name, IncomingEvent event) {
            if (event.sequence() == 3) {
                throw new UnreadableEvent("It is a three");
            }
            return event.sequence();
        }

        @Override
        protected void hear(List<Long> events) {
            if (events.contains(5L) && !failed) {
                failed = true;
                throw new IllegalStateException("Fails once");
            }
            heard.addAll(events);
        }

        @Override
        protected void whenCaughtUp() {
            whenCaughtUp.addAll(heard);
        }
    }

    private static ConsumerFactory<String, byte[]> factory() {
        Map<String, Object> config =
                Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, RealParts.get().brokers());
        return new DefaultKafkaConsumerFactory<>(config, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @AfterEach
    void stop() {
        reader.stop();
    }

    @Test
    void hearsEverythingOnceAlthoughItFailsAndLeavesOutWhatItCannotRead() {
        publish(1, 4);

        reader.start();
        await().atMost(SOON).until(reader::caughtUp);
        assertThat(reader.whenCaughtUp).containsExactly(1L, 2L, 4L);

        publish(5, 6);
        await().atMost(SOON).until(() -> reader.heard.contains(6L));
        assertThat(reader.failed).isTrue();
        assertThat(reader.heard).containsExactly(1L, 2L, 4L, 5L, 6L);
        assertThat(reader.whenCaughtUp).as("told once").hasSize(3);
    }

    @Test
    void hearsOnlyWhatIsPublishedFromItsStartOn() {
        publish(1, 2);
        reader = new Reader(false);

        reader.start();
        await().atMost(SOON).until(reader::follows);
        publish(7, 8);

        await().atMost(SOON).until(() -> reader.heard.contains(8L));
        assertThat(reader.heard).containsExactly(7L, 8L);
    }

    private void publish(int first, int last) {
        IntStream.rangeClosed(first, last).forEach(number -> RealParts.get().publish(topic, "one", number, "{}"));
    }
}
