package io.guildhall.roadmap.features;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.roadmap.shared.OutcomeId;
import io.guildhall.roadmap.shared.SprintCalendar;
import io.guildhall.roadmap.shared.UnitId;
import io.guildhall.roadmap.shared.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A part of the product that users notice, planned by one team.
 *
 * @param date the day it is planned to be finished: derived from sprint or day, so that other services need no calendar
 * @param datedAt since when it is planned for that day
 * @param outcome what it is built for; null is work without an outcome
 * @param formerOutcome what it was built for before that; whoever assesses outcomes has to look at both
 * @param source the tracker it was imported from, with the id it has there
 * @param scopes the units involved: the owning team and those it needs
 */
public record Feature(
        @About("What people call it in their tracker") @Nullable
        String key,

        @About("Its title, 1 to 200 characters") String title,

        @About("Id of the team that owns it; null while nobody does") @Nullable
        UnitId team,

        @About("The number of the sprint it is planned for") @Nullable
        Integer plannedSprint,

        @About("The day it is planned for; only one of sprint and day is set") @Nullable
        LocalDate plannedDate,

        @About("The day it is planned to be finished, whether by sprint or by day") @Nullable
        LocalDate date,

        @About("Since when it is planned for that day") @Nullable
        Instant datedAt,

        @About("Id of the outcome it is built for; null is work without an outcome") @Nullable
        OutcomeId outcome,

        @About("Id of the outcome it was built for before that") @Nullable
        OutcomeId formerOutcome,

        FeatureStatus status,

        @About("The teams it cannot do without; each becomes a dependency")
        List<Need> needs,

        @About("The tracker it was imported from") @Nullable String source,
        @About("Its id in that tracker") @Nullable String externalId,
        Visibility visibility,

        @About("Ids of the units it concerns; who may see it depends on them")
        List<UnitId> scopes) {

    public Feature {
        needs = List.copyOf(needs);
        scopes = scopes(team, needs);
    }

    /** Plans a new feature. */
    public static Change<Feature> plan(
            FeatureDraft draft,
            @Nullable OutcomeId outcome,
            @Nullable Origin origin,
            @Nullable SprintCalendar calendar,
            Instant at) {
        refuseNeedOfItself(draft.team(), draft.needs());
        LocalDate date = draft.timing().lastDay(calendar);
        Feature feature = new Feature(
                draft.key(),
                draft.title(),
                draft.team(),
                draft.timing().sprint(),
                draft.timing().day(),
                date,
                date == null ? null : at,
                outcome,
                null,
                draft.status(),
                origin == null ? draft.needs() : origin.tells(draft.needs()),
                origin == null ? null : origin.source(),
                origin == null ? null : origin.externalId(),
                draft.visibility(),
                List.of());
        return Change.of(
                feature,
                new FeaturePlanned(
                        feature.title, feature.team, feature.date, feature.outcome, feature.status, feature.needs));
    }

    /** Says the whole feature again; only what differs is recorded, nothing when nothing does. */
    public Change<Feature> revise(FeatureDraft draft, @Nullable SprintCalendar calendar, Instant at) {
        refuseNeedOfItself(draft.team(), draft.needs());
        FeatureRevision revision = new FeatureRevision(this, calendar, at);
        revision.describe(draft.key(), draft.title(), draft.visibility());
        revision.reassign(draft.team());
        revision.proceed(draft.status());
        revision.reschedule(draft.timing(), null);
        revision.need(draft.needs().stream().map(this::sameSource).toList());
        return revision.change();
    }

    /**
     * Says again what a tracker knows: like {@link #revise}, but needs that a person or another tracker told stay, and so
     * do its team and what a person planned while the tracker names none and plans nothing.
     */
    public Change<Feature> reviseFrom(
            Origin origin, FeatureDraft draft, @Nullable SprintCalendar calendar, Instant at) {
        List<Need> merged = new ArrayList<>(needs.stream()
                .filter(need -> !origin.source().equals(need.source()))
                .toList());
        origin.tells(draft.needs()).stream()
                .filter(told -> merged.stream().noneMatch(need -> need.team().equals(told.team())))
                .map(told -> told.note() == null ? noted(told) : told)
                .forEach(merged::add);
        Timing wanted = draft.timing().planned() ? draft.timing() : timing();
        UnitId owner = draft.team() != null ? draft.team() : team;
        return revise(
                new FeatureDraft(draft.key(), draft.title(), owner, wanted, draft.status(), merged, visibility),
                calendar,
                at);
    }

    /**
     * Moves it to another sprint or day.
     *
     * @throws Refusal 409 when it is done or dropped, 422 when no new time is given
     */
    public Change<Feature> reschedule(
            Timing timing, @Nullable String reason, @Nullable SprintCalendar calendar, Instant at) {
        if (!timing.planned()) {
            throw Refusal.invalid("timing-missing", "Choose the sprint or the day the feature moves to.");
        }
        if (!status.open()) {
            throw Refusal.conflict(
                    "feature-finished", "The feature is " + status + "; reopen it before you reschedule it.");
        }
        FeatureRevision revision = new FeatureRevision(this, calendar, at);
        revision.reschedule(timing, Wording.optional("reason", reason, Wording.PARAGRAPH));
        return revision.change();
    }

    /** Derives the date again after the sprint calendar has changed. */
    public Change<Feature> followCalendar(@Nullable SprintCalendar calendar, Instant at) {
        FeatureRevision revision = new FeatureRevision(this, calendar, at);
        revision.reschedule(timing(), "The sprint calendar has changed");
        return revision.change();
    }

    /** Builds it for an outcome; the one it was built for before loses it. */
    public Change<Feature> link(OutcomeId wanted) {
        if (wanted.equals(outcome)) {
            return Change.none(this);
        }
        return Change.of(linked(wanted), new FeatureLinked(wanted, outcome));
    }

    /** Makes it work without an outcome. */
    public Change<Feature> unlink() {
        return outcome == null ? Change.none(this) : Change.of(linked(null), new FeatureUnlinked(outcome));
    }

    /** Names a team it cannot do without; naming it again replaces the note. */
    public Change<Feature> addNeed(UnitId needed, @Nullable String note, Instant at) {
        if (!status.open()) {
            throw Refusal.conflict(
                    "feature-finished", "The feature is " + status + "; reopen it before you add what it needs.");
        }
        refuseNeedOfItself(team, List.of(Need.of(needed, note)));
        Optional<Need> known = needOf(needed);
        if (known.isEmpty() && needs.size() >= FeatureDraft.MOST_NEEDS) {
            throw Refusal.invalid(
                    "needs-too-many",
                    "A feature needs at most " + FeatureDraft.MOST_NEEDS + " other teams; split the feature.");
        }
        Need wanted = new Need(needed, note, known.map(Need::source).orElse(null));
        if (known.isPresent() && known.get().equals(wanted)) {
            return Change.none(this);
        }
        List<Need> all = new ArrayList<>(needs);
        all.removeIf(need -> need.team().equals(needed));
        all.add(wanted);
        FeatureRevision revision = new FeatureRevision(this, null, at);
        revision.need(all);
        return revision.change();
    }

    public Timing timing() {
        return new Timing(plannedSprint, plannedDate);
    }

    private Feature linked(@Nullable OutcomeId wanted) {
        return new Feature(
                key,
                title,
                team,
                plannedSprint,
                plannedDate,
                date,
                datedAt,
                wanted,
                outcome == null ? formerOutcome : outcome,
                status,
                needs,
                source,
                externalId,
                visibility,
                scopes);
    }

    /** Who told of a need is not forgotten when somebody says it again. */
    private Need sameSource(Need need) {
        return need.source() != null
                ? need
                : needOf(need.team())
                        .map(known -> new Need(need.team(), need.note(), known.source()))
                        .orElse(need);
    }

    /** A note that somebody has added stays where the tracker says nothing. */
    private Need noted(Need told) {
        return needOf(told.team())
                .map(known -> new Need(told.team(), known.note(), told.source()))
                .orElse(told);
    }

    private Optional<Need> needOf(UnitId needed) {
        return needs.stream().filter(need -> need.team().equals(needed)).findFirst();
    }

    private static void refuseNeedOfItself(@Nullable UnitId team, List<Need> needs) {
        if (team != null && needs.stream().anyMatch(need -> need.team().equals(team))) {
            throw Refusal.invalid(
                    "need-of-itself", "The team owns the feature, so it does not wait for itself; name another team.");
        }
    }

    private static List<UnitId> scopes(@Nullable UnitId team, List<Need> needs) {
        Set<UnitId> units = new LinkedHashSet<>();
        if (team != null) {
            units.add(team);
        }
        needs.forEach(need -> units.add(need.team()));
        return List.copyOf(units);
    }
}
