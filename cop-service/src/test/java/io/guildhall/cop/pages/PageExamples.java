package io.guildhall.cop.pages;

import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages as the contracts show them. */
public final class PageExamples {

    static final CommunityId COMMUNITY = new CommunityId("community-1");
    static final PersonId PRIYA = new PersonId("person-priya");
    static final PersonId AMARA = new PersonId("person-amara");
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final LocalDate IN_SPRING = LocalDate.of(2027, 5, 23);
    static final PageId ID = new PageId("page-1");

    private static final Instant NOON = Instant.parse("2026-11-24T12:00:00Z");

    private PageExamples() {}

    static Revision revision(int number, @Nullable String previous, String text) {
        return new Revision(
                "page-1:" + number + ":key",
                ID,
                number,
                previous,
                new Content("Handing over facilitation", "Why the Scrum Master should not run every meeting", text),
                PRIYA,
                NOON,
                number == 1 ? null : "An example added");
    }

    static Change<PlaybookPage> drafted(boolean open) {
        return PlaybookPage.draft(
                COMMUNITY,
                open,
                revision(1, null, "Ask who goes next."),
                List.of("/pages/page-2"),
                PlaybookPage.Purpose.READING);
    }

    static PlaybookPage draft() {
        return drafted(true).state();
    }

    static PlaybookPage inReview() {
        return draft().submit().state();
    }

    public static PlaybookPage published() {
        return draft().publish(IN_SPRING, TODAY).state();
    }

    static PlaybookPage proposed() {
        return PlaybookPage.propose(
                        COMMUNITY, true, revision(1, null, "Ask who goes next."), List.of(), "impediment-1@17")
                .state();
    }

    /** One change of each kind. */
    public static List<Change<?>> all() {
        return List.of(
                drafted(true),
                PlaybookPage.propose(
                        COMMUNITY, true, revision(1, null, "Ask who goes next."), List.of(), "impediment-1@17"),
                published().write(revision(2, "page-1:1:key", "Ask who goes next.\nFor example …"), List.of()),
                draft().serve(new PlaybookPage.Purpose(Makes.WORKING_AGREEMENT, List.of("over-serving-scrum-master"))),
                draft().submit(),
                inReview().sendBack("Say what to do when nobody wants to."),
                inReview().publish(IN_SPRING, TODAY),
                published().confirm(IN_SPRING.plusDays(30), TODAY),
                proposed().own(AMARA),
                draft().writtenWith(List.of(AMARA)),
                published().archive("Everybody does it now"),
                published().archive(null).state().reopen());
    }
}
