package io.guildhall.cop.ideas;

import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.cop.shared.TeamId;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Ideas as the contracts show them. */
public final class IdeaExamples {

    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");
    static final LocalDate TODAY = LocalDate.parse("2026-11-24");

    private IdeaExamples() {}

    static Change<Idea> proposed() {
        return proposed("Silent first ten minutes in reviews");
    }

    public static Change<Idea> proposed(String title) {
        return Idea.propose(
                new CommunityId("community-1"),
                new Idea.Proposal(
                        title,
                        "Everybody reads and writes before anybody speaks.",
                        "The loudest no longer decide what is talked about."),
                new PersonId("person-dev"),
                NOON,
                Visibility.ORGANIZATION);
    }

    static Trial trial() {
        return Trial.begin(
                List.of(new TeamId("team-tickets"), new TeamId("team-ledger")),
                "How many different people speak in a review",
                TODAY.plusDays(28),
                TODAY);
    }

    /** Its trial ends on 22 December. */
    public static Idea onTrial() {
        return proposed().state().tryOut(trial()).state();
    }

    /** One change of each kind. */
    public static List<Change<?>> all() {
        Idea proposed = proposed().state();
        return List.of(
                proposed(),
                proposed.tryOut(trial()),
                onTrial().adopt("Nine people spoke instead of four", NOON),
                onTrial().drop("It made no difference", NOON),
                proposed.decline("Three teams do it already", NOON),
                proposed.withdraw(NOON));
    }
}
