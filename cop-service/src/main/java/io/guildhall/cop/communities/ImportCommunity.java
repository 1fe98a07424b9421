package io.guildhall.cop.communities;

import io.guildhall.cop.schedule.Cadence;
import io.guildhall.cop.schedule.Schedule;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Takes over what another system says of a community and of when it meets. Importing the same again records nothing; what
 * people have decided here meanwhile stays. Whoever imports has been asked for a role before.
 */
@Component
public class ImportCommunity {

    private final Communities communities;
    private final Memberships memberships;
    private final Clock clock;

    ImportCommunity(Communities communities, Memberships memberships, Clock clock) {
        this.communities = communities;
        this.memberships = memberships;
        this.clock = clock;
    }

    /** What importing a row comes to. */
    public enum Effect {
        CREATED,
        REVISED,
        UNCHANGED
    }

    /** What stays as it is here although the other system says otherwise. */
    public enum Kept {
        LEAD,
        CADENCE,
        ARCHIVED
    }

    public record Imported(Effect effect, Set<Kept> kept) {}

    /**
     * A community as another system tells of it.
     *
     * @param purpose null leaves what is written here
     */
    public record Told(
            String name,
            @Nullable String purpose,
            @Nullable PersonId lead,
            List<PersonId> coLeads,
            List<PersonId> members) {}

    /**
     * When a community meets, as another system tells of it.
     *
     * @param counted from when it is counted is only assumed, so that another beginning is no difference
     * @param replaces the cadence that people have set here
     */
    public record Meeting(Cadence cadence, boolean counted, boolean replaces) {}

    public Optional<Stored<Community>> find(CommunityId id) {
        return communities.find(id);
    }

    /** Founds the community, or revises it by what differs; where nothing is applied, says what that would come to. */
    public Imported take(CommunityId id, Told told, boolean apply, CommandContext context) {
        Set<Kept> kept = EnumSet.noneOf(Kept.class);
        List<PersonId> joining = told.members().stream()
                .filter(person -> !memberships.wasMember(id, person))
                .toList();
        Effect effect =
                take(id, () -> founded(id, told, null), known -> revised(known, told, kept), kept, apply, context);
        if (joining.isEmpty() || kept.contains(Kept.ARCHIVED)) {
            return new Imported(effect, kept);
        }
        if (apply) {
            join(id, joining, context);
        }
        return new Imported(effect == Effect.UNCHANGED ? Effect.REVISED : effect, kept);
    }

    /**
     * Sets when a community meets.
     *
     * @param ifNew what it is when there is none of this id yet; it is not revised by this
     */
    public Imported meet(CommunityId id, Told ifNew, Meeting meeting, boolean apply, CommandContext context) {
        Set<Kept> kept = EnumSet.noneOf(Kept.class);
        if (apply && communities.find(id).isEmpty()) {
            join(id, ifNew.members(), context);
        }
        Effect effect = take(
                id,
                () -> founded(id, ifNew, meeting.cadence()),
                known -> meets(known, meeting, kept),
                kept,
                apply,
                context);
        return new Imported(effect, kept);
    }

    private Effect take(
            CommunityId id,
            Supplier<Change<Community>> founded,
            Function<Community, Change<Community>> revised,
            Set<Kept> kept,
            boolean apply,
            CommandContext context) {
        Community known = communities.find(id).map(Stored::state).orElse(null);
        if (known == null) {
            Change<Community> change = founded.get();
            if (!apply || adds(id, change, context)) {
                return Effect.CREATED;
            }
            known = communities.find(id).map(Stored::state).orElseThrow();
        }
        if (known.archived()) {
            kept.add(Kept.ARCHIVED);
            return Effect.UNCHANGED;
        }
        if (revised.apply(known).events().isEmpty()) {
            return Effect.UNCHANGED;
        }
        if (apply) {
            communities.change(id, context, revised);
        }
        return Effect.REVISED;
    }

