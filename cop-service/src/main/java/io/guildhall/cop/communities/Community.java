package io.guildhall.cop.communities;

import io.guildhall.cop.schedule.Cadence;
import io.guildhall.cop.schedule.Schedule;
import io.guildhall.cop.schedule.Slot;
import io.guildhall.cop.shared.CoachingQuestion;
import io.guildhall.cop.shared.Moment;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.cop.shared.Wording;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * People who learn together across teams. Who belongs to it is told by {@link Membership}s, so that a large community
 * does not become a large document.
 *
 * @param kind always COMMUNITY: roles are held on it as on a unit of the organization
 * @param apart always true: roles held on the product do not count here
 * @param assignments who leads it, and who did
 * @param schedule when it meets
 * @param questions open questions of its own, which its members are asked at their moment
 * @param since the first day it is kept here: whether it met before, nobody knows
 * @param archived whether it has ended; what it wrote stays readable
 * @param scopes itself, for whoever may see it
 */
public record Community(
        @About("Always COMMUNITY") String kind,

        @About("Always true: roles held on the product do not count on it")
        boolean apart,

        @About("What it is called") String name,

        @About("What it is for") @Nullable String purpose,

        @About("The roles it is for; none is everybody") List<Audience> audience,
        @About("Where it is found elsewhere") List<Link> links,
        @About("Who leads it, and who did") List<Assignment> assignments,
        @About("When it meets") Schedule schedule,
        @About("Coaching questions of its own") List<CoachingQuestion> questions,

        @About("The first day it is kept here; what took place before is not known")
        LocalDate since,

        @About("Whether it has ended") boolean archived,
        Visibility visibility,
        @About("Its own id, for whoever may see it") List<String> scopes) {

    static final int MOST_CO_LEADS = 10;
    static final int MOST_QUESTIONS = 30;

    /** Past assignments that are kept. */
    private static final int MOST_FORMER = 50;

    public Community {
        audience = List.copyOf(audience);
        links = List.copyOf(links);
        assignments = List.copyOf(assignments);
        // What was stored before communities had questions has none.
        questions = List.copyOf(Objects.requireNonNullElse(questions, List.of()));
        scopes = List.copyOf(scopes);
    }

    /** A new community, led by whoever founds it. */
    public static Change<Community> found(String id, CommunityDraft draft, PersonId founder, LocalDate today) {
        return founded(
                id,
                draft,
                List.of(new Assignment(founder, LeadRole.COMMUNITY_LEAD, today, null)),
                Schedule.NONE,
                today);
    }

    /** A new community as another system tells of it. */
    static Change<Community> founded(
            String id, CommunityDraft draft, List<Assignment> assignments, Schedule schedule, LocalDate today) {
        Community community = new Community(
                "COMMUNITY",
                true,
                draft.name(),
                draft.purpose(),
                draft.audience(),
                draft.links(),
                assignments,
                schedule,
                List.of(),
                today,
                false,
                draft.visibility(),
                List.of(id));
        return Change.of(
                community,
                new CommunityFounded(
                        community.name, community.purpose, community.audience, community.visibility, community.lead()));
    }

    /** Who leads it; null where the last one has left. */
    public @Nullable PersonId lead() {
        return holders(LeadRole.COMMUNITY_LEAD).stream().findFirst().orElse(null);
    }

    public List<PersonId> coLeads() {
        return holders(LeadRole.COMMUNITY_CO_LEAD);
    }

    public boolean isLedBy(String person) {
        return !rolesOf(person).isEmpty();
    }

    /** The roles a person holds here now. */
    List<LeadRole> rolesOf(String person) {
        return assignments.stream()
                .filter(one -> one.isOpen()
                        && one.role() != LeadRole.UNKNOWN
                        && one.person().value().equals(person))
                .map(Assignment::role)
                .toList();
    }

    public boolean openToAll() {
        return visibility == Visibility.ORGANIZATION;
    }

    /**
     * Says anew what it is; the same changes nothing.
     *
     * @throws Refusal 422 when it is to be seen by others than before: people wrote in it relying on that
     */
    public Change<Community> revise(CommunityDraft draft) {
        refuseArchived();
        if (draft.visibility() != visibility) {
            throw Refusal.invalid(
                            "visibility-fixed",
                            "Who sees a community is decided when it is founded, because people write in it relying on"
                                    + " that; found another one instead.")
                    .with("field", "visibility");
        }
        if (draft.name().equals(name)
                && Objects.equals(draft.purpose(), purpose)
                && draft.audience().equals(audience)
                && draft.links().equals(links)) {
            return Change.none(this);
        }
        Community revised = new Community(
                kind,
                apart,
                draft.name(),
                draft.purpose(),
                draft.audience(),
                draft.links(),
                assignments,
                schedule,
                questions,
                since,
                archived,
                visibility,
                scopes);
        return Change.of(revised, new CommunityRevised(draft.name(), draft.purpose(), draft.audience(), draft.links()));
    }

    /** Another lead takes over; whoever led it before stays as co-lead. */
    public Change<Community> handOver(PersonId to, LocalDate today) {
        refuseArchived();
        PersonId before = lead();
        if (to.equals(before)) {
            return Change.none(this);
        }
        List<Assignment> changed = endAll(to, today);
        if (before != null) {
            changed = ended(changed, before, today);
            changed.add(new Assignment(before, LeadRole.COMMUNITY_CO_LEAD, today, null));
        }
        changed.add(new Assignment(to, LeadRole.COMMUNITY_LEAD, today, null));
        return Change.of(withAssignments(changed), new CommunityHandedOver(to, before));
    }

    public Change<Community> addCoLead(PersonId person, LocalDate today) {
        refuseArchived();
        if (isLedBy(person.value())) {
            return Change.none(this);
        }
        if (coLeads().size() >= MOST_CO_LEADS) {
            throw Refusal.invalid("co-leads-too-many", "A community has at most " + MOST_CO_LEADS + " co-leads.")
                    .with("field", "person");
        }
        List<Assignment> changed = new ArrayList<>(assignments);
        changed.add(new Assignment(person, LeadRole.COMMUNITY_CO_LEAD, today, null));
        return Change.of(withAssignments(changed), new CommunityCoLeadAdded(person));
    }

    /**
     * A lead or co-lead steps back.
     *
     * @throws Refusal 409 when the only lead goes: somebody takes over first
     */
    public Change<Community> stepBack(PersonId person, LocalDate today) {
        if (!isLedBy(person.value())) {
            return Change.none(this);
        }
        if (person.equals(lead())) {
            throw Refusal.conflict(
                    "lead-needed", "A community has a lead: hand it over to somebody first, or archive the community.");
        }
        return Change.of(withAssignments(endAll(person, today)), new CommunityCoLeadEnded(person));
    }

    /**
     * Meets in another rhythm from the cadence's first day on.
     *
     * @throws Refusal 422 when that day is past: what took place is not changed any more
     */
    public Change<Community> meet(Cadence cadence, LocalDate today) {
        refuseArchived();
        if (cadence.equals(schedule.present())) {
            return Change.none(this);
        }
        if (cadence.first().isBefore(today) && schedule.present() != null) {
            throw Refusal.invalid(
                            "cadence-in-the-past",
                            "Let the new cadence begin on " + today + " or later; the dates before stay as they were.")
                    .with("field", "first");
        }
        return Change.of(withSchedule(schedule.changeTo(cadence)), new CadenceSet(cadence));
    }

    /** Meets no more from a day on. */
    public Change<Community> stopMeeting(LocalDate from) {
        refuseArchived();
        Schedule ended = schedule.endOn(from);
        return ended.equals(schedule) ? Change.none(this) : Change.of(withSchedule(ended), new CadenceEnded(from));
    }

    /** @throws Refusal 422 when it would begin before now, where nobody plans and nobody would find it */
    public Change<Community> moveGathering(LocalDate on, LocalDateTime to, @Nullable String reason, Instant now) {
        refuseArchived();
        Schedule moved = schedule.move(on, to, reason);
        if (!moved.equals(schedule)
                && moved.slot(on).filter(slot -> slot.start().isBefore(now)).isPresent()) {
            throw Refusal.invalid(
                            "moved-into-the-past", "A gathering moves to a time that is to come; choose a later one.")
                    .with("field", "to");
        }
        return deviate(on, moved, slot -> new GatheringMoved(on, slot.begins(), slot.zone(), slot.reason()));
    }

    public Change<Community> cancelGathering(LocalDate on, @Nullable String reason) {
        return deviate(on, schedule.cancel(on, reason), slot -> new GatheringCancelled(on, slot.reason()));
    }

    public Change<Community> restoreGathering(LocalDate on) {
        return deviate(on, schedule.restore(on), slot -> new GatheringRestored(on));
    }

    private interface What {
        DomainEvent happened(Slot slot);
    }

    private Change<Community> deviate(LocalDate on, Schedule changed, What what) {
        refuseArchived();
        Optional<Slot> slot = changed.slot(on);
        return changed.equals(schedule) || slot.isEmpty()
                ? Change.none(this)
                : Change.of(withSchedule(changed), what.happened(slot.get()));
    }

    /**
     * Its members are asked one more question at its moment; the same one again changes nothing.
     *
     * @throws Refusal 422 for more than 30
     */
    public Change<Community> addQuestion(CoachingQuestion question) {
        refuseArchived();
        if (question.moment() == Moment.UNKNOWN) {
            throw Refusal.invalid("moment-unknown", "Choose the moment at which it fits from those there are.")
                    .with("field", "moment");
        }
        if (questions.stream().anyMatch(question::asksTheSameAs)) {
            return Change.none(this);
        }
        if (questions.size() >= MOST_QUESTIONS) {
            throw Refusal.invalid(
                    "questions-too-many",
                    "A community has at most " + MOST_QUESTIONS + " questions; remove one that nobody needs any more.");
        }
        List<CoachingQuestion> changed = new ArrayList<>(questions);
        changed.add(question);
        return Change.of(withQuestions(changed), new CommunityQuestionAdded(question));
    }

    /** Removing it twice is removing it once. */
    public Change<Community> removeQuestion(String id) {
        refuseArchived();
        return questions.stream()
                .filter(question -> question.id().equals(id))
                .findFirst()
                .map(removed -> Change.of(
                        withQuestions(questions.stream()
                                .filter(question -> !question.equals(removed))
                                .toList()),
                        new CommunityQuestionRemoved(removed)))
                .orElseGet(() -> Change.none(this));
    }

    /** Ends it from today on; what it wrote stays readable. */
    public Change<Community> archive(@Nullable String reason, LocalDate today) {
        if (archived) {
            return Change.none(this);
        }
        String said = Wording.optional("reason", reason, Wording.PARAGRAPH);
        Community ended = with(assignments, schedule.endOn(today.plusDays(1)), true);
        return Change.of(ended, new CommunityArchived(said));
    }

    public Change<Community> reopen() {
        return archived ? Change.of(with(assignments, schedule, false), new CommunityReopened()) : Change.none(this);
    }

    /** @throws Refusal 409 when it has ended */
    public void refuseArchived() {
        if (archived) {
            throw Refusal.conflict("community-archived", "This community is archived; reopen it first.");
        }
    }

    private List<PersonId> holders(LeadRole role) {
        return assignments.stream()
                .filter(one -> one.isOpen() && one.role() == role)
                .map(Assignment::person)
                .toList();
    }

    private List<Assignment> endAll(PersonId person, LocalDate today) {
        return ended(assignments, person, today);
    }

    private static List<Assignment> ended(List<Assignment> all, PersonId person, LocalDate today) {
        List<Assignment> changed = new ArrayList<>();
        for (Assignment one : all) {
            changed.add(one.isOpen() && one.person().equals(person) ? one.endingOn(today) : one);
        }
        return changed;
    }

    private Community withAssignments(List<Assignment> all) {
        List<Assignment> kept = new ArrayList<>(all);
        long surplus = all.stream().filter(one -> !one.isOpen()).count() - MOST_FORMER;
        for (int i = 0; surplus > 0; ) {
            if (kept.get(i).isOpen()) {
                i++;
            } else {
                kept.remove(i);
                surplus--;
            }
        }
        return with(kept, schedule, archived);
    }

    private Community withSchedule(Schedule changed) {
        return with(assignments, changed, archived);
    }

    private Community withQuestions(List<CoachingQuestion> asked) {
        return new Community(
                kind,
                apart,
                name,
                purpose,
                audience,
                links,
                assignments,
                schedule,
                asked,
                since,
                archived,
                visibility,
                scopes);
    }

    private Community with(List<Assignment> leads, Schedule dates, boolean ended) {
        return new Community(
                kind, apart, name, purpose, audience, links, leads, dates, questions, since, ended, visibility, scopes);
    }
}
