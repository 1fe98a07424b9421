package io.guildhall.feed.subscription;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.Scope;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.StateMapper;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The sprints of the whole product, and of units that have a calendar of their own. */
@Component
class Sprints {

    private static final int NEXT = 6;

    private final Scopes scopes;
    private final Access access;

    Sprints(Scopes scopes, Access access) {
        this.scopes = scopes;
        this.access = access;
    }

    private record Unit(
            @Nullable Calendar calendar,
            @Nullable Visibility visibility,
            @Nullable List<String> scopes) {

        /** Sprint 1 starts on the first day, each sprint follows the one before without a gap. */
        private record Calendar(LocalDate firstStart, int lengthDays) {}

        /** What says nothing of its visibility is for everybody. */
        private boolean visibleTo(Actor actor, Access access) {
            return visibility == null || access.sees(actor, visibility, scopes == null ? List.of() : scopes, null);
        }
    }

    /** Those of the units' calendars that end on a day or later, up to the sixth after the present one. */
    List<Occasion> of(Set<String> units, LocalDate since, LocalDate today, Actor actor) {
        Set<String> counting = new HashSet<>(Set.of(Access.ROOT));
        units.forEach(unit -> counting.addAll(scopes.upFrom(unit)));
        List<Occasion> found = new ArrayList<>();
        for (String id : counting) {
            scopes.scope(id).ifPresent(scope -> addSprints(scope, since, today, actor, found));
        }
        return found;
    }

    private void addSprints(Scope scope, LocalDate since, LocalDate today, Actor actor, List<Occasion> found) {
        Unit unit = StateMapper.json().treeToValue(scope.state(), Unit.class);
        Unit.Calendar calendar = unit.calendar;
        if (calendar == null || calendar.lengthDays < 1 || !unit.visibleTo(actor, access)) {
            return;
        }
        int last = Math.max(0, sprintOn(today, calendar)) + NEXT;
        for (int number = Math.max(1, sprintOn(since, calendar)); number <= last; number++) {
            LocalDate first = calendar.firstStart.plusDays((number - 1L) * calendar.lengthDays);
            found.add(new Occasion(
                    "sprint-" + scope.id() + "-" + number,
                    "Sprint " + number,
                    first,
                    first.plusDays(calendar.lengthDays - 1L),
                    Occasion.momentOf(scopes.sequenceOf(scope.id())),
                    false,
                    "/units/" + scope.id()));
        }
    }

    private static int sprintOn(LocalDate day, Unit.Calendar calendar) {
        long days = ChronoUnit.DAYS.between(calendar.firstStart, day);
        return Math.toIntExact(Math.floorDiv(days, (long) calendar.lengthDays)) + 1;
    }
}
