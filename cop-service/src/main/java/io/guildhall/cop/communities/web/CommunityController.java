package io.guildhall.cop.communities.web;

import io.guildhall.cop.communities.Audience;
import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.communities.Community;
import io.guildhall.cop.communities.CommunityDraft;
import io.guildhall.cop.communities.FoundCommunity;
import io.guildhall.cop.communities.JoinCommunity;
import io.guildhall.cop.communities.LeadCommunity;
import io.guildhall.cop.communities.Link;
import io.guildhall.cop.communities.Memberships;
import io.guildhall.cop.communities.PlanGatherings;
import io.guildhall.cop.communities.ReviseCommunity;
import io.guildhall.cop.schedule.Cadence;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.People;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.cop.shared.Ref;
import io.guildhall.cop.shared.Wording;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.platform.web.Caller;
import io.guildhall.platform.web.IfMatch;
import io.guildhall.platform.web.Replies;
import io.guildhall.platform.web.ShowsCurrent;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The communities over HTTP. */
@RestController
@RequestMapping("/api/cop/communities")
class CommunityController implements ShowsCurrent {

    private final Communities communities;
    private final Memberships memberships;
    private final FoundCommunity found;
    private final ReviseCommunity revise;
    private final LeadCommunity lead;
    private final JoinCommunity join;
    private final PlanGatherings plan;
    private final People people;
    private final CommunityView.Views views;

    CommunityController(
            Communities communities,
            Memberships memberships,
            FoundCommunity found,
            ReviseCommunity revise,
            LeadCommunity lead,
            JoinCommunity join,
            PlanGatherings plan,
            People people,
            CommunityView.Views views) {
        this.communities = communities;
        this.memberships = memberships;
        this.found = found;
        this.revise = revise;
        this.lead = lead;
        this.join = join;
        this.plan = plan;
        this.people = people;
        this.views = views;
    }

    /**
     * A name is enough.
     *
     * @param audience the roles it is for; none is everybody
     * @param visibility ORGANIZATION for an open community, TEAM for a private one
     */
    record CommunityRequest(
            String name,
            @Nullable String purpose,
            @Nullable List<Audience> audience,
            @Nullable List<Link> links,
            @Nullable Visibility visibility) {

        /** @param otherwise who sees it where the request does not say */
        CommunityDraft draft(Visibility otherwise) {
            return new CommunityDraft(
                    name,
                    purpose,
                    audience == null ? List.of() : audience,
                    links == null ? List.of() : links,
                    visibility == null ? otherwise : visibility);
        }
    }

    record PersonRequest(PersonId person) {

        PersonRequest {
            person = Wording.given("person", person);
        }
    }

    /**
     * @param rule a recurrence rule of days, for example {@code FREQ=WEEKLY;INTERVAL=2;BYDAY=TH}
     * @param first the first day, one of those the rule names
     * @param minutes 5 to 480; left out, an hour
     */
    record CadenceRequest(
            String rule,
            LocalDate first,
            LocalTime at,
            ZoneId zone,
            @Nullable Integer minutes) {
        CadenceRequest {
            rule = Wording.given("rule", rule);
            first = Wording.given("first", first);
            at = Wording.given("at", at);
            zone = Wording.given("zone", zone);
        }

        Cadence cadence() {
            return new Cadence(rule, first, at, zone, minutes == null ? 60 : minutes);
        }
    }

    /** @param to when it begins instead, on the clocks of the cadence's zone */
    record MoveRequest(LocalDateTime to, @Nullable String reason) {

        MoveRequest {
            to = Wording.given("to", to);
        }
    }

    record ReasonRequest(@Nullable String reason) {}

    /** @param since the first day */
    record MemberView(Ref person, LocalDate since) {}

    @GetMapping
    Page<CommunityView> listCommunities(
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam(defaultValue = "false") boolean archived,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25") int limit,
            Caller caller) {
        return communities
                .page(new Communities.Filter(mine, archived, q), caller.actor(), cursor, limit)
                .map(stored -> views.of(stored, caller.actor()));
    }

