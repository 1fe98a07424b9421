package io.guildhall.roadmap.decisions;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.roadmap.shared.PersonId;
import io.guildhall.roadmap.shared.UnitId;
import java.time.Instant;
import java.util.List;

/** Decisions as the contracts show them. */
public final class DecisionExamples {

    private DecisionExamples() {}

    /** One change of each kind. */
    public static List<Change<?>> all() {
        PersonId po = new PersonId("person-paul");
        Instant monday = Instant.parse("2026-11-23T09:00:00Z");
        DecisionDraft draft = new DecisionDraft(
                "Which ledger do we build on?",
                "Our own",
                "The bought one has no audit trail",
                List.of(
                        new Option("Our own", "Audit trail, but two sprints more"),
                        new Option("The bought one", "At once, but no audit trail")),
                List.of(new Concern("OUTCOME", "outcome-one-tap", "Pay in one tap")),
                List.of(new UnitId("area-checkout")),
                Visibility.ORGANIZATION);
        Decision proposed = Decision.propose(draft, po, monday).state();
        DecisionId id = new DecisionId("decision-ledger");
        return List.of(
                Decision.record(draft, po, monday),
                proposed.accept(new PersonId("person-carla")),
                proposed.veto("Two sprints are too many", new PersonId("person-carla"), monday),
                proposed.supersede(
                        Decision.successorOf(id), proposed.anew(null, "The bought one", "It has an audit trail now")));
    }
}
