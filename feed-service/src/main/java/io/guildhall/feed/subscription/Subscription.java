package io.guildhall.feed.subscription;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An address that shows what its owner may see.
 *
 * @param id the hash of its token, which is kept nowhere
 * @param about null for a calendar
 * @param unit what concerns it or anything below it; null for everything, in a calendar for what the owner has a role on
 * @param lastUsed to the minute; null while nobody has
 * @param lastUsedBy what the program called itself
 */
public record Subscription(
        String id,
        Owner owner,
        Kind kind,
        String name,
        @Nullable Interest about,
        @Nullable String unit,
        Instant created,
        @Nullable Instant lastUsed,
        @Nullable String lastUsedBy) {}
