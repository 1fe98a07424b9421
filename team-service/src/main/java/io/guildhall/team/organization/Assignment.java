package io.guildhall.team.organization;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.Refusal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A role that a person holds on a unit for a time. */
public record Assignment(
        String id,
        @About("Id of the person") String person,
        Role role,
        @About("The first day") LocalDate from,

        @About("The last day; null while it is open") @Nullable
        LocalDate to,

        @About("Share of the working time in percent, 1 to 100; null where nobody has said") @Nullable
        Integer share,

        @About("What this person is responsible for, where two hold the same role") @Nullable
        String responsibilities,

        @About("Id of the person who coaches a part-time Scrum Master") @Nullable
        String coach) {

    public Assignment {
        if (to != null && to.isBefore(from)) {
            throw Refusal.invalid("ends-before-it-begins", "The last day is on or after the first one.");
        }
        if (share != null && (share < 1 || share > 100)) {
            throw Refusal.invalid("share-out-of-bounds", "'share' is 1 to 100 percent of the working time.");
        }
        if (responsibilities != null && responsibilities.length() > 500) {
            throw Refusal.invalid("text-too-long", "'responsibilities' takes up to 500 characters.");
        }
    }

    public boolean activeOn(LocalDate day) {
        return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }

    boolean overlaps(Assignment other) {
        return (to == null || !other.from.isAfter(to)) && (other.to == null || !from.isAfter(other.to));
    }

    Assignment endingOn(LocalDate day) {
        return new Assignment(id, person, role, from, day, share, responsibilities, coach);
    }
}