    private void join(CommunityId id, List<PersonId> people, CommandContext context) {
        people.forEach(person -> memberships.join(id, person, LocalDate.now(clock), context));
    }

    /** Whether this import was the first; another one may have been faster. */
    private boolean adds(CommunityId id, Change<Community> founded, CommandContext context) {
        try {
            communities.add(id, context, founded);
            return true;
        } catch (Refusal refusal) {
            if (refusal.status() != 409) {
                throw refusal;
            }
            return false;
        }
    }

    private Change<Community> founded(CommunityId id, Told told, @Nullable Cadence cadence) {
        LocalDate today = LocalDate.now(clock);
        List<Assignment> assignments = new ArrayList<>();
        if (told.lead() != null) {
            assignments.add(new Assignment(told.lead(), LeadRole.COMMUNITY_LEAD, today, null));
        }
        told.coLeads().stream()
                .filter(person -> !person.equals(told.lead()))
                .limit(Community.MOST_CO_LEADS)
                .forEach(person -> assignments.add(new Assignment(person, LeadRole.COMMUNITY_CO_LEAD, today, null)));
        CommunityDraft draft =
                new CommunityDraft(told.name(), told.purpose(), List.of(), List.of(), Visibility.ORGANIZATION);
        return Community.founded(
                id.value(), draft, assignments, cadence == null ? Schedule.NONE : Schedule.of(cadence), today);
    }

    private Change<Community> revised(Community known, Told told, Set<Kept> kept) {
        LocalDate today = LocalDate.now(clock);
        CommunityDraft draft = new CommunityDraft(
                told.name(),
                told.purpose() == null ? known.purpose() : told.purpose(),
                known.audience(),
                known.links(),
                known.visibility());
        Change<Community> change = known.revise(draft).then(community -> led(community, told.lead(), today, kept));
        for (PersonId person : told.coLeads()) {
            change = change.then(community -> coLed(community, person, today));
        }
        return change;
    }

    private static Change<Community> led(
            Community community, @Nullable PersonId lead, LocalDate today, Set<Kept> kept) {
        if (lead == null || lead.equals(community.lead())) {
            return Change.none(community);
        }
        if (community.lead() != null) {
            kept.add(Kept.LEAD);
            return Change.none(community);
        }
        return community.handOver(lead, today);
    }

    /** Whoever stepped back here is not called back. */
    private static Change<Community> coLed(Community community, PersonId person, LocalDate today) {
        boolean wasThere =
                community.assignments().stream().anyMatch(one -> one.person().equals(person));
        return wasThere || community.coLeads().size() >= Community.MOST_CO_LEADS
                ? Change.none(community)
                : community.addCoLead(person, today);
    }

    private Change<Community> meets(Community known, Meeting meeting, Set<Kept> kept) {
        LocalDate today = LocalDate.now(clock);
        if (known.schedule().spells().isEmpty()) {
            return known.meet(meeting.cadence(), today);
        }
        Cadence present = known.schedule().present();
        if (present != null && isSame(present, meeting, today)) {
            return Change.none(known);
        }
        Optional<Cadence> next = meeting.cadence().continuedFrom(today);
        if (!meeting.replaces() || next.isEmpty()) {
            kept.add(Kept.CADENCE);
            return Change.none(known);
        }
        return known.meet(next.get(), today);
    }

    /** Whether both name the same dates from now on. */
    private static boolean isSame(Cadence present, Meeting meeting, LocalDate today) {
        Cadence told = meeting.cadence();
        return present.rule().equals(told.rule())
                && present.at().equals(told.at())
                && present.zone().equals(told.zone())
                && present.minutes() == told.minutes()
                && (meeting.counted() || Objects.equals(next(present, today), next(told, today)));
    }

    private static @Nullable LocalDate next(Cadence cadence, LocalDate today) {
        return cadence.continuedFrom(today).map(Cadence::first).orElse(null);
    }
}
