package io.guildhall.cop.findings;

import io.guildhall.cop.communities.Community;
import io.guildhall.cop.gatherings.GatheringState;
import io.guildhall.cop.gatherings.Meeting;
import io.guildhall.cop.pages.PlaybookPage;
import io.guildhall.cop.schedule.Slot;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Stored;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** The rule that a community meets and writes, as a pure function of what it does, the installation's choices and the day. */
final class Findings {

    /** A missed gathering is worth a talk for so long. */
    static final int DAYS_BACK = 30;

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private final CommunityId id;
    private final Community community;
    private final CommunityRules rules;
    private final LocalDate today;
    private final String place;
    private final List<Finding> found = new ArrayList<>();

    private Findings(CommunityId id, Community community, CommunityRules rules, LocalDate today) {
        this.id = id;
        this.community = community;
        this.rules = rules;
        this.today = today;
        this.place = "/communities/" + id;
    }

    /**
     * @param recent the gatherings of the last days
     * @param pages those to be looked at, the longest ago first
     */
    static List<Finding> of(
            CommunityId id,
            Community community,
            List<Meeting> recent,
            List<Stored<PlaybookPage>> pages,
            CommunityRules rules,
            LocalDate today) {
        if (community.archived() || !rules.on(CommunityRules.COMMUNITY_MEETS)) {
            return List.of();
        }
        Findings findings = new Findings(id, community, rules, today);
        findings.rhythm();
        findings.missed(recent);
        findings.overdue(pages);
        return List.copyOf(findings.found);
    }

    private void rhythm() {
        int most = rules.daysOf(community);
        if (community.schedule().present() == null) {
            rhythm("does not meet regularly", most);
        } else if (longestGap(most) > most) {
            rhythm("meets less often than every " + most + " days", most);
        }
    }

    private void rhythm(String does, int most) {
        String quarter = today.getYear() + "-Q" + today.get(IsoFields.QUARTER_OF_YEAR);
        add(
                id.value(),
                quarter,
                place,
                community.name() + " " + does + ".",
                "A community meets at least every " + most + " days.");
    }

    /** Between dates that the rhythm names; moving or cancelling one changes no rhythm. */
    private long longestGap(int most) {
        List<LocalDate> days = community.schedule().between(today, today.plusDays(4L * most)).stream()
                .map(Slot::on)
                .toList();
        if (days.size() < 2) {
            return Long.MAX_VALUE;
        }
        long longest = 0;
        for (int i = 1; i < days.size(); i++) {
            longest = Math.max(longest, ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)));
        }
        return longest;
    }

    private void missed(List<Meeting> recent) {
        for (Meeting meeting : recent) {
            if (meeting.state() == GatheringState.MISSED) {
                add(
                        meeting.id().value(),
                        meeting.slot().on().toString(),
                        place + "/gatherings/" + meeting.slot().on(),
                        "Nobody has noted that the gathering on "
                                + DAY.format(meeting.slot().begins()) + " took place.",
                        "A community meets when it says it does, or cancels the date.");
            }
        }
    }

    private void overdue(List<Stored<PlaybookPage>> pages) {
        for (Stored<PlaybookPage> stored : pages) {
            PlaybookPage page = stored.state();
            if (page.isOverdue(today)) {
                LocalDate by = Objects.requireNonNull(page.reviewBy());
                add(
                        stored.id(),
                        by.toString(),
                        "/pages/" + stored.id(),
                        "“" + page.title() + "” was to be looked at again by " + DAY.format(by) + ".",
                        "A page is looked at again by its day.");
            }
        }
    }

    private void add(String subject, String period, String path, String text, String cites) {
        String rule = CommunityRules.COMMUNITY_MEETS;
        String finding = CommandContext.derivedId("finding", rule, subject, period);
        found.add(new Finding(finding, rule, id, subject, path, text, cites));
    }
}