    /** Whoever founds it leads it. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<CommunityView> foundCommunity(@RequestBody CommunityRequest body, Caller caller) {
        Stored<Community> stored = found.found(body.draft(Visibility.ORGANIZATION), caller.command());
        return Replies.created("/api/cop/communities/" + stored.id(), stored, views.of(stored, caller.actor()));
    }

    @GetMapping("/{id}")
    ResponseEntity<CommunityView> getCommunity(@PathVariable CommunityId id, Caller caller) {
        return reply(communities.get(id, caller.actor()), caller);
    }

    @IfMatch
    @PutMapping("/{id}")
    ResponseEntity<CommunityView> reviseCommunity(
            @PathVariable CommunityId id, @RequestBody CommunityRequest body, Caller caller) {
        Visibility present = communities.get(id, caller.actor()).state().visibility();
        return reply(revise.revise(id, body.draft(present), caller.command()), caller);
    }

    @IfMatch
    @PostMapping("/{id}/archive")
    ResponseEntity<CommunityView> archiveCommunity(
            @PathVariable CommunityId id, @RequestBody ReasonRequest body, Caller caller) {
        return reply(revise.archive(id, body.reason(), caller.command()), caller);
    }

    @IfMatch
    @PostMapping("/{id}/reopen")
    ResponseEntity<CommunityView> reopenCommunity(@PathVariable CommunityId id, Caller caller) {
        return reply(revise.reopen(id, caller.command()), caller);
    }

    /** Whoever led it before stays as co-lead. */
    @IfMatch
    @PostMapping("/{id}/lead")
    ResponseEntity<CommunityView> handOver(
            @PathVariable CommunityId id, @RequestBody PersonRequest body, Caller caller) {
        return reply(lead.handOver(id, body.person(), caller.command()), caller);
    }

    @PostMapping("/{id}/co-leads")
    ResponseEntity<CommunityView> addCoLead(
            @PathVariable CommunityId id, @RequestBody PersonRequest body, Caller caller) {
        return reply(lead.addCoLead(id, body.person(), caller.command()), caller);
    }

    @DeleteMapping("/{id}/co-leads/{person}")
    ResponseEntity<CommunityView> endCoLead(
            @PathVariable CommunityId id, @PathVariable PersonId person, Caller caller) {
        return reply(lead.endCoLead(id, person, caller.command()), caller);
    }

    @PostMapping("/{id}/join")
    ResponseEntity<CommunityView> joinCommunity(@PathVariable CommunityId id, Caller caller) {
        return reply(join.join(id, caller.command()), caller);
    }

    /** Of a private community, whoever left sees nothing more. */
    @PostMapping("/{id}/leave")
    ResponseEntity<CommunityView> leaveCommunity(@PathVariable CommunityId id, Caller caller) {
        return reply(join.leave(id, caller.command()), caller);
    }

    /** The longest there first. */
    @GetMapping("/{id}/members")
    Page<MemberView> listMembers(
            @PathVariable CommunityId id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25") int limit,
            Caller caller) {
        communities.get(id, caller.actor());
        return memberships
                .page(id, cursor, limit)
                .map(stored -> new MemberView(
                        people.ref(stored.state().person()), stored.state().from()));
    }

    /** Lets somebody into a private community. */
    @PostMapping("/{id}/members")
    ResponseEntity<CommunityView> admitMember(
            @PathVariable CommunityId id, @RequestBody PersonRequest body, Caller caller) {
        return reply(join.admit(id, body.person(), caller.command()), caller);
    }

    @DeleteMapping("/{id}/members/{person}")
    ResponseEntity<CommunityView> removeMember(
            @PathVariable CommunityId id, @PathVariable PersonId person, Caller caller) {
        return reply(join.remove(id, person, caller.command()), caller);
    }

    /** From its first day on the community meets in this rhythm. */
    @IfMatch
    @PutMapping("/{id}/cadence")
    ResponseEntity<CommunityView> setCadence(
            @PathVariable CommunityId id, @RequestBody CadenceRequest body, Caller caller) {
        return reply(plan.meet(id, body.cadence(), caller.command()), caller);
    }

    /** From tomorrow on the community does not meet regularly any more. */
    @IfMatch
    @DeleteMapping("/{id}/cadence")
    ResponseEntity<CommunityView> endCadence(@PathVariable CommunityId id, Caller caller) {
        return reply(plan.stop(id, caller.command()), caller);
    }

    /** @param on the day the cadence names */
    @PostMapping("/{id}/gatherings/{on}/move")
    ResponseEntity<CommunityView> moveGathering(
            @PathVariable CommunityId id, @PathVariable LocalDate on, @RequestBody MoveRequest body, Caller caller) {
        return reply(plan.move(id, on, body.to(), body.reason(), caller.command()), caller);
    }

    @PostMapping("/{id}/gatherings/{on}/cancel")
    ResponseEntity<CommunityView> cancelGathering(
            @PathVariable CommunityId id, @PathVariable LocalDate on, @RequestBody ReasonRequest body, Caller caller) {
        return reply(plan.cancel(id, on, body.reason(), caller.command()), caller);
    }

    /** It takes place when the cadence says, after all. */
    @PostMapping("/{id}/gatherings/{on}/restore")
    ResponseEntity<CommunityView> restoreGathering(
            @PathVariable CommunityId id, @PathVariable LocalDate on, Caller caller) {
        return reply(plan.restore(id, on, caller.command()), caller);
    }

    @Override
    public Object current(String id, Caller caller) {
        return views.of(communities.get(new CommunityId(id), caller.actor()), caller.actor());
    }

    private ResponseEntity<CommunityView> reply(Stored<Community> stored, Caller caller) {
        return Replies.found(stored, views.of(stored, caller.actor()));
    }
}
