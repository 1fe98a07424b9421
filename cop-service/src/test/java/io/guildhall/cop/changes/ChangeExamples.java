package io.guildhall.cop.changes;

import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Change;
import java.time.Instant;
import java.util.List;

/** Proposed changes as the contracts show them. */
public final class ChangeExamples {

    private ChangeExamples() {}

    static Change<ProposedChange> proposed() {
        return ProposedChange.propose(
                new PageId("page-1"),
                new CommunityId("community-1"),
                "Handing over facilitation",
                3,
                1200,
                "What to do when nobody wants to",
                new PersonId("person-dev"),
                Instant.parse("2026-11-24T12:00:00Z"),
                Visibility.ORGANIZATION);
    }

    /** One change of each kind. */
    public static List<Change<?>> all() {
        ProposedChange open = proposed().state();
        return List.of(proposed(), open.take(), open.decline("Another page has it"), open.withdraw());
    }
}
