package io.guildhall.cop.ideas;

import io.guildhall.cop.shared.TeamId;
import io.guildhall.cop.shared.Wording;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.Refusal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Teams try an idea for a while.
 *
 * @param teams one to 20
 * @param measure how it will be known whether it helps
 */
public record Trial(
        @About("Ids of the teams that try it") List<TeamId> teams,
        @About("How it will be known whether it helps") String measure,
        @About("The first day") LocalDate since,
        @About("The day it ends") LocalDate until) {

    private static final int MOST_TEAMS = 20;
    private static final int LONGEST_DAYS = 366;

    public Trial {
        teams = List.copyOf(teams);
    }

    /** @throws Refusal 422 without a team or a measure, or when it does not end within a year from tomorrow */
    public static Trial begin(List<TeamId> teams, @Nullable String measure, LocalDate until, LocalDate today) {
        List<TeamId> each = teams.stream().distinct().toList();
        if (each.isEmpty() || each.size() > MOST_TEAMS) {
            throw Refusal.invalid("trial-teams", "Name the teams that try it: one to " + MOST_TEAMS + ".")
                    .with("field", "teams");
        }
        if (!until.isAfter(today) || until.isAfter(today.plusDays(LONGEST_DAYS))) {
            throw Refusal.invalid("trial-end", "Let the trial end between tomorrow and a year from now.")
                    .with("field", "until");
        }
        return new Trial(each, Wording.required("measure", measure, Wording.PARAGRAPH), today, until);
    }

    boolean isOver(LocalDate today) {
        return until.isBefore(today);
    }
}
