package io.guildhall.platform.outbox;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/** The topics of this installation: their full names, and that they exist with the retention they need. */
public final class Topics {

    private final Admin admin;
    private final String prefix;
    private final int partitions;
    private final short replicas;
    private final Collection<String> declared = new ArrayList<>();

    /**
     * @param prefix stands before every topic of this installation, may be empty
     * @param partitions of a topic that is created; one that exists keeps its own
     * @param replicas of a topic that is created, -1 for the broker's default
     */
    public Topics(Admin admin, String prefix, int partitions, short replicas) {
        this.admin = admin;
        this.prefix = prefix;
        this.partitions = partitions;
        this.replicas = replicas;
    }

    public String fullName(String topic) {
        return prefix + topic;
    }

    /**
     * Makes sure that a topic exists, kept for good, or compacted to the last event of each key.
     *
     * @return its full name
     * @throws IllegalStateException when the broker does not answer within 30 seconds
     */
    public String declare(String topic, boolean compacted) {
        return declare(
                topic,
                compacted
                        ? Map.of("cleanup.policy", "compact")
                        : Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1"));
    }

    /**
     * The same for a topic whose records are deleted when they are older than they are kept; one that exists keeps its own
     * retention.
     */
    public String declare(String topic, Duration kept) {
        return declare(
                topic,
                Map.of(
                        "cleanup.policy", "delete",
                        "retention.ms", Long.toString(kept.toMillis()),
                        "retention.bytes", "-1"));
    }

    private synchronized String declare(String topic, Map<String, String> config) {
        String name = fullName(topic);
        if (!declared.contains(name)) {
            create(List.of(new NewTopic(name, partitions, replicas).configs(config)));
            awaitVisible(name);
            declared.add(name);
        }
        return name;
    }

    /**
     * Makes sure that a topic exists beside another one: with as many partitions, kept for good.
     *
     * @param fullName of the other one, which exists
     * @return the full name
     */
    public synchronized String declareBeside(String fullName, String suffix) {
        String name = fullName + suffix;
        if (!declared.contains(name)) {
            int like = awaitVisible(fullName);
            create(List.of(new NewTopic(name, like, replicas)
                    .configs(Map.of("cleanup.policy", "delete", "retention.ms", "-1", "retention.bytes", "-1"))));
            awaitVisible(name);
            declared.add(name);
        }
        return name;
    }

    /**
     * All partitions of some topics, for whoever reads them without a group.
     *
     * @param fullNames of declared topics
     * @throws IllegalStateException when the broker that was asked has not heard of one of them yet; ask again
     */
    public static List<TopicPartition> partitions(Consumer<?, ?> consumer, Collection<String> fullNames) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : fullNames) {
            List<PartitionInfo> known = consumer.partitionsFor(topic);
            if (known == null || known.isEmpty()) {
                throw new IllegalStateException("The broker does not know " + topic + " yet");
            }
            known.forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        }
        return partitions;
    }

    /** A topic that was just created is not known to every broker at once; a reader who comes too early would miss it. */
    private int awaitVisible(String name) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            try {
                return admin.describeTopics(List.of(name)).allTopicNames().get(30, TimeUnit.SECONDS).values().stream()
                        .mapToInt(topic -> topic.partitions().size())
                        .sum();
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException) || System.nanoTime() > until) {
                    throw new IllegalStateException("Could not find " + name, e.getCause());
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            } catch (TimeoutException e) {
                throw new IllegalStateException("The broker does not answer; could not find " + name, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("Interrupted while looking for " + name, e);
            }
        }
    }

    private void create(List<NewTopic> topics) {
        try {
            admin.createTopics(topics).all().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("Could not create " + topics, e.getCause());
            }
        } catch (TimeoutException e) {
            throw new IllegalStateException("The broker does not answer; could not create " + topics, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while creating " + topics, e);
        }
    }
}
