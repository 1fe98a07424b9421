package io.guildhall.team.impediments;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that stops or slows work. It is raised in one sentence, held by the team, its Scrum of Scrums or the
 * Executive Action Team, and resolved with what fixed it. It has at most 200 updates and 50 escalations.
 */
public record Impediment(
        @About("What is in the way, 1 to 200 characters") String title,
        @About("Id of the team that raised it") String team,
        @About("Id of the person who raised it") String raisedBy,
        Instant raisedAt,
        ImpedimentScope scope,

        @About("The kind of cause, free text; null where nobody has said") @Nullable
        String category,

        @About("The work that is stopped") @Nullable String stops,

        @About("Ids of the teams it affects, the raising team among them")
        List<String> affectedTeams,

        @About("Ids of the features it stops") List<String> features,
        State status,
        Level level,

        @About("Id of the unit that is to remove it: the team, a Scrum of Scrums, or the product for leadership")
        String holder,

        @About("Whom or what it waits for") @Nullable String waitingFor,
        @Nullable String nextStep,

        @About("Working days lost by all affected teams, 0 or more; null where unknown") @Nullable
        Integer daysLost,

        @About("Ids of the people who said: me too") List<String> supporters,
        List<Update> updates,
        List<Escalation> escalations,
        @Nullable Answer answer,
        @Nullable Resolution resolution,
        Visibility visibility,

        @About("Ids of the units it concerns; who may see it depends on them")
        List<String> scopes) {

    private static final int MOST_UPDATES = 200;
    private static final int MOST_ESCALATIONS = 50;
    private static final int MOST_TEAMS = 100;

    public Impediment {
        affectedTeams = List.copyOf(affectedTeams);
        features = List.copyOf(features);
        supporters = List.copyOf(supporters);
        updates = List.copyOf(updates);
        escalations = List.copyOf(escalations);
        scopes = List.copyOf(scopes);
    }

    /** Whether it still has to be removed. */
    public enum State {
        OPEN,
        RESOLVED,
        @com.fasterxml.jackson.annotation.JsonEnumDefaultValue
        UNKNOWN
    }

    /** A note of what was tried. */
    public record Update(Instant at, String by, String text) {}

    /** One step up, with the data that went along. */
    public record Escalation(
            Level to,
            @About("Id of the unit it was passed to") String holder,
            Instant at,
            String by,
            Evidence evidence) {}

    /** What leadership answered last. */
    public record Answer(
            Kind kind,
            String by,
            Instant at,
            @Nullable String reason,

            @About("The day leadership promised, yyyy-MM-dd") @Nullable
            LocalDate promisedFor) {

        /** The three answers there are. */
        public enum Kind {
            ACCEPTED,
            DECLINED,
            PROMISED,
            @com.fasterxml.jackson.annotation.JsonEnumDefaultValue
            UNKNOWN
        }
    }

    /** What fixed it. */
    public record Resolution(
            Instant at,
            String by,
            String fix,
            @About("Whether the cause is gone for good") boolean causeRemoved,

            @About("Id of the community it is worth sharing with; null where nobody said so") @Nullable
            String sharedWith) {}

    /** What is known of an impediment beyond its one sentence. */
    public record Details(
            ImpedimentScope scope,
            @Nullable String category,
            @Nullable String stops,
            List<String> affectedTeams,
            List<String> features,
            @Nullable Integer daysLost) {}

    /** Raised with one sentence; the rest may follow. */
    public static Change<Impediment> raise(
            String title, String team, String by, Instant at, Details details, Visibility visibility) {
        if (visibility == Visibility.UNKNOWN || visibility == Visibility.PRIVATE) {
            throw Refusal.invalid("visibility", "An impediment is seen by its TEAM, its AREA or the ORGANIZATION.");
        }
        Impediment raised = new Impediment(
                        Text.required("title", title, 200),
                        team,
                        by,
                        at,
                        ImpedimentScope.TEAM,
                        null,
                        null,
                        List.of(team),
                        List.of(),
                        State.OPEN,
                        Level.TEAM,
                        team,
                        null,
                        null,
                        null,
                        List.of(),
                        List.of(),
                        List.of(),
                        null,
                        null,
                        visibility,
                        List.of(team))
                .with(details);
        return Change.of(raised, new ImpedimentRaised(raised.title, team));
    }

    /** Says more about it, or corrects what was said. */
    public Change<Impediment> describe(@Nullable String newTitle, Details details) {
        requireOpen();
        Impediment described =
                (newTitle == null ? this : withTitle(Text.required("title", newTitle, 200))).with(details);
        return described.equals(this)
                ? Change.none(this)
                : Change.of(described, new ImpedimentDescribed(described.title));
    }

    /** Somebody else has the same; saying it twice changes nothing. */
    public Change<Impediment> support(String by, @Nullable String supportersTeam) {
        requireOpen();
        if (by.equals(raisedBy) || supporters.contains(by)) {
            return Change.none(this);
        }
        List<String> more = append(supporters, by, 1000, "supporters");
        List<String> teams = supportersTeam == null ? affectedTeams : union(affectedTeams, List.of(supportersTeam));
        Impediment supported = copy(level, holder, waitingFor, nextStep, more, updates, escalations, answer, resolution)
                .withTeams(teams);
        return Change.of(supported, new ImpedimentSupported(by));
    }

    /** What was tried, what comes next and whom it waits for. */
    public Change<Impediment> update(
            String text, @Nullable String newNextStep, @Nullable String newWaitingFor, String by, Instant at) {
        requireOpen();
        Text.atMost("nextStep", newNextStep, 200);
        Text.atMost("waitingFor", newWaitingFor, 200);
        Update update = new Update(at, by, Text.required("text", text, 1000));
        Impediment updated = copy(
                level,
                holder,
                newWaitingFor == null ? waitingFor : blankToNull(newWaitingFor),
                newNextStep == null ? nextStep : blankToNull(newNextStep),
                supporters,
                append(updates, update, MOST_UPDATES, "updates"),
                escalations,
                answer,
                resolution);
        return Change.of(updated, new ImpedimentProgressed(update.text()));
    }

    /**
     * Passes it on, with evidence; an earlier answer of leadership is cleared when it is asked again.
     *
     * @param to the level it goes to, above the present one, or leadership again after it has answered
     * @throws Refusal 409 when it is not open or already there, 422 when leadership is asked without impact and proposal
     */
    public Change<Impediment> escalate(Level to, String newHolder, Evidence evidence, String by, Instant at) {
        requireOpen();
        boolean again = to == Level.EXECUTIVE_ACTION_TEAM && level == to && answer != null;
        boolean higherGroup = to == Level.SCRUM_OF_SCRUMS && level == to && !newHolder.equals(holder);
        if (to == Level.UNKNOWN || to == Level.TEAM || (to.compareTo(level) <= 0 && !again && !higherGroup)) {
            throw Refusal.conflict(
                    "already-there", "It is waiting there already; add an update, or ask whoever holds it.");
        }
        if (to == Level.EXECUTIVE_ACTION_TEAM) {
            evidence.requireForLeadership();
        }
        Escalation escalation = new Escalation(to, newHolder, at, by, evidence);
        Impediment escalated = copy(
                        to,
                        newHolder,
                        waitingFor,
                        nextStep,
                        supporters,
                        updates,
                        append(escalations, escalation, MOST_ESCALATIONS, "escalations"),
                        null,
                        resolution)
                .withTeams(union(affectedTeams, evidence.affectedTeams()));
        return Change.of(escalated, new ImpedimentEscalated(to, newHolder, evidence));
    }

    /**
     * Leadership answers: accepts, declines with a reason, or promises a date.
     *
     * @param today a promise is for today or later
     */
    public Change<Impediment> answer(
            Answer.Kind kind,
            @Nullable String reason,
            @Nullable LocalDate promisedFor,
            String by,
            Instant at,
            LocalDate today) {
        requireOpen();
        if (level != Level.EXECUTIVE_ACTION_TEAM) {
            throw Refusal.conflict("not-escalated", "Leadership answers what was escalated to it; escalate it first.");
        }
        Text.atMost("reason", reason, 1000);
        if (kind == Answer.Kind.DECLINED && (reason == null || reason.isBlank())) {
            throw Refusal.invalid("reason-missing", "Say why it is declined; the team has to work on with that.");
        }
        if (kind == Answer.Kind.PROMISED && (promisedFor == null || promisedFor.isBefore(today))) {
            throw Refusal.invalid("promise-without-date", "A promise names a day, today or later.");
        }
        if (kind == Answer.Kind.UNKNOWN) {
            throw Refusal.invalid("answer", "Answer with ACCEPTED, DECLINED or PROMISED.");
        }
        Answer given = new Answer(kind, by, at, reason, kind == Answer.Kind.PROMISED ? promisedFor : null);
        Impediment answered =
                copy(level, holder, waitingFor, nextStep, supporters, updates, escalations, given, resolution);
        return Change.of(answered, new EscalationAnswered(kind, reason, given.promisedFor()));
    }

    /**
     * Gone, with what fixed it.
     *
     * @param sharedWith a community that is to learn what fixed it, or null
     * @throws Refusal 422 for sharing what may come back
     */
    public Change<Impediment> resolve(
            String fix, boolean causeRemoved, @Nullable String sharedWith, String by, Instant at) {
        requireOpen();
        if (sharedWith != null && !causeRemoved) {
            throw Refusal.invalid(
                            "cause-not-gone",
                            "Share it once the cause is gone for good; what may come back is not solved yet.")
                    .with("field", "shareWith");
        }
        Text.atMost("shareWith", sharedWith, 200);
        Resolution fixed = new Resolution(at, by, Text.required("fix", fix, 1000), causeRemoved, sharedWith);
        Impediment resolved =
                copy(level, holder, waitingFor, nextStep, supporters, updates, escalations, answer, fixed);
        return Change.of(resolved, new ImpedimentResolved(fixed.fix(), causeRemoved, sharedWith));
    }

    /** The units whose people decide about it: who raised it and who is to remove it. Others it affects only read it. */
    public List<String> deciders() {
        return union(List.of(team), List.of(holder));
    }

    /** Whole days since it was raised, or until it was resolved. */
    public long ageDays(Instant now) {
        Instant end = resolution == null ? now : resolution.at();
        return Math.max(0, java.time.Duration.between(raisedAt, end).toDays());
    }

    /** A promise of leadership whose day has passed while the impediment is still open. */
    public boolean promiseBroken(LocalDate today) {
        return status == State.OPEN
                && answer != null
                && answer.promisedFor() != null
                && answer.promisedFor().isBefore(today);
    }

    private void requireOpen() {
        if (status != State.OPEN) {
            throw Refusal.conflict("resolved", "This impediment is resolved; raise a new one if it has come back.");
        }
    }

    private Impediment with(Details details) {
        if (details.daysLost() != null && (details.daysLost() < 0 || details.daysLost() > 100_000)) {
            throw Refusal.invalid("days-lost", "'daysLost' is 0 to 100000 working days, or left out where unknown.");
        }
        Text.atMost("category", details.category(), 100);
        Text.atMost("stops", details.stops(), 500);
        List<String> teams = union(List.of(team), details.affectedTeams());
        ImpedimentScope reach = details.scope() == ImpedimentScope.UNKNOWN
                ? (teams.size() > 1 ? ImpedimentScope.CROSS_TEAM : ImpedimentScope.TEAM)
                : details.scope();
        return new Impediment(
                        title,
                        team,
                        raisedBy,
                        raisedAt,
                        reach,
                        blankToNull(details.category()),
                        blankToNull(details.stops()),
                        teams,
                        union(details.features(), List.of()),
                        status,
                        level,
                        holder,
                        waitingFor,
                        nextStep,
                        details.daysLost(),
                        supporters,
                        updates,
                        escalations,
                        answer,
                        resolution,
                        visibility,
                        scopes)
                .withTeams(teams);
    }

    private Impediment withTitle(String newTitle) {
        return new Impediment(
                newTitle,
                team,
                raisedBy,
                raisedAt,
                scope,
                category,
                stops,
                affectedTeams,
                features,
                status,
                level,
                holder,
                waitingFor,
                nextStep,
                daysLost,
                supporters,
                updates,
                escalations,
                answer,
                resolution,
                visibility,
                scopes);
    }

    private Impediment withTeams(List<String> teams) {
        if (teams.size() > MOST_TEAMS) {
            throw Refusal.invalid("too-many-teams", "Name at most " + MOST_TEAMS + " affected teams.");
        }
        return new Impediment(
                title,
                team,
                raisedBy,
                raisedAt,
                scope,
                category,
                stops,
                teams,
                features,
                status,
                level,
                holder,
                waitingFor,
                nextStep,
                daysLost,
                supporters,
                updates,
                escalations,
                answer,
                resolution,
                visibility,
                union(teams, List.of(holder)));
    }

    private Impediment copy(
            Level newLevel,
            String newHolder,
            @Nullable String newWaitingFor,
            @Nullable String newNextStep,
            List<String> newSupporters,
            List<Update> newUpdates,
            List<Escalation> newEscalations,
            @Nullable Answer newAnswer,
            @Nullable Resolution newResolution) {
        return new Impediment(
                title,
                team,
                raisedBy,
                raisedAt,
                scope,
                category,
                stops,
                affectedTeams,
                features,
                newResolution == null ? State.OPEN : State.RESOLVED,
                newLevel,
                newHolder,
                newWaitingFor,
                newNextStep,
                daysLost,
                newSupporters,
                newUpdates,
                newEscalations,
                newAnswer,
                newResolution,
                visibility,
                union(affectedTeams, List.of(newHolder)));
    }

    private static <T> List<T> append(List<T> list, T item, int most, String what) {
        if (list.size() >= most) {
            throw Refusal.conflict(
                    "full", "This impediment has " + most + " " + what + "; resolve it and raise a new one.");
        }
        List<T> longer = new ArrayList<>(list);
        longer.add(item);
        return longer;
    }

    private static List<String> union(List<String> some, List<String> others) {
        Set<String> all = new LinkedHashSet<>();
        Stream.concat(some.stream(), others.stream()).forEach(all::add);
        return List.copyOf(all);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
