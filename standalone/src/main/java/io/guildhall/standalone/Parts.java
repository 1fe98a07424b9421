package io.guildhall.standalone;

import io.guildhall.standalone.broker.EmbeddedBroker;
import io.guildhall.standalone.identity.IdentitySecrets;
import io.guildhall.standalone.store.EmbeddedStore;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.Consumer;
import org.h2.mvstore.MVStoreException;
import org.jspecify.annotations.Nullable;

/**
 * Store, event log and identity provider: each embedded, unless the environment names a real one.
 *
 * <p>{@code MONGODB_URI}, {@code KAFKA_BOOTSTRAP_SERVERS} and {@code OIDC_ISSUER} are the names that the services read
 * when they run alone.
 */
final class Parts implements AutoCloseable {

    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final @Nullable String storeUri;
    private final @Nullable String bootstrapServers;
    private final @Nullable IdentitySecrets identity;

    private Parts(
            DataFolder data, Ports ports, Map<String, String> environment, Consumer<RuntimeException> whenBroken) {
        this.identity = environment.containsKey("OIDC_ISSUER")
                ? null
                : IdentitySecrets.in(
                        data.identity(), Ports.localhost(ports.identity()).toString());
        this.storeUri = environment.containsKey("MONGODB_URI") ? null : startStore(data, ports, whenBroken);
        this.bootstrapServers = environment.containsKey("KAFKA_BOOTSTRAP_SERVERS") ? null : startBroker(data, ports);
    }

    static Parts start(
            DataFolder data, Ports ports, Map<String, String> environment, Consumer<RuntimeException> whenBroken) {
        return new Parts(data, ports, environment, whenBroken);
    }

    private String startStore(DataFolder data, Ports ports, Consumer<RuntimeException> whenBroken) {
        try {
            EmbeddedStore store = EmbeddedStore.start(data.store(), ports.store(), whenBroken);
            running.push(store);
            return store.uri("");
        } catch (MVStoreException failure) {
            throw new CannotStart(
                    "Cannot read " + data.store() + ": restore the folder " + data.path()
                            + " from a backup, or choose another with --data.",
                    failure);
        }
    }

    private String startBroker(DataFolder data, Ports ports) {
        try {
            EmbeddedBroker broker = EmbeddedBroker.start(data.log(), ports.broker(), ports.brokerController());
            running.push(broker);
            return broker.bootstrapServers();
        } catch (RuntimeException failure) {
            close();
            throw new CannotStart(
                    "Cannot start the event log in " + data.log() + " (" + failure.getMessage()
                            + "): restore the folder " + data.path() + " from a backup, or choose another with --data.",
                    failure);
        }
    }

    /** What the store is reached with, null when the environment says it. */
    @Nullable
    String storeUri() {
        return storeUri;
    }

    /** What the event log is reached with, null when the environment says it. */
    @Nullable
    String bootstrapServers() {
        return bootstrapServers;
    }

    /** Of the embedded provider, null when another one is used. */
    @Nullable
    IdentitySecrets identity() {
        return identity;
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            Closing.quietly(running.pop());
        }
    }
}
