package io.guildhall.cop.gatherings;

import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Change;
import java.time.LocalDate;
import java.util.List;

/** Gatherings as the contracts show them. */
public final class GatheringExamples {

    static final PersonId AMARA = new PersonId("person-amara");
    static final GatheringId ID = new GatheringId(new CommunityId("community-1"), LocalDate.of(2026, 12, 3));

    private GatheringExamples() {}

    static Gathering blank() {
        return Gathering.blank(ID, "Scrum Masters", Visibility.ORGANIZATION);
    }

    static Gathering withAnAction() {
        return blank().act("action-1", "Try it in two teams", AMARA).state();
    }

    /** One change of each kind. */
    public static List<Change<?>> all() {
        Gathering done = withAnAction().finish("action-1", true).state();
        return List.of(
                blank().prepare(List.of("How we hand over facilitation", "Pages past their date")),
                blank().take(List.of(new TopicLink("Idea: Silent first ten minutes in reviews", "/ideas/idea-1"))),
                blank().facilitate(AMARA, true),
                blank().note("Two teams rotate every sprint."),
                blank().act("action-1", "Try it in two teams", AMARA),
                withAnAction().finish("action-1", true),
                done.finish("action-1", false),
                blank().hold(7, true));
    }
}
