package io.guildhall.platform.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.platform.outbox.Topics;
import java.util.List;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.junit.jupiter.api.Test;

class ScopesFeedTests {

    @Test
    void waitsForATopicThatTheBrokerDoesNotKnowYetInsteadOfNeverReadingIt() {
        try (MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest")) {
            consumer.updatePartitions("units", List.of(partition("units", 0)));

            assertThatThrownBy(() -> Topics.partitions(consumer, List.of("units", "people")))
                    .hasMessageContaining("people");

            consumer.updatePartitions("people", List.of(partition("people", 0), partition("people", 1)));
            assertThat(Topics.partitions(consumer, List.of("units", "people"))).hasSize(3);
        }
    }

    private static PartitionInfo partition(String topic, int number) {
        return new PartitionInfo(topic, number, Node.noNode(), new Node[0], new Node[0]);
    }
}
