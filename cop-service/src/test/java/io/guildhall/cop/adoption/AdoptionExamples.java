package io.guildhall.cop.adoption;

import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.cop.shared.TeamId;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Change;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What teams say of a page, as the contracts show it. */
public final class AdoptionExamples {

    static final PersonId AMARA = new PersonId("person-amara");
    static final TeamId TICKETS = new TeamId("team-tickets");
    static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private AdoptionExamples() {}

    static Adoption.Subject page(int revision) {
        return new Adoption.Subject(
                new PageId("page-1"),
                new CommunityId("community-1"),
                "Handing over facilitation",
                revision,
                Visibility.ORGANIZATION);
    }

    static Change<Adoption> said(Stance stance, @Nullable String words) {
        return Adoption.say(null, page(1), TICKETS, stance, words, AMARA, NOON);
    }

    /** One change of each kind. */
    public static List<Change<?>> all() {
        return List.of(
                said(Stance.ADOPT, null),
                said(Stance.ADAPT, "Every second sprint"),
                said(Stance.DECLINE, "We are three"),
                said(Stance.ADOPT, null).state().takeBack(AMARA, NOON));
    }
}
