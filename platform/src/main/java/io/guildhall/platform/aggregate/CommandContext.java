package io.guildhall.platform.aggregate;

import com.fasterxml.uuid.Generators;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a command: who gives it, when, and how it may be repeated.
 *
 * @param at the instant of the command, to the millisecond
 * @param key the Idempotency-Key; the same key of the same actor carries out one command only
 * @param bodyHash a digest of the request that tells a repetition from another request under the same key
 * @param expectedVersion the version the actor has seen (If-Match); null where losing a race means trying again
 * @param cause the event that led here, when no person did
 */
public record CommandContext(
        Actor actor,
        Instant at,
        @Nullable String key,
        @Nullable String bodyHash,
        @Nullable Long expectedVersion,
        @Nullable Cause cause) {

    private static final UUID NAMESPACE = UUID.fromString("6ad4f0f6-9f0c-4b3e-9a55-1f0f6b8d5c11");

    /** A command given by nobody but the service itself, or by a person without any of the request's headers. */
    public static CommandContext of(Actor actor, Instant at) {
        return new CommandContext(actor, at, null, null, null, null);
    }

    public static CommandContext because(Actor service, Instant at, Cause cause) {
        return new CommandContext(service, at, null, null, null, cause);
    }

    /** Whoever gives the command, as it is recorded. */
    public String by() {
        return actor.id();
    }

    /**
     * The id of what this command creates: derived from actor, kind and key where there is a key, so that a repetition
     * finds what the first attempt made; random otherwise.
     */
    public String newId(String kind) {
        return key == null ? UUID.randomUUID().toString() : derivedId(actor.id(), kind, key);
    }

    /** An id (UUIDv5, RFC 9562) that is the same wherever it is derived from the same parts. */
    public static String derivedId(String... parts) {
        byte[] name = String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8);
        return Generators.nameBasedGenerator(NAMESPACE).generate(name).toString();
    }

    /** The key as it is remembered beside the aggregate: keys of two people never meet. */
    @Nullable
    String rememberedKey() {
        return key == null ? null : derivedId(actor.id(), "command", key);
    }
}
