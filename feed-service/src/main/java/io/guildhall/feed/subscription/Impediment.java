package io.guildhall.feed.subscription;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What is in the way, as team-service published it last. */
public record Impediment(String title, @Nullable Answer answer) {

    /** What leadership answered; {@code promisedFor} where it promised a day. */
    public record Answer(@Nullable LocalDate promisedFor) {}
}
