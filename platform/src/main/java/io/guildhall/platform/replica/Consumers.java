package io.guildhall.platform.replica;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import io.guildhall.platform.aggregate.Index;
import io.guildhall.platform.outbox.Topics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.TopicPartition;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.kafka.core.ConsumerFactory;
import org.springframework.kafka.listener.BatchListenerFailedException;
import org.springframework.kafka.listener.BatchMessageListener;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.GenericMessageListener;
import org.springframework.kafka.listener.MessageListener;

/**
 * Everything this service reads from Kafka. State goes to a {@link Replica}, facts to a handler that inserts under an id
 * derived from the event's. A failing store or broker is waited for; only what can never work becomes a dead letter.
 */
public final class Consumers implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Consumers.class);

    private final String service;
    private final MongoDatabase database;
    private final Topics topics;
    private final ConsumerFactory<String, byte[]> factory;
    private final Admin admin;
    private final DeadLetters deadLetters;
    private final List<Subscription> subscriptions = new CopyOnWriteArrayList<>();
    private volatile boolean running;
    private @Nullable ScheduledExecutorService watcher;

    public Consumers(
            String service,
            MongoDatabase database,
            Topics topics,
            ConsumerFactory<String, byte[]> factory,
            Admin admin,
            Producer<String, byte[]> producer) {
        this.service = service;
        this.database = database;
        this.topics = topics;
        this.factory = factory;
        this.admin = admin;
        this.deadLetters = new DeadLetters(producer, topics);
    }

    /**
     * Opens a replica that is kept in step from now on.
     *
     * @param topic without the installation's prefix
     * @param version of the projection: a higher one is built beside the old one from the beginning of the topic, and takes
     *     over at the offsets seen at its start; reactions are not run again for what the old one had done
     * @param reaction what follows, null for nothing
     */
    public <T> Replica<T> replicate(
            String topic, int version, Class<T> type, @Nullable Reaction<T> reaction, Index... indexes) {
        String name = "replica_" + topic.replace('.', '_').replace('-', '_');
        Replica<T> replica = new Replica<>(database, topic, name, version, type, Arrays.asList(indexes));
        Takeover takeover = new Takeover(name, version);
        MongoCollection<Document> built = replica.generation(version);
        Integer old = takeover.served();
        if (old != null && old != version) {
            replica.serve(replica.generation(old));
        }
        Subscription subscription = new Subscription(
                topic,
                group(topic, version),
                each(record -> {
                    IncomingEvent event = IncomingEvent.read(record);
                    Replicated<T> state = replica.apply(built, event);
                    if (state != null) {
                        if (reaction != null && !takeover.doneByOld(record)) {
                            reaction.react(state, event);
                        }
                        replica.done(built, event);
                    }
                }),
                () -> {
                    takeover.complete();
                    replica.serve(built);
                });
        takeover.begin(old, topic);
        add(subscription);
        return replica;
    }

    /**
     * Hears every event of a topic at least once.
     *
     * @param name tells this handler from others of the service; it never changes
     * @param handler inserts under an id derived from the event's, so that a repetition inserts nothing
     */
    public void hear(String name, String topic, Consumer<IncomingEvent> handler) {
        add(new Subscription(
                topic,
                service + "." + name + "." + topic,
                each(record -> handler.accept(IncomingEvent.read(record))),
                () -> {}));
    }

    /**
     * The same, for a handler that takes at once what is there; it throws only what trying again can mend.
     *
     * @param handler gets events of one subject in their order
     */
    public void hearMany(String name, String topic, Consumer<List<IncomingEvent>> handler) {
        add(new Subscription(
                topic,
                service + "." + name + "." + topic,
                (BatchMessageListener<String, byte[]>) records -> {
                    List<IncomingEvent> events = new ArrayList<>(records.size());
                    for (int i = 0; i < records.size(); i++) {
                        try {
                            events.add(IncomingEvent.read(records.get(i)));
                        } catch (UnreadableEvent e) {
                            handler.accept(events);
                            // This one is set aside, and what stands behind it comes again.
                            throw new BatchListenerFailedException("An unreadable event", e, i);
                        }
                    }
                    handler.accept(events);
                },
                () -> {}));
    }

    private static MessageListener<String, byte[]> each(Consumer<ConsumerRecord<String, byte[]>> handler) {
        return handler::accept;
    }

    private String group(String topic, int version) {
        return service + "." + topic + ".v" + version;
    }

    /** What this service has not read yet of what there was at its start: empty when it may serve. */
    public List<String> behind() {
        return subscriptions.stream()
                .filter(subscription -> !subscription.caughtUp)
                .map(subscription -> subscription.topic)
                .toList();
    }

    /** Records that went to a dead letter topic since the start, by topic. */
    public Map<String, Long> deadLetters() {
        return deadLetters.counts();
    }

    /**
     * How far a topic is read.
     *
     * @param topic without the installation's prefix
     * @param behind what the slowest of this service's groups has not read yet, on all instances
     * @param newest when the newest of its records was written, null while it has none
     */
    public record Reading(
            String topic, long behind, @Nullable Instant newest) {}

    /**
     * How far each topic is read.
     *
     * @throws IllegalStateException when the broker does not say, after a few seconds
     */
    public List<Reading> readings() {
        try {
            Map<TopicPartition, OffsetSpec> newest = new HashMap<>();
            Map<TopicPartition, OffsetSpec> end = new HashMap<>();
            admin.describeTopics(subscriptions.stream()
                            .map(subscription -> topics.fullName(subscription.topic))
                            .distinct()
                            .toList())
                    .allTopicNames()
                    .get(3, TimeUnit.SECONDS)
                    .forEach((name, topic) -> topic.partitions().forEach(partition -> {
                        TopicPartition place = new TopicPartition(name, partition.partition());
                        newest.put(place, OffsetSpec.maxTimestamp());
                        end.put(place, OffsetSpec.latest());
                    }));
            var times = admin.listOffsets(newest).all();
            var ends = admin.listOffsets(end).all();
            var reached = admin.listConsumerGroupOffsets(subscriptions.stream()
                            .collect(Collectors.toMap(
                                    subscription -> topics.fullName(subscription.group),
                                    subscription -> new ListConsumerGroupOffsetsSpec())))
                    .all();
            return readings(
                    ends.get(3, TimeUnit.SECONDS), times.get(3, TimeUnit.SECONDS), reached.get(3, TimeUnit.SECONDS));
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The broker does not say how far topics are read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    private List<Reading> readings(
            Map<TopicPartition, ListOffsetsResultInfo> ends,
            Map<TopicPartition, ListOffsetsResultInfo> times,
            Map<String, Map<TopicPartition, OffsetAndMetadata>> reached) {
        Map<String, Long> behind = new TreeMap<>();
        for (Subscription subscription : subscriptions) {
            Map<TopicPartition, OffsetAndMetadata> read = reached.get(topics.fullName(subscription.group));
            long missing = 0;
            for (var end : ends.entrySet()) {
                if (end.getKey().topic().equals(topics.fullName(subscription.topic))) {
                    OffsetAndMetadata at = read == null ? null : read.get(end.getKey());
                    missing += end.getValue().offset() - (at == null ? 0 : at.offset());
                }
            }
            behind.merge(subscription.topic, missing, Math::max);
        }
        return behind.entrySet().stream()
                .map(topic -> new Reading(topic.getKey(), topic.getValue(), newest(topic.getKey(), times)))
                .toList();
    }

    private @Nullable Instant newest(String topic, Map<TopicPartition, ListOffsetsResultInfo> times) {
        return times.entrySet().stream()
                .filter(time -> time.getKey().topic().equals(topics.fullName(topic)))
                .map(time -> time.getValue().timestamp())
                .filter(timestamp -> timestamp > 0)
                .max(Comparator.naturalOrder())
                .map(Instant::ofEpochMilli)
                .orElse(null);
    }

    private void add(Subscription subscription) {
        topics.declare(subscription.topic, false);
        subscriptions.add(subscription);
        if (running) {
            subscription.start();
        }
    }

    @Override
    public void start() {
        running = true;
        subscriptions.forEach(Subscription::start);
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "replicas-watch");
            thread.setDaemon(true);
            return thread;
        });
        // Not left to whoever asks for the health: a new version of a replica takes over unasked.
        var unused = started.scheduleWithFixedDelay(this::watch, 0, 200, TimeUnit.MILLISECONDS);
        watcher = started;
    }

    private void watch() {
        for (Subscription subscription : subscriptions) {
            try {
                subscription.check();
            } catch (RuntimeException e) {
                log.debug("Could not see how far {} is: {}", subscription.topic, e.toString());
            }
        }
    }

    @Override
    public void stop() {
        running = false;
        ScheduledExecutorService open = watcher;
        if (open != null) {
            open.shutdownNow();
        }
        subscriptions.forEach(Subscription::stop);
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return SmartLifecycle.DEFAULT_PHASE - 2048;
    }

    private Map<TopicPartition, OffsetAndMetadata> progress(String group) {
        try {
            return admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(5, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The broker does not say how far " + group + " is", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    /** Which version of a replica is served: the old one until the new one has caught up. */
    private final class Takeover {

        private final MongoCollection<Document> projections = database.getCollection("projections");
        private final String name;
        private final int version;
        private volatile boolean rebuilding;
        private String oldGroup = "";
        private @Nullable Map<TopicPartition, OffsetAndMetadata> doneByOld;

        Takeover(String name, int version) {
            this.name = name;
            this.version = version;
        }

        @Nullable
        Integer served() {
            Document document = projections.find(Filters.eq("_id", name)).first();
            return document == null ? null : document.getInteger("served");
        }

        void begin(@Nullable Integer old, String topic) {
            rebuilding = old != null && old != version;
            oldGroup = old == null ? "" : topics.fullName(group(topic, old));
        }

        /** Whether the old version has seen a record, and done what follows: what it had not is done here. */
        boolean doneByOld(ConsumerRecord<String, byte[]> record) {
            if (!rebuilding) {
                return false;
            }
            Map<TopicPartition, OffsetAndMetadata> done = doneByOld;
            if (done == null) {
                done = progress(oldGroup);
                doneByOld = done;
            }
            OffsetAndMetadata next = done.get(new TopicPartition(record.topic(), record.partition()));
            return next != null && record.offset() < next.offset();
        }

        void complete() {
            projections.updateOne(
                    Filters.eq("_id", name),
                    new Document("$set", new Document("served", version)),
                    new UpdateOptions().upsert(true));
            if (rebuilding) {
                log.info("{} is now served in version {}", name, version);
            }
            rebuilding = false;
        }
    }

    /** One consumer group on one topic. */
    private final class Subscription {

        private final String topic;
        private final String group;
        private final GenericMessageListener<?> listener;
        private final Runnable whenCaughtUp;
        private final Map<TopicPartition, Long> ends = new HashMap<>();
        private @Nullable ConcurrentMessageListenerContainer<String, byte[]> container;
        private volatile boolean caughtUp;

        Subscription(String topic, String group, GenericMessageListener<?> listener, Runnable whenCaughtUp) {
            this.topic = topic;
            this.group = group;
            this.listener = listener;
            this.whenCaughtUp = whenCaughtUp;
        }

        synchronized void start() {
            ContainerProperties properties = new ContainerProperties(topics.fullName(topic));
            properties.setGroupId(topics.fullName(group));
            properties.setMessageListener(listener);
            properties.setAckMode(ContainerProperties.AckMode.BATCH);
            properties.setMissingTopicsFatal(false);
            properties.setPollTimeout(1000);
            properties.setShutdownTimeout(3000);
            var created = new ConcurrentMessageListenerContainer<>(factory, properties);
            created.setBeanName(group);
            created.setCommonErrorHandler(deadLetters.errorHandler());
            container = created;
            created.start();
        }

        synchronized void stop() {
            if (container != null) {
                container.stop();
            }
        }

        void check() {
            if (!caughtUp && hasReachedEnds()) {
                whenCaughtUp.run();
                caughtUp = true;
            }
        }

        /** The group's progress on all instances, measured against the ends as they were at the start. */
        private boolean hasReachedEnds() {
            try {
                if (ends.isEmpty()) {
                    ends.putAll(endsNow());
                }
                Map<TopicPartition, OffsetAndMetadata> reached = progress(topics.fullName(group));
                return ends.entrySet().stream().allMatch(end -> {
                    OffsetAndMetadata at = reached.get(end.getKey());
                    return end.getValue() == 0 || (at != null && at.offset() >= end.getValue());
                });
            } catch (ExecutionException | TimeoutException e) {
                return false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return false;
            }
        }

        private Map<TopicPartition, Long> endsNow() throws ExecutionException, InterruptedException, TimeoutException {
            String name = topics.fullName(topic);
            TopicDescription described = admin.describeTopics(List.of(name))
                    .allTopicNames()
                    .get(5, TimeUnit.SECONDS)
                    .get(name);
            int partitions = described == null ? 0 : described.partitions().size();
            Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
            List<TopicPartition> all = new ArrayList<>();
            for (int partition = 0; partition < partitions; partition++) {
                all.add(new TopicPartition(name, partition));
            }
            all.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
            Map<TopicPartition, Long> found = new HashMap<>();
            admin.listOffsets(latest)
                    .all()
                    .get(5, TimeUnit.SECONDS)
                    .forEach((partition, info) -> found.put(partition, info.offset()));
            return found;
        }
    }
}
