package io.guildhall.feed.publication.kafka;

import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import io.guildhall.feed.log.Placed;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Entries as CloudEvents in Kafka's binary mode, as the stream and webhooks tell them but for the name of who did it. */
final class PublicRecords {

    private PublicRecords() {}

    /** The topic on which a kind of subjects is published: {@code public.impediments} for {@code team.impediments}. */
    static String topic(String internal) {
        return "public." + internal.substring(internal.indexOf('.') + 1);
    }

    /** @param topic its full name */
    static ProducerRecord<String, byte[]> record(String topic, Placed entry) {
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(entry.id())
                .withSource(URI.create(entry.source()))
                .withType(entry.type())
                .withSubject(entry.subject())
                .withTime(entry.at().atOffset(ZoneOffset.UTC))
                .withExtension("partitionkey", entry.subject())
                .withExtension("topic", entry.topic())
                .withExtension("position", Long.toString(entry.position()))
                .withData("application/json", entry.data(null).toString().getBytes(StandardCharsets.UTF_8));
        if (entry.cause() != null) {
            event.withExtension("cause", entry.cause());
        }
        return KafkaMessageFactory.<String>createWriter(topic, entry.subject()).writeBinary(event.build());
    }
}
