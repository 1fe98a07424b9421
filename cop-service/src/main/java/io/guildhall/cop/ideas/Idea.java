package io.guildhall.cop.ideas;

import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.cop.shared.Wording;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody suggests a community should do. Teams try it before the community takes it up, and what was learned is kept
 * either way. Who supports it is told by {@link Supports} alone.
 *
 * @param what what is to be done; null where the title says it all
 * @param why what it would help with
 * @param trial how it is or was tried; null before
 * @param learned what the trial has shown; null before it is decided
 * @param reason why it was declined; null otherwise
 * @param decidedAt when nothing was left to decide; null before
 * @param scopes the community, for whoever may see it
 */
public record Idea(
        @About("Id of the community") CommunityId community,
        @About("What it is called") String title,

        @About("What is to be done; null where the title says it all") @Nullable
        String what,

        @About("What it would help with; null where nobody has said") @Nullable
        String why,

        @About("Id of the person who proposes it") PersonId by,
        @About("When it was proposed") Instant at,
        IdeaStatus status,

        @About("How it is or was tried; null before") @Nullable
        Trial trial,

        @About("What the trial has shown; null before it is decided") @Nullable
        String learned,

        @About("Why it was declined; null otherwise") @Nullable
        String reason,

        @About("When nothing was left to decide; null before") @Nullable
        Instant decidedAt,

        Visibility visibility,

        @About("Id of the community, for whoever may see it")
        List<String> scopes) {

    public Idea {
        scopes = List.copyOf(scopes);
    }

    /** What somebody says of an idea of theirs; a title is enough. */
    public record Proposal(
            String title, @Nullable String what, @Nullable String why) {

        public Proposal {
            title = Wording.required("title", title, Wording.LINE);
            what = Wording.optional("what", what, Wording.PARAGRAPH);
            why = Wording.optional("why", why, Wording.PARAGRAPH);
        }
    }

    static Change<Idea> propose(
            CommunityId community, Proposal proposal, PersonId by, Instant at, Visibility visibility) {
        Idea idea = new Idea(
                community,
                proposal.title(),
                proposal.what(),
                proposal.why(),
                by,
                at,
                IdeaStatus.PROPOSED,
                null,
                null,
                null,
                null,
                visibility,
                List.of(community.value()));
        return Change.of(idea, new IdeaProposed(idea.title));
    }

    /** @throws Refusal 409 when it is decided or tried already */
    Change<Idea> tryOut(Trial begun) {
        refuseUnless(IdeaStatus.PROPOSED, "start a trial of it");
        Idea tried = new Idea(
                community, title, what, why, by, at, IdeaStatus.ON_TRIAL, begun, null, null, null, visibility, scopes);
        return Change.of(tried, new IdeaTrialStarted(title, begun.teams(), begun.measure(), begun.until()));
    }

    /** It is worth doing. */
    Change<Idea> adopt(@Nullable String lesson, Instant when) {
        String said = Wording.required("learned", lesson, Wording.PARAGRAPH);
        refuseUnless(IdeaStatus.ON_TRIAL, "adopt it");
        return decided(IdeaStatus.ADOPTED, said, null, when, new IdeaAdopted(title, said));
    }

    /** It is not worth doing. */
    Change<Idea> drop(@Nullable String lesson, Instant when) {
        String said = Wording.required("learned", lesson, Wording.PARAGRAPH);
        refuseUnless(IdeaStatus.ON_TRIAL, "drop it");
        return decided(IdeaStatus.DROPPED, said, null, when, new IdeaDropped(title, said));
    }

    /** It is not tried. */
    Change<Idea> decline(@Nullable String because, Instant when) {
        String said = Wording.required("reason", because, Wording.PARAGRAPH);
        refuseUnless(IdeaStatus.PROPOSED, "decline it");
        return decided(IdeaStatus.DECLINED, null, said, when, new IdeaDeclined(title, said));
    }

    /** Whoever proposed it thinks otherwise now; what teams try already is not theirs alone any more. */
    Change<Idea> withdraw(Instant when) {
        if (status == IdeaStatus.WITHDRAWN) {
            return Change.none(this);
        }
        refuseUnless(IdeaStatus.PROPOSED, "take it back");
        return decided(IdeaStatus.WITHDRAWN, null, null, when, new IdeaWithdrawn(title));
    }

    /** Whether its trial should have been decided before today. */
    public boolean isDue(LocalDate today) {
        return status == IdeaStatus.ON_TRIAL && trial != null && trial.isOver(today);
    }

    private Change<Idea> decided(
            IdeaStatus end, @Nullable String lesson, @Nullable String because, Instant when, DomainEvent event) {
        return Change.of(
                new Idea(community, title, what, why, by, at, end, trial, lesson, because, when, visibility, scopes),
                event);
    }

    private void refuseUnless(IdeaStatus fits, String deed) {
        if (status != fits) {
            throw Refusal.conflict(
                    "idea-" + status.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    "The idea is " + status.name().replace('_', ' ') + "; you cannot " + deed + " now.");
        }
    }
}
