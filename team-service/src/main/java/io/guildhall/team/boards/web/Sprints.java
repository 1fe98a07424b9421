package io.guildhall.team.boards.web;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.Scopes;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import tools.jackson.databind.JsonNode;

/**
 * The sprint calendar as the product publishes it; without one, sprints of 14 days from the first day of the year, so that a
 * board can be drawn before anybody has set a calendar.
 */
record Sprints(LocalDate firstStart, int lengthDays) {

    /** A board begins that many sprints before the current one: what was due then and is not there is late. */
    static final int LOOK_BACK = 2;

    /** A sprint; {@code end} is its last day. */
    record Sprint(int number, LocalDate start, LocalDate end) {}

    static Sprints of(Scopes scopes, LocalDate today) {
        JsonNode calendar = scopes.scope(Access.ROOT)
                .map(product -> product.state().path("calendar"))
                .orElse(null);
        return calendar != null && calendar.isObject()
                ? new Sprints(
                        LocalDate.parse(calendar.path("firstStart").asString()),
                        calendar.path("lengthDays").asInt(14))
                : new Sprints(today.withDayOfYear(1), 14);
    }

    int on(LocalDate day) {
        return (int) Math.floorDiv(ChronoUnit.DAYS.between(firstStart, day), (long) lengthDays) + 1;
    }

    Sprint sprint(int number) {
        LocalDate start = firstStart.plusDays((long) (number - 1) * lengthDays);
        return new Sprint(number, start, start.plusDays(lengthDays - 1L));
    }
}
