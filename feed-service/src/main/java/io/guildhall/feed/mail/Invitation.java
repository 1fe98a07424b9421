package io.guildhall.feed.mail;

import io.guildhall.feed.subscription.Occasion;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a mail tells a calendar.
 *
 * @param told what it knows from then on
 * @param again whether it knew of the gathering before
 * @param planned the gathering as it is; null where it is none for them any more
 */
record Invitation(Invited told, boolean again, @Nullable Occasion planned) {

    /** Of the gathering in the portal. */
    @Nullable
    String path() {
        return planned == null ? null : planned.path();
    }

    /** Why it is at another time, or not at all, where somebody said so. */
    @Nullable
    String reason() {
        return planned == null || planned.hours() == null
                ? null
                : planned.hours().reason();
    }

    /** Of those who meet; null where they are not known any more. */
    @Nullable
    ZoneId zone() {
        return planned == null || planned.hours() == null
                ? null
                : planned.hours().zone();
    }
}
