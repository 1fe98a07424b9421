package io.guildhall.cop.gatherings.web;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.communities.Community;
import io.guildhall.cop.gatherings.Action;
import io.guildhall.cop.gatherings.DraftAgenda;
import io.guildhall.cop.gatherings.Gathering;
import io.guildhall.cop.gatherings.GatheringId;
import io.guildhall.cop.gatherings.GatheringState;
import io.guildhall.cop.gatherings.Meeting;
import io.guildhall.cop.gatherings.ReadGatherings;
import io.guildhall.cop.gatherings.Suggestion;
import io.guildhall.cop.gatherings.TopicLink;
import io.guildhall.cop.shared.People;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.cop.shared.Ref;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Stored;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A gathering as it is shown.
 *
 * @param version 0 where nothing has been written down yet
 * @param on the day the cadence names; it stays the same when the gathering is moved
 * @param zone on whose clocks it is moved
 * @param links where topics of the agenda lead, of those that lead anywhere
 * @param facilitator who leads through it; null where nobody is named
 * @param suggestions what else the next gathering could talk about, for whoever may prepare it
 * @param carried what was agreed at earlier gatherings and is still to do
 * @param coming how many say they will come; 0 once it took place
 * @param iCome what the reader has said; null when nothing
 * @param attended how many were there; null as long as nobody has said that it took place
 * @param can the use cases that the reader may carry out now
 */
record GatheringView(
        String id,
        long version,
        Ref community,
        LocalDate on,
        Instant start,
        Instant end,
        ZoneId zone,
        boolean moved,
        boolean cancelled,
        @Nullable String reason,
        GatheringState state,
        List<String> agenda,
        List<TopicLink> links,
        @Nullable Ref facilitator,
        List<Suggestion> suggestions,
        @Nullable String notes,
        List<ActionView> actions,
        List<CarriedView> carried,
        int coming,
        @Nullable Boolean iCome,
        @Nullable Integer attended,
        List<String> can) {

    record ActionView(String id, String text, @Nullable Ref owner, boolean done) {}

    /** @param gathering where it was agreed */
    record CarriedView(
            String gathering,
            LocalDate on,
            String id,
            String text,
            @Nullable Ref owner) {}

    /**
     * A gathering in a list.
     *
     * @param openActions as many of its actions are still to do
     */
    record GatheringSummary(
            String id,
            LocalDate on,
            Instant start,
            Instant end,
            ZoneId zone,
            boolean moved,
            boolean cancelled,
            @Nullable String reason,
            GatheringState state,
            @Nullable Integer attended,
            int openActions) {

        static GatheringSummary of(Meeting meeting) {
            Gathering gathering = meeting.written().state();
            return new GatheringSummary(
                    meeting.id().value(),
                    meeting.slot().on(),
                    meeting.slot().start(),
                    meeting.slot().end(),
                    meeting.slot().zone(),
                    meeting.slot().moved(),
                    meeting.slot().cancelled(),
                    meeting.slot().reason(),
                    meeting.state(),
                    gathering.attended(),
                    gathering.openActions().size());
        }
    }

    /** Makes views for one reader. */
    @Component
    static class Views {

        private final ReadGatherings read;
        private final DraftAgenda draft;
        private final Communities communities;
        private final People people;

        Views(ReadGatherings read, DraftAgenda draft, Communities communities, People people) {
            this.read = read;
            this.draft = draft;
            this.communities = communities;
            this.people = people;
        }

        GatheringView of(Meeting meeting, Actor reader) {
            GatheringId id = meeting.id();
            Gathering gathering = meeting.written().state();
            Stored<Community> community = communities.get(id.community(), reader);
            return new GatheringView(
                    id.value(),
                    meeting.written().version(),
                    new Ref(id.community().value(), community.state().name()),
                    meeting.slot().on(),
                    meeting.slot().start(),
                    meeting.slot().end(),
                    meeting.slot().zone(),
                    meeting.slot().moved(),
                    meeting.slot().cancelled(),
                    meeting.slot().reason(),
                    meeting.state(),
                    gathering.agenda(),
                    gathering.links(),
                    person(gathering.facilitator()),
                    mayRun(reader, community) ? draft.suggestions(meeting, reader) : List.of(),
                    gathering.notes(),
                    gathering.actions().stream().map(this::action).toList(),
                    read.carriedTo(id).stream()
                            .flatMap(earlier -> carried(earlier).stream())
                            .toList(),
                    read.coming(id),
                    read.saysToCome(id, reader).orElse(null),
                    gathering.attended(),
                    can(meeting, community, reader));
        }

        private ActionView action(Action action) {
            return new ActionView(action.id(), action.text(), person(action.owner()), action.done());
        }

        private List<CarriedView> carried(Stored<Gathering> earlier) {
            return earlier.state().openActions().stream()
                    .map(action -> new CarriedView(
                            earlier.id(), earlier.state().on(), action.id(), action.text(), person(action.owner())))
                    .toList();
        }

        private @Nullable Ref person(@Nullable PersonId person) {
            return person == null ? null : people.ref(person);
        }

        private boolean mayRun(Actor reader, Stored<Community> community) {
            return communities.may(reader, "RunGathering", community);
        }

        private List<String> can(Meeting meeting, Stored<Community> community, Actor reader) {
            List<String> can = new ArrayList<>();
            if (mayRun(reader, community)) {
                can.add("RunGathering");
            }
            if (communities.may(reader, "PlanGatherings", community)
                    && !community.state().archived()) {
                can.add("PlanGatherings");
            }
            if (meeting.state() == GatheringState.PLANNED
                    && communities.may(reader, "ComeToGathering", community)
                    && reader.person() != null) {
                can.add("ComeToGathering");
            }
            return can;
        }
    }
}
