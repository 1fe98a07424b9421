package io.guildhall.cop.communities;

import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.About;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A person who leads a community for a time.
 *
 * @param to the last day; null while it is open
 */
public record Assignment(
        @About("Id of the person") PersonId person,
        LeadRole role,
        @About("The first day") LocalDate from,

        @About("The last day; null while it is open") @Nullable
        LocalDate to) {

    boolean isOpen() {
        return to == null;
    }

    Assignment endingOn(LocalDate day) {
        return new Assignment(person, role, from, day.isBefore(from) ? from : day);
    }
}
