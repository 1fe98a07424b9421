package io.guildhall.cop.adoption;

import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.pages.PageStatus;
import io.guildhall.cop.pages.Pages;
import io.guildhall.cop.pages.PlaybookPage;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.cop.shared.TeamId;
import io.guildhall.cop.shared.Teams;
import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A team says whether it uses a page: whoever belongs to it says so, in one click. */
@Component
public class SayAdoption {

    private static final String SAY_ADOPTION = "SayAdoption";

    private final Adoptions adoptions;
    private final Pages pages;
    private final Teams teams;
    private final Access access;

    SayAdoption(Adoptions adoptions, Pages pages, Teams teams, Access access) {
        this.adoptions = adoptions;
        this.pages = pages;
        this.teams = teams;
        this.access = access;
    }

    /**
     * @param like a team that adapts the page already: this one does the same; its words are taken, null for words of one's
     *     own
     */
    public void say(
            PageId id,
            TeamId team,
            Stance stance,
            @Nullable String words,
            @Nullable TeamId like,
            CommandContext context) {
        PlaybookPage page = pages.get(id, context.actor()).state();
        require(team, context.actor());
        if (page.status() != PageStatus.PUBLISHED) {
            throw Refusal.conflict("page-not-published", "Teams speak of published pages; this one is not.");
        }
        String said = like == null ? words : wordsOf(id, like);
        Adoption.Subject subject =
                new Adoption.Subject(id, page.community(), page.title(), page.revision(), page.visibility());
        adoptions.change(
                id,
                team,
                context,
                before -> Adoption.say(before, subject, team, stance, said, new PersonId(context.by()), context.at()));
    }

    public void takeBack(PageId id, TeamId team, CommandContext context) {
        pages.get(id, context.actor());
        require(team, context.actor());
        if (adoptions.find(id, team).isPresent()) {
            adoptions.change(
                    id,
                    team,
                    context,
                    before -> Objects.requireNonNull(before).takeBack(new PersonId(context.by()), context.at()));
        }
    }

    /** Whether somebody may speak for a team. */
    public boolean maySpeakFor(TeamId team, Actor actor) {
        return access.may(actor, SAY_ADOPTION, List.of(team.value()));
    }

    private void require(TeamId team, Actor actor) {
        teams.require(team);
        access.require(actor, SAY_ADOPTION, team.value());
    }

    private String wordsOf(PageId id, TeamId other) {
        return adoptions
                .find(id, other)
                .filter(found -> found.stance() == Stance.ADAPT)
                .map(Adoption::words)
                .orElseThrow(() -> Refusal.invalid(
                                "nothing-to-do-alike", "That team does not adapt this page; say it in words.")
                        .with("field", "like"));
    }
}
