package io.guildhall.standalone.broker;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A Kafka broker that is its own controller, on the loopback interface only.
 *
 * <p>Each append is flushed before it is acknowledged, as each write of the store is: store and log belong together, and
 * neither may be ahead of the other for good after a power failure.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final int NODE = 1;
    private static final String CONTROLLER = "CONTROLLER";

    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(KafkaRaftServer server, int port) {
        this.server = server;
        this.port = port;
    }

    /**
     * Starts on the log in the folder and returns when clients can connect.
     *
     * @param folder formatted when it is empty; the ports may differ from one start to the next
     */
    public static EmbeddedBroker start(Path folder, int port, int controllerPort) {
        format(folder);
        KafkaRaftServer server =
                new KafkaRaftServer(KafkaConfig.fromProps(settings(folder, port, controllerPort), false), Time.SYSTEM);
        try {
            server.startup();
        } catch (RuntimeException failure) {
            server.shutdown();
            throw failure;
        }
        return new EmbeddedBroker(server, port);
    }

    private static void format(Path folder) {
        // Written last, by an atomic rename: where it is, formatting was completed.
        if (Files.exists(folder.resolve("meta.properties"))) {
            return;
        }
        try {
            Files.createDirectories(folder);
            new Formatter()
                    .setClusterId(Uuid.randomUuid().toString())
                    .setNodeId(NODE)
                    .setDirectories(List.of(folder.toString()))
                    .setMetadataLogDirectory(folder.toString())
                    .setControllerListenerName(CONTROLLER)
                    .setIgnoreFormatted(true)
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
                    .run();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Exception failure) {
            throw new IllegalStateException("Cannot format the event log in " + folder, failure);
        }
    }

    private static Properties settings(Path folder, int port, int controllerPort) {
        Properties all = new Properties();
        identity(all, folder, port, controllerPort);
        durability(all);
        smallFootprint(all);
        return all;
    }

    private static void identity(Properties all, Path folder, int port, int controllerPort) {
        String address = "PLAINTEXT://127.0.0.1:" + port;
        all.put("process.roles", "broker,controller");
        all.put("node.id", String.valueOf(NODE));
        all.put("log.dirs", folder.toString());
        all.put("listeners", address + "," + CONTROLLER + "://127.0.0.1:" + controllerPort);
        all.put("advertised.listeners", address);
        all.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT," + CONTROLLER + ":PLAINTEXT");
        all.put("inter.broker.listener.name", "PLAINTEXT");
        all.put("controller.listener.names", CONTROLLER);
        // Voters in the configuration, not in the log: the port may change with the next start.
        all.put("controller.quorum.voters", NODE + "@127.0.0.1:" + controllerPort);
        all.put("auto.create.topics.enable", "false");
    }

    private static void durability(Properties all) {
        all.put("log.flush.interval.messages", "1");
        all.put("log.retention.ms", "-1");
        all.put("log.retention.bytes", "-1");
        // Ten years: a product that was off for long continues where it stopped.
        all.put("offsets.retention.minutes", "5256000");
        all.put("default.replication.factor", "1");
        all.put("min.insync.replicas", "1");
        for (String topic : List.of("offsets.topic", "transaction.state.log", "share.coordinator.state.topic")) {
            all.put(topic + ".num.partitions", "1");
            all.put(topic + ".replication.factor", "1");
            all.put(topic + ".segment.bytes", "8388608");
        }
        all.put("transaction.state.log.min.isr", "1");
        all.put("share.coordinator.state.topic.min.isr", "1");
        // After a kill the controller still knows the old broker and refuses the new one until this time is over.
        all.put("broker.heartbeat.interval.ms", "500");
        all.put("broker.session.timeout.ms", "1500");
    }

    private static void smallFootprint(Properties all) {
        all.put("num.network.threads", "1");
        all.put("num.io.threads", "2");
        all.put("background.threads", "1");
        all.put("num.recovery.threads.per.data.dir", "2");
        all.put("num.replica.alter.log.dirs.threads", "1");
        all.put("group.coordinator.threads", "1");
        all.put("share.coordinator.threads", "1");
        all.put("log.cleaner.threads", "1");
        all.put("log.cleaner.dedupe.buffer.size", "2097152");
        all.put("log.cleaner.io.buffer.size", "65536");
        all.put("log.segment.bytes", "268435456");
        all.put("log.index.size.max.bytes", "1048576");
        all.put("metadata.log.segment.bytes", "8388608");
        // Otherwise it writes and flushes an empty record twice a second for ever.
        all.put("metadata.max.idle.interval.ms", "0");
        all.put("group.initial.rebalance.delay.ms", "0");
        all.put("group.coordinator.append.linger.ms", "0");
        all.put("metric.reporters", "");
    }

    /** What clients connect to. */
    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }
}
