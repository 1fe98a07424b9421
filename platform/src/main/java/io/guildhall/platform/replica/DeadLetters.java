package io.guildhall.platform.replica;

import io.guildhall.platform.aggregate.TooManyHops;
import io.guildhall.platform.outbox.Topics;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.kafka.listener.CommonErrorHandler;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.util.backoff.ExponentialBackOff;
import tools.jackson.core.JacksonException;

/** Where records go that can never be applied: {@code <topic>-dlt}, with the reason beside them. */
final class DeadLetters {

    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

    private final Producer<String, byte[]> producer;
    private final Topics topics;
    private final Map<String, Long> counts = new ConcurrentHashMap<>();

    DeadLetters(Producer<String, byte[]> producer, Topics topics) {
        this.producer = producer;
        this.topics = topics;
    }

    Map<String, Long> counts() {
        return Map.copyOf(counts);
    }

    /** Tries again for as long as it takes, unless it can never work. */
    CommonErrorHandler errorHandler() {
        ExponentialBackOff patient = new ExponentialBackOff(200, 2);
        patient.setMaxInterval(5_000);
        patient.setMaxElapsedTime(Long.MAX_VALUE);
        DefaultErrorHandler handler = new DefaultErrorHandler(this::bury, patient);
        handler.setLogLevel(org.springframework.kafka.KafkaException.Level.WARN);
        handler.addNotRetryableExceptions(UnreadableEvent.class, JacksonException.class, TooManyHops.class);
        handler.setCommitRecovered(true);
        return handler;
    }

    private void bury(ConsumerRecord<?, ?> record, Exception reason) {
        Throwable cause = NestedExceptionUtils.getMostSpecificCause(reason);
        log.error("{} goes to its dead letter topic: {}", place(record), cause.toString());
        // Created when it is first needed; with the partitions of its topic, so that each letter keeps its number.
        String target = topics.declareBeside(record.topic(), "-dlt");
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(
                target, record.partition(), (String) record.key(), (byte[]) record.value(), record.headers());
        letter.headers()
                .add("guildhall-from", place(record).getBytes(StandardCharsets.UTF_8))
                .add("guildhall-reason", cause.toString().getBytes(StandardCharsets.UTF_8));
        try {
            producer.send(letter).get();
            counts.merge(record.topic(), 1L, Long::sum);
        } catch (ExecutionException e) {
            throw new IllegalStateException("The dead letter topic does not take " + place(record), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private static String place(ConsumerRecord<?, ?> record) {
        return record.topic() + "-" + record.partition() + "@" + record.offset();
    }
}
