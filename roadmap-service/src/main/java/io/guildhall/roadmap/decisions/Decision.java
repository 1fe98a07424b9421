package io.guildhall.roadmap.decisions;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.roadmap.shared.PersonId;
import io.guildhall.roadmap.shared.UnitId;
import io.guildhall.roadmap.shared.Wording;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An answer to a question, with the reason for it. It is never rewritten: another decision supersedes it, or a veto with a
 * reason stops it.
 *
 * @param supersedes the decision it replaced
 * @param supersededBy the decision that replaced it
 * @param source the event it was read from; null when a person wrote it
 * @param scopes the units involved, for whoever may see it
 */
public record Decision(
        @About("What was to be decided") String question,
        @About("What was weighed") List<Option> options,
        @About("What was chosen") String choice,
        @About("The rationale") String why,
        @About("Id of the person who decided") PersonId by,
        @About("When it was decided") Instant at,
        @About("What it is about") List<Concern> concerns,
        DecisionStatus status,
        @About("Id of the decision it replaced") @Nullable DecisionId supersedes,

        @About("Id of the decision that replaced it") @Nullable
        DecisionId supersededBy,

        @About("Who stopped it and why; null when nobody did") @Nullable
        Veto veto,

        @About("The event it was read from; null when a person wrote it") @Nullable
        Source source,

        Visibility visibility,

        @About("Ids of the units it holds in; none is the whole product")
        List<UnitId> scopes) {

    public Decision {
        options = List.copyOf(options);
        concerns = List.copyOf(concerns);
        scopes = List.copyOf(scopes);
    }

    /** Writes down what has been decided. */
    public static Change<Decision> record(DecisionDraft draft, PersonId by, Instant at) {
        return recorded(of(draft, by, at, DecisionStatus.ACCEPTED, null, null));
    }

    /** Writes down what somebody suggests to decide; it holds once it is accepted. */
    public static Change<Decision> propose(DecisionDraft draft, PersonId by, Instant at) {
        return recorded(of(draft, by, at, DecisionStatus.PROPOSED, null, null));
    }

    /** Writes down what was decided elsewhere and arrived by an event; see {@link #idOf(Source)}. */
    public static Change<Decision> read(Source source, DecisionDraft draft, PersonId by, Instant at) {
        return recorded(of(draft, by, at, DecisionStatus.ACCEPTED, null, source));
    }

    /** Writes down what replaces another decision. */
    static Change<Decision> inPlaceOf(DecisionId former, DecisionDraft draft, PersonId by, Instant at) {
        return recorded(of(draft, by, at, DecisionStatus.ACCEPTED, former, null));
    }

    /** One decision for each event, however often the event is delivered. */
    public static DecisionId idOf(Source source) {
        return new DecisionId(CommandContext.derivedId("decision", source.event()));
    }

    /** A decision has one successor, so its id is known before it exists. */
    public static DecisionId successorOf(DecisionId former) {
        return new DecisionId(CommandContext.derivedId("decision-successor", former.value()));
    }

    public Change<Decision> accept(PersonId acceptedBy) {
        if (status == DecisionStatus.ACCEPTED) {
            return Change.none(this);
        }
        refuseUnless(status == DecisionStatus.PROPOSED, "accept");
        return Change.of(with(DecisionStatus.ACCEPTED, supersededBy, veto), new DecisionAccepted(acceptedBy));
    }

    /**
     * Stops it.
     *
     * @throws Refusal 422 without a reason, 409 when it does not hold any more
     */
    public Change<Decision> veto(@Nullable String reason, PersonId vetoedBy, Instant when) {
        String said = Wording.optional("reason", reason, Wording.PARAGRAPH);
        if (said == null) {
            throw Refusal.invalid("veto-without-reason", "Say why: a veto without a reason is refused.")
                    .with("field", "reason");
        }
        refuseUnless(status == DecisionStatus.PROPOSED || status == DecisionStatus.ACCEPTED, "veto");
        return Change.of(
                with(DecisionStatus.VETOED, supersededBy, new Veto(vetoedBy, when, said)), new DecisionVetoed(said));
    }

    /**
     * Replaces it. The event carries the whole successor, so that it comes to exist even when whoever supersedes dies
     * between the two writes.
     *
     * @throws Refusal 409 when it has been superseded already
     */
    public Change<Decision> supersede(DecisionId successor, DecisionDraft draft) {
        refuseUnless(status != DecisionStatus.SUPERSEDED, "supersede");
        return Change.of(
                with(DecisionStatus.SUPERSEDED, successor, veto),
                new DecisionSuperseded(
                        successor,
                        draft.question(),
                        draft.choice(),
                        draft.why(),
                        draft.options(),
                        draft.concerns(),
                        draft.visibility(),
                        draft.units()));
    }

    /** The same question, decided anew. */
    public DecisionDraft anew(@Nullable String newQuestion, String newChoice, String newWhy) {
        return new DecisionDraft(
                newQuestion == null ? question : newQuestion, newChoice, newWhy, options, concerns, scopes, visibility);
    }

    private void refuseUnless(boolean fits, String deed) {
        if (fits) {
            return;
        }
        Refusal refusal = switch (status) {
            case SUPERSEDED ->
                Refusal.conflict(
                        "decision-superseded",
                        "Another decision has replaced this one; open that and " + deed + " it instead.");
            case VETOED ->
                Refusal.conflict("decision-vetoed", "This decision was vetoed; record a new one in its place instead.");
            default ->
                Refusal.conflict(
                        "decision-" + status.name().toLowerCase(Locale.ROOT),
                        "The decision is " + status + "; you cannot " + deed + " it any more.");
        };
        throw supersededBy == null ? refusal : refusal.with("supersededBy", supersededBy.value());
    }

    private static Decision of(
            DecisionDraft draft,
            PersonId by,
            Instant at,
            DecisionStatus status,
            @Nullable DecisionId former,
            @Nullable Source source) {
        return new Decision(
                draft.question(),
                draft.options(),
                draft.choice(),
                draft.why(),
                by,
                at,
                draft.concerns(),
                status,
                former,
                null,
                null,
                source,
                draft.visibility(),
                draft.units());
    }

    private static Change<Decision> recorded(Decision d) {
        return Change.of(d, new DecisionRecorded(d.question, d.choice, d.why, d.status, d.supersedes, d.source));
    }

    private Decision with(DecisionStatus newStatus, @Nullable DecisionId successor, @Nullable Veto newVeto) {
        return new Decision(
                question,
                options,
                choice,
                why,
                by,
                at,
                concerns,
                newStatus,
                supersedes,
                successor,
                newVeto,
                source,
                visibility,
                scopes);
    }
}
