package io.guildhall.system.kills;

import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.AggregateStore;
import io.guildhall.platform.aggregate.AggregateStores;
import io.guildhall.platform.aggregate.AggregateType;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import io.guildhall.platform.contract.EventContracts;
import io.guildhall.platform.outbox.Relay;
import io.guildhall.platform.outbox.Topics;
import io.guildhall.platform.replica.Consumers;
import io.guildhall.platform.replica.IncomingEvent;
import io.guildhall.platform.replica.Replicated;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;

/**
 * The smallest service that follows another one: for each impediment it keeps a follow-up that says how many updates there
 * are. Arguments: the store, the broker, the installation.
 */
final class FollowUps {

    static final String DATABASE = "followups";

    private FollowUps() {}

    /** What is read of an impediment. */
    record Impediment(String title, List<Update> updates) {
        record Update(String text) {}
    }

    record FollowUp(String title, int updates) {}

    @EventType("guildhall.test.follow-up-made.v1")
    record Made(String title) implements DomainEvent {}

    @EventType("guildhall.test.follow-up-moved.v1")
    record Moved(int updates) implements DomainEvent {}

    public static void main(String[] args) {
        String brokers = args[1];
        MongoDatabase database = MongoClients.create(args[0]).getDatabase(args[2] + "_" + DATABASE);
        Admin admin = Admin.create(Map.of("bootstrap.servers", brokers));
        Topics topics = new Topics(admin, args[2] + ".", 3, (short) -1);
        KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", brokers, "acks", "all", "enable.idempotence", true),
                new StringSerializer(),
                new ByteArraySerializer());
        Relay relay = new Relay(producer, Duration.ofSeconds(1), new SimpleMeterRegistry());
        AggregateStore<FollowUp> followUps = new AggregateStores(
                        database, DATABASE, topics, new EventContracts(), relay)
                .open(AggregateType.of(
                        "follow-up", "test.followups", DATABASE, FollowUp.class, List.of(Made.class, Moved.class)));
        Consumers consumers = new Consumers(
                DATABASE,
                database,
                topics,
                new DefaultKafkaConsumerFactory<>(
                        Map.of(
                                "bootstrap.servers",
                                brokers,
                                "auto.offset.reset",
                                "earliest",
                                "enable.auto.commit",
                                false,
                                // The place of a killed member is given away soon.
                                "session.timeout.ms",
                                6000),
                        new StringDeserializer(),
                        new ByteArrayDeserializer()),
                admin,
                producer);
        consumers.replicate("team.impediments", 1, Impediment.class, (seen, event) -> react(followUps, seen, event));
        relay.start();
        consumers.start();
        System.out.println("started");
    }

    private static void react(AggregateStore<FollowUp> followUps, Replicated<Impediment> seen, IncomingEvent event) {
        int updates = seen.state().updates().size();
        CommandContext context = CommandContext.because(Actor.service(DATABASE), event.at(), event.asCause());
        if (followUps.find(seen.id()).isEmpty()) {
            String title = seen.state().title();
            followUps.create(seen.id(), context, Change.of(new FollowUp(title, updates), new Made(title)));
            return;
        }
        followUps.update(
                seen.id(),
                context,
                known -> known.updates() == updates
                        ? Change.none(known)
                        : Change.of(new FollowUp(known.title(), updates), new Moved(updates)));
    }
}
