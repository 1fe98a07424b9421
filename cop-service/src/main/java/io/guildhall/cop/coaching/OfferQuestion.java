package io.guildhall.cop.coaching;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.communities.Community;
import io.guildhall.cop.gatherings.ReadGatherings;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.Moment;
import io.guildhall.cop.shared.Ref;
import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * Offers one question at its moment: of the starter shelf, or of a community the reader belongs to. Whoever does not want it
 * again says so, once and for good.
 */
@Component
public class OfferQuestion {

    private static final String DISMISS_QUESTION = "DismissQuestion";

    private final Questions questions;
    private final Dismissals dismissals;
    private final Communities communities;
    private final ReadGatherings gatherings;
    private final Access access;

    OfferQuestion(
            Questions questions,
            Dismissals dismissals,
            Communities communities,
            ReadGatherings gatherings,
            Access access) {
        this.questions = questions;
        this.dismissals = dismissals;
        this.communities = communities;
        this.gatherings = gatherings;
        this.access = access;
    }

    /**
     * The same person meets the same question at the same thing, until they dismiss it; then nothing takes its place there.
     *
     * @param about id of the thing whose page is open; it is not kept. Of a community its members alone are asked who
     *     facilitates, and when the moment has come is found out here: no page says so
     */
    public Optional<Asked> offer(Moment moment, String about, Actor actor) {
        access.requireKnown(actor);
        if (moment == Moment.SAME_FACILITATOR && !metWithOneFacilitator(about, actor)) {
            return Optional.empty();
        }
        return all(actor)
                .filter(asked -> asked.question().moment() == moment)
                .max(Comparator.comparing(asked -> lot(asked, about, actor)))
                .filter(asked -> !dismissals.has(actor.id(), asked.question().id()));
    }

    public void dismiss(String question, Actor actor) {
        access.require(actor, DISMISS_QUESTION, List.of());
        if (all(actor).noneMatch(asked -> asked.question().id().equals(question))) {
            throw Refusal.notFound("question", question);
        }
        dismissals.add(actor.id(), question);
    }

    private boolean metWithOneFacilitator(String community, Actor actor) {
        return communities.goingOnOf(actor).stream().anyMatch(own -> own.id().equals(community))
                && gatherings.haveOneFacilitator(new CommunityId(community));
    }

    private Stream<Asked> all(Actor actor) {
        return Stream.concat(
                questions.all().stream().map(question -> new Asked(question, null)),
                communities.goingOnOf(actor).stream().flatMap(OfferQuestion::own));
    }

    private static Stream<Asked> own(Stored<Community> community) {
        Ref from = new Ref(community.id(), community.state().name());
        return community.state().questions().stream().map(question -> new Asked(question, from));
    }

    /** Each question draws a lot of its own, so that one more or less does not change what others were given. */
    private static String lot(Asked asked, String about, Actor actor) {
        return CommandContext.derivedId(actor.id(), about, asked.question().id());
    }
}
