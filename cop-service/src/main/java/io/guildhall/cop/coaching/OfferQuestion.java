package io.guildhall.cop.coaching;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Refusal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Offers one question at its moment. Whoever does not want it again says so, once and for good. */
@Component
public class OfferQuestion {

    private static final String DISMISS_QUESTION = "DismissQuestion";

    private final Questions questions;
    private final Dismissals dismissals;
    private final Access access;

    OfferQuestion(Questions questions, Dismissals dismissals, Access access) {
        this.questions = questions;
        this.dismissals = dismissals;
        this.access = access;
    }

    /**
     * The same person meets the same question at the same thing, until they dismiss it; then nothing takes its place there.
     *
     * @param about id of the thing whose page is open; it is not kept
     */
    public Optional<CoachingQuestion> offer(Moment moment, String about, Actor actor) {
        access.requireKnown(actor);
        List<CoachingQuestion> fitting = questions.of(moment);
        if (fitting.isEmpty()) {
            return Optional.empty();
        }
        CoachingQuestion question = fitting.get(Math.floorMod(Objects.hash(actor.id(), about), fitting.size()));
        return dismissals.has(actor.id(), question.id()) ? Optional.empty() : Optional.of(question);
    }

    public void dismiss(String question, Actor actor) {
        access.require(actor, DISMISS_QUESTION, List.of());
        if (!questions.has(question)) {
            throw Refusal.notFound("question", question);
        }
        dismissals.add(actor.id(), question);
    }
}
