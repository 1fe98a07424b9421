package io.guildhall.cop.findings;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.communities.Community;
import io.guildhall.cop.gatherings.ReadGatherings;
import io.guildhall.cop.pages.PageStatus;
import io.guildhall.cop.pages.Pages;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows the members of a community what differs from the rules, and lets its leads waive it with a reason. */
@Component
public class WaiveFinding {

    private static final String WAIVE_FINDING = "WaiveFinding";

    /** Of one community; who has more pages past their day than that has read enough. */
    private static final int MOST_PAGES = 100;

    private final Communities communities;
    private final ReadGatherings gatherings;
    private final Pages pages;
    private final Waivers waivers;
    private final CommunityRules rules;
    private final Clock clock;

    WaiveFinding(
            Communities communities,
            ReadGatherings gatherings,
            Pages pages,
            Waivers waivers,
            CommunityRules rules,
            Clock clock) {
        this.communities = communities;
        this.gatherings = gatherings;
        this.pages = pages;
        this.waivers = waivers;
        this.rules = rules;
        this.clock = clock;
    }

    /** @param waiver null where nobody waived it, or the waiver is over */
    public record Shown(Finding finding, @Nullable Waiver waiver) {}

    /** None for whoever does not belong to the community: it is asked a question, and not reported. */
    public List<Shown> findings(CommunityId id, Actor actor) {
        Community community = communities.get(id, actor).state();
        if (!communities.isMember(actor, id) && !community.isLedBy(actor.id())) {
            return List.of();
        }
        LocalDate today = LocalDate.now(clock);
        List<Finding> findings = Findings.of(
                id,
                community,
                gatherings.between(id, today.minusDays(Findings.DAYS_BACK), today, actor),
                pages.page(id, new Pages.Filter(List.of(PageStatus.PUBLISHED), today), actor, null, MOST_PAGES)
                        .items(),
                rules,
                today);
        Map<String, Waiver> waived =
                waivers.of(findings.stream().map(Finding::id).collect(Collectors.toSet()));
        return findings.stream()
                .map(finding -> {
                    Waiver waiver = waived.get(finding.id());
                    return new Shown(finding, waiver != null && waiver.holdsOn(today) ? waiver : null);
                })
                .toList();
    }

    /** @throws Refusal 404 when there is no such finding, or none any more */
    public Stored<Waiver> waive(
            CommunityId id,
            String finding,
            @Nullable String reason,
            @Nullable LocalDate until,
            CommandContext context) {
        Stored<Community> community = communities.get(id, context.actor());
        communities.require(context.actor(), WAIVE_FINDING, community);
        Finding found = findings(id, context.actor()).stream()
                .map(Shown::finding)
                .filter(one -> one.id().equals(finding))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("finding", finding));
        return waivers.put(
                finding,
                context,
                Waiver.waive(
                        found,
                        community.state().visibility(),
                        reason,
                        until,
                        new PersonId(context.by()),
                        context.at(),
                        LocalDate.now(clock)));
    }

    public boolean mayWaive(CommunityId id, Actor actor) {
        return communities.may(actor, WAIVE_FINDING, communities.get(id, actor));
    }
}
