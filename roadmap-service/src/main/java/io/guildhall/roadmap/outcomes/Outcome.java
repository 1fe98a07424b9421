package io.guildhall.roadmap.outcomes;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.roadmap.shared.OutcomeId;
import io.guildhall.roadmap.shared.PersonId;
import io.guildhall.roadmap.shared.Quarter;
import io.guildhall.roadmap.shared.UnitId;
import io.guildhall.roadmap.shared.Wording;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What will be different for users at the end of a quarter, with the numbers that show it. How it stands is computed apart
 * from it ({@link OutcomeAssessment}); what a person says against that is kept here.
 *
 * @param area the requirement area it belongs to; null is the whole product
 * @param owner who answers for it
 * @param override what a person says against the assessment, until it expires or is ended
 * @param copiedFrom the outcome of an earlier quarter that it continues
 */
public record Outcome(
        @About("What will be different for users, 1 to 200 characters")
        String title,

        @About("Id of the requirement area; null is the whole product") @Nullable
        UnitId area,

        @About("The calendar quarter, for example 2026-Q4") Quarter quarter,
        @About("Id of the person who answers for it") PersonId owner,
        @About("The numbers that show it, at most 10") List<KeyResult> keyResults,

        @About("What a person says against the assessment; null for nothing") @Nullable
        ConfidenceOverride override,

        @About("Id of the outcome of an earlier quarter that it continues") @Nullable
        OutcomeId copiedFrom,

        Visibility visibility,

        @About("Ids of the units it concerns; who may see it depends on them")
        List<UnitId> scopes) {

    /** An override is a statement for now; after this many days it has to be made again. */
    public static final int LONGEST_OVERRIDE_DAYS = 92;

    public Outcome {
        keyResults = List.copyOf(keyResults);
        scopes = area == null ? List.of() : List.of(area);
    }

    /** Sets a new outcome. */
    public static Change<Outcome> set(OutcomeDraft draft) {
        List<KeyResult> keyResults = draft.keyResults().stream()
                .map(key -> KeyResult.of(newKeyResultId(), key.name(), key.unit(), key.baseline(), key.target()))
                .toList();
        return set(new Outcome(
                draft.title(),
                draft.area(),
                draft.quarter(),
                draft.owner(),
                keyResults,
                null,
                null,
                draft.visibility(),
                List.of()));
    }

    /** The same outcome in another quarter: each key result starts where this one has got to. */
    public Change<Outcome> copyTo(OutcomeId self, Quarter to) {
        List<KeyResult> continued = keyResults.stream()
                .filter(key -> key.current() != key.target())
                .map(key -> KeyResult.of(
                        new KeyResultId(CommandContext.derivedId(key.id().value(), to.toString())),
                        key.name(),
                        key.unit(),
                        key.current(),
                        key.target()))
                .toList();
        return set(new Outcome(title, area, to, owner, continued, null, self, visibility, List.of()));
    }

    /** Copying again finds the copy that is there. */
    public static OutcomeId copyId(OutcomeId from, Quarter to) {
        return new OutcomeId(CommandContext.derivedId("outcome-copy", from.value(), to.toString()));
    }

    /** Says the outcome anew; measurements of key results that stay are kept. Saying the same again changes nothing. */
    public Change<Outcome> revise(OutcomeDraft draft) {
        Outcome revised = new Outcome(
                draft.title(),
                draft.area(),
                draft.quarter(),
                draft.owner(),
                draft.keyResults().stream().map(this::defined).toList(),
                override,
                copiedFrom,
                draft.visibility(),
                List.of());
        if (revised.equals(this)) {
            return Change.none(this);
        }
        return Change.of(revised, new OutcomeRevised(revised.title, revised.area, revised.quarter, revised.owner));
    }

    /**
     * Records what a key result has come to.
     *
     * @throws Refusal 404 when the outcome has no such key result
     */
    public Change<Outcome> measure(KeyResultId id, double value, PersonId by, Instant at) {
        KeyResult measured = keyResult(id)
                .orElseThrow(() -> Refusal.notFound("key result", id.value()))
                .measure(value, by, at);
        List<KeyResult> all = new ArrayList<>(keyResults);
        all.replaceAll(key -> key.id().equals(id) ? measured : key);
        return Change.of(with(all, override), new KeyResultMeasured(id, measured.name(), value));
    }

    /**
     * Says that it stands otherwise than assessed.
     *
     * @param until the last day this holds, at most {@value #LONGEST_OVERRIDE_DAYS} days ahead
     * @throws Refusal 422 without a reason, for UNKNOWN, or for a day that is past or too far
     */
    public Change<Outcome> override(
            Confidence state, @Nullable String reason, LocalDate until, PersonId by, Instant at, LocalDate today) {
        if (state == Confidence.UNKNOWN) {
            throw Refusal.invalid("override-unknown", "Say ON_TRACK, AT_RISK or OFF_TRACK; only these overrule.")
                    .with("field", "state");
        }
        if (until.isBefore(today) || until.isAfter(today.plusDays(LONGEST_OVERRIDE_DAYS))) {
            throw Refusal.invalid(
                            "override-expiry",
                            "Choose a day from today on, at most " + LONGEST_OVERRIDE_DAYS + " days ahead.")
                    .with("field", "until");
        }
        String said = Wording.required("reason", reason, Wording.PARAGRAPH);
        return Change.of(
                with(keyResults, new ConfidenceOverride(state, said, by, at, until)),
                new OutcomeOverridden(title, state, said, until));
    }

    /** Takes the override back; without one nothing changes. */
    public Change<Outcome> endOverride() {
        return override == null
                ? Change.none(this)
                : Change.of(with(keyResults, null), new OverrideEnded(override.state(), false));
    }

    /** Ends an override whose last day is over, and nothing else. */
    public Change<Outcome> expireOverride(LocalDate today) {
        return override == null || override.holdsOn(today)
                ? Change.none(this)
                : Change.of(with(keyResults, null), new OverrideEnded(override.state(), true));
    }

    public Optional<KeyResult> keyResult(KeyResultId id) {
        return keyResults.stream().filter(key -> key.id().equals(id)).findFirst();
    }

    /** What is shown first: the override while it holds, otherwise what was assessed. */
    public Confidence shown(Confidence assessed, LocalDate today) {
        return override != null && override.holdsOn(today) ? override.state() : assessed;
    }

    private static Change<Outcome> set(Outcome outcome) {
        return Change.of(
                outcome,
                new OutcomeSet(outcome.title, outcome.area, outcome.quarter, outcome.owner, outcome.copiedFrom));
    }

    private KeyResult defined(KeyResultDraft key) {
        KeyResultId id = key.id();
        if (id == null) {
            return KeyResult.of(newKeyResultId(), key.name(), key.unit(), key.baseline(), key.target());
        }
        return keyResult(id)
                .orElseThrow(() -> Refusal.notFound("key result", id.value()))
                .define(key.name(), key.unit(), key.baseline(), key.target());
    }

    private static KeyResultId newKeyResultId() {
        return new KeyResultId(UUID.randomUUID().toString());
    }

    private Outcome with(List<KeyResult> newKeyResults, @Nullable ConfidenceOverride newOverride) {
        return new Outcome(title, area, quarter, owner, newKeyResults, newOverride, copiedFrom, visibility, scopes);
    }
}
