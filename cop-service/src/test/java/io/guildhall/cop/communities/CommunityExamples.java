package io.guildhall.cop.communities;

import io.guildhall.cop.schedule.Cadence;
import io.guildhall.cop.shared.CoachingQuestion;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.Moment;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Change;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** Communities as the contracts show them. */
public final class CommunityExamples {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final Instant NOW = TODAY.atStartOfDay().toInstant(ZoneOffset.UTC);
    static final PersonId PRIYA = new PersonId("person-priya");
    static final PersonId AMARA = new PersonId("person-amara");

    private CommunityExamples() {}

    static CommunityDraft draft() {
        return new CommunityDraft(
                "Scrum Masters",
                "Get better at what the whole product needs from us",
                List.of(Audience.SCRUM_MASTER, Audience.CO_SCRUM_MASTER),
                List.of(new Link("Chat", "https://chat.example/scrum-masters")),
                Visibility.ORGANIZATION);
    }

    static Community aCommunity() {
        return Community.found("community-1", draft(), PRIYA, TODAY).state();
    }

    static Cadence everyTwoWeeks() {
        return new Cadence(
                "FREQ=WEEKLY;INTERVAL=2;BYDAY=TH",
                LocalDate.of(2026, 11, 26),
                LocalTime.of(15, 0),
                ZoneId.of("Europe/Berlin"),
                60);
    }

    static Community thatMeets() {
        return aCommunity().meet(everyTwoWeeks(), TODAY).state();
    }

    static CoachingQuestion question(String id) {
        return new CoachingQuestion(
                id, Moment.OLD_IMPEDIMENT, "Who could take the next step without asking anybody (" + id + ")?");
    }

    /** One change of each kind. */
    public static List<Change<?>> all() {
        Community meets = thatMeets();
        LocalDate first = LocalDate.of(2026, 11, 26);
        Community shared = meets.addCoLead(AMARA, TODAY).state();
        Community archived = meets.archive("Everybody knows it now", TODAY).state();
        CommunityId id = new CommunityId("community-1");
        Membership member = Membership.begin(id, AMARA, TODAY).state();
        return List.of(
                Community.found("community-1", draft(), PRIYA, TODAY),
                meets.revise(CommunityDraft.of("Facilitators")),
                meets.handOver(AMARA, TODAY),
                meets.addCoLead(AMARA, TODAY),
                shared.stepBack(AMARA, TODAY),
                meets.addQuestion(question("question-1")),
                meets.addQuestion(question("question-1")).state().removeQuestion("question-1"),
                aCommunity().meet(everyTwoWeeks(), TODAY),
                meets.stopMeeting(first),
                meets.moveGathering(first, first.plusDays(1).atTime(10, 0), "Holiday", NOW),
                meets.cancelGathering(first, "Release week"),
                meets.cancelGathering(first, null).state().restoreGathering(first),
                meets.archive("Everybody knows it now", TODAY),
                archived.reopen(),
                Membership.begin(id, AMARA, TODAY),
                member.leave(TODAY));
    }
}
