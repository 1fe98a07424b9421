package io.guildhall.cop.gatherings;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.communities.Community;
import io.guildhall.cop.schedule.Slot;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Puts together when a community meets and what was written down of it. */
@Component
public class ReadGatherings {

    private static final int MOST_DAYS = 400;

    /** After as many gatherings with one facilitator it has become a habit. */
    private static final int RUN = 5;

    private final Communities communities;
    private final Gatherings gatherings;
    private final Comings comings;
    private final Clock clock;

    ReadGatherings(Communities communities, Gatherings gatherings, Comings comings, Clock clock) {
        this.communities = communities;
        this.gatherings = gatherings;
        this.comings = comings;
        this.clock = clock;
    }

    /**
     * Those that take place between two days, both included, in order. What was before the community came here is left out,
     * because nobody knows of it.
     *
     * @throws Refusal 422 for more than 400 days
     */
    public List<Meeting> between(CommunityId id, LocalDate from, LocalDate to, Actor actor) {
        Community community = communities.get(id, actor).state();
        if (ChronoUnit.DAYS.between(from, to) > MOST_DAYS) {
            throw Refusal.invalid("too-many-days", "Ask for at most " + MOST_DAYS + " days at once.")
                    .with("field", "to");
        }
        LocalDate known = from.isBefore(community.since()) ? community.since() : from;
        List<Slot> slots = community.schedule().upcoming(known, to);
        Map<String, Stored<Gathering>> written =
                gatherings
                        .findAll(slots.stream()
                                .map(slot -> new GatheringId(id, slot.on()))
                                .toList())
                        .stream()
                        .collect(Collectors.toMap(Stored::id, Function.identity()));
        return slots.stream()
                .map(slot -> {
                    GatheringId one = new GatheringId(id, slot.on());
                    return meeting(one, slot, Optional.ofNullable(written.get(one.value())), community);
                })
                .toList();
    }

    /** @throws Refusal 404 when the community is not the actor's to see or its cadence names no such day */
    public Meeting get(GatheringId id, Actor actor) {
        Community community = communities.get(id.community(), actor).state();
        Slot slot = community.schedule().slot(id.on()).orElseThrow(() -> Refusal.notFound("gathering", id.value()));
        return meeting(id, slot, gatherings.find(id), community);
    }

    /** Whether one person has facilitated each of the last five that took place. Who that is, is not asked. */
    public boolean haveOneFacilitator(CommunityId id) {
        List<Gathering> held = gatherings.lastHeld(id, RUN);
        PersonId latest = held.isEmpty() ? null : held.get(0).facilitator();
        return held.size() == RUN
                && latest != null
                && held.stream().allMatch(gathering -> latest.equals(gathering.facilitator()));
    }

    /** Open actions of earlier gatherings, the oldest first. */
    public List<Stored<Gathering>> carriedTo(GatheringId id) {
        return gatherings.withOpenActionsBefore(id.community(), id.on());
    }

    /** How many say they will come. */
    public int coming(GatheringId id) {
        return comings.count(id);
    }

    /** What somebody has said of themselves. */
    public Optional<Boolean> saysToCome(GatheringId id, Actor actor) {
        return actor.person() == null ? Optional.empty() : comings.of(id, new PersonId(actor.person()));
    }

    private Meeting meeting(GatheringId id, Slot slot, Optional<Stored<Gathering>> found, Community community) {
        Stored<Gathering> written = found.orElseGet(() -> new Stored<>(
                Gatherings.TYPE.topic(),
                id.value(),
                0,
                0,
                Gathering.blank(id, community.name(), community.visibility())));
        return new Meeting(
                id, slot, written, GatheringState.of(slot, written.state().attended(), clock.instant()));
    }
}
