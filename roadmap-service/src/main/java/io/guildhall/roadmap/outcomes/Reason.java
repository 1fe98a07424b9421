package io.guildhall.roadmap.outcomes;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;
import io.guildhall.platform.aggregate.About;
import io.guildhall.roadmap.shared.UnitId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why an outcome stands as it stands: a link to the thing that says so, with a sentence about it. */
public record Reason(
        @About("What the reason is about") Kind kind,
        @About("Its id") String id,
        @About("How much it weighs") Weight weight,
        @About("The reason in one plain sentence") String text,

        @About("Id of the unit that can do something about it") @Nullable
        UnitId owner,

        @About("Since when this is so; null where that is unknown") @Nullable
        Instant since,

        @About("The service that knows it") String source,

        @About("How it is reached from the outcome, the outcome first")
        List<Step> path) {

    /** Worst first, then oldest; what is otherwise the same keeps one order by kind and id. */
    static final Comparator<Reason> ORDER = Comparator.comparing(Reason::weight)
            .thenComparing(Reason::since, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Reason::kind)
            .thenComparing(Reason::id);

    public Reason {
        path = List.copyOf(path);
    }

    /** What reasons are about. */
    public enum Kind {
        OUTCOME,
        FEATURE,
        DEPENDENCY,
        IMPEDIMENT,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /** How much a reason weighs: it makes the outcome OFF_TRACK or AT_RISK, or is worth knowing only. */
    public enum Weight {
        OFF_TRACK,
        AT_RISK,
        NOTE,
        @JsonEnumDefaultValue
        UNKNOWN
    }

    /** A thing on the way from the outcome to the reason. */
    public record Step(Kind kind, String id, String title) {}
}
