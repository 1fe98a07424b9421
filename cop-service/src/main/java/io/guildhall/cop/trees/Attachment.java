package io.guildhall.cop.trees;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.About;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that a run was about.
 *
 * @param id of that thing in the service that owns it
 * @param title what it was called; null where not everybody who sees the run may know
 * @param by who attached the run to it
 * @param takenAway when they took it away again; null while it is attached
 */
public record Attachment(
        Kind kind,
        @About("Id of that thing") String id,

        @About("What it was called; null where not everybody who sees the run may know") @Nullable
        String title,

        @About("Id of the person who attached the run to it")
        PersonId by,

        @About("When") Instant at,

        @About("When it was taken away again; null while it is attached") @Nullable
        Instant takenAway) {

    Attachment(Kind kind, String id, @Nullable String title, PersonId by, Instant at) {
        this(kind, id, title, by, at, null);
    }

    /** What a run can be about. */
    public enum Kind {
        IMPEDIMENT,
        DECISION,
        DEPENDENCY,
        PAGE,
        /** One that a newer version has introduced. */
        @JsonEnumDefaultValue
        UNKNOWN
    }

    public boolean holds() {
        return takenAway == null;
    }

    Attachment takeAway(Instant now) {
        return new Attachment(kind, id, title, by, at, now);
    }

    boolean isTo(Kind other, String otherId) {
        return kind == other && id.equals(otherId);
    }
}
