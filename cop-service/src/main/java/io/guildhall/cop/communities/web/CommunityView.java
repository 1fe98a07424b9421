package io.guildhall.cop.communities.web;

import io.guildhall.cop.communities.Audience;
import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.communities.Community;
import io.guildhall.cop.communities.LeadCommunity;
import io.guildhall.cop.communities.Link;
import io.guildhall.cop.communities.Memberships;
import io.guildhall.cop.schedule.Cadence;
import io.guildhall.cop.schedule.Slot;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.People;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.cop.shared.Ref;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Stored;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A community as it is shown.
 *
 * @param lead null where nobody leads it
 * @param cadence null where it does not meet regularly
 * @param next the next gathering that takes place
 * @param since the first day it is kept here; what took place before is not known
 * @param member whether the reader belongs to it
 * @param can the use cases that the reader may carry out now
 */
record CommunityView(
        String id,
        long version,
        String name,
        @Nullable String purpose,
        List<Audience> audience,
        List<Link> links,
        @Nullable Ref lead,
        List<Ref> coLeads,
        @Nullable Cadence cadence,
        @Nullable SlotView next,
        LocalDate since,
        long members,
        boolean member,
        boolean archived,
        Visibility visibility,
        List<String> can) {

    /**
     * @param on the day the cadence names; it stays the same when the gathering is moved
     * @param zone on whose clocks it is moved
     */
    record SlotView(
            LocalDate on,
            Instant start,
            Instant end,
            ZoneId zone,
            boolean moved,
            boolean cancelled,
            @Nullable String reason) {

        static SlotView of(Slot slot) {
            return new SlotView(
                    slot.on(), slot.start(), slot.end(), slot.zone(), slot.moved(), slot.cancelled(), slot.reason());
        }
    }

    /** Makes views for one reader. */
    @Component
    static class Views {

        /** A cadence that names no day within a year has ended, for whoever looks for the next date. */
        private static final int DAYS_AHEAD = 366;

        private final Communities communities;
        private final Memberships memberships;
        private final LeadCommunity leads;
        private final People people;
        private final Clock clock;

        Views(Communities communities, Memberships memberships, LeadCommunity leads, People people, Clock clock) {
            this.communities = communities;
            this.memberships = memberships;
            this.leads = leads;
            this.people = people;
            this.clock = clock;
        }

        CommunityView of(Stored<Community> stored, Actor reader) {
            Community community = stored.state();
            CommunityId id = new CommunityId(stored.id());
            boolean member = communities.isMember(reader, id);
            PersonId lead = community.lead();
            return new CommunityView(
                    stored.id(),
                    stored.version(),
                    community.name(),
                    community.purpose(),
                    community.audience(),
                    community.links(),
                    lead == null ? null : people.ref(lead),
                    community.coLeads().stream().map(people::ref).toList(),
                    community.schedule().present(),
                    next(community),
                    community.since(),
                    memberships.count(id),
                    member,
                    community.archived(),
                    community.visibility(),
                    can(stored, member, reader));
        }

        private @Nullable SlotView next(Community community) {
            LocalDate today = LocalDate.now(clock);
            Instant now = clock.instant();
            return community.schedule().upcoming(today, today.plusDays(DAYS_AHEAD)).stream()
                    .filter(slot -> !slot.cancelled() && slot.end().isAfter(now))
                    .findFirst()
                    .map(SlotView::of)
                    .orElse(null);
        }

        private List<String> can(Stored<Community> stored, boolean member, Actor reader) {
            Community community = stored.state();
            List<String> can = new ArrayList<>();
            if (communities.may(reader, "ArchiveCommunity", stored)) {
                can.add("ArchiveCommunity");
            }
            if (communities.may(reader, "RemoveFile", stored)) {
                can.add("RemoveFile");
            }
            if (community.archived()) {
                return can;
            }
            for (String useCase : List.of(
                    "ReviseCommunity",
                    "AddCoLead",
                    "EndCoLead",
                    "PlanGatherings",
                    "KeepQuestions",
                    "InstallShelf",
                    "AddFile",
                    "ImportPlaybook")) {
                if (communities.may(reader, useCase, stored)) {
                    can.add(useCase);
                }
            }
            if (communities.may(reader, "HandOverCommunity", stored) || leads.mayTakeOver(stored, reader)) {
                can.add("HandOverCommunity");
            }
            if (!community.openToAll() && communities.may(reader, "AdmitMember", stored)) {
                can.add("AdmitMember");
            }
            if (communities.may(reader, "RemoveMember", stored)) {
                can.add("RemoveMember");
            }
            if (!member && reader.person() != null) {
                can.add("JoinCommunity");
            }
            if (member && !community.isLedBy(reader.id())) {
                can.add("LeaveCommunity");
            }
            return can;
        }
    }
}
