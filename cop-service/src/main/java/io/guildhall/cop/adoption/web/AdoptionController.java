package io.guildhall.cop.adoption.web;

import io.guildhall.cop.adoption.Adoption;
import io.guildhall.cop.adoption.ReadAdoption;
import io.guildhall.cop.adoption.SayAdoption;
import io.guildhall.cop.adoption.Stance;
import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.pages.PageStatus;
import io.guildhall.cop.pages.PlaybookPage;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.People;
import io.guildhall.cop.shared.Ref;
import io.guildhall.cop.shared.TeamId;
import io.guildhall.cop.shared.Teams;
import io.guildhall.cop.shared.Wording;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.web.Caller;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What teams say of pages, over HTTP. A team that is not listed has said nothing: that is unknown, and no refusal. */
@RestController
@RequestMapping("/api/cop")
class AdoptionController {

    private final ReadAdoption read;
    private final SayAdoption say;
    private final Teams teams;
    private final People people;

    AdoptionController(ReadAdoption read, SayAdoption say, Teams teams, People people) {
        this.read = read;
        this.say = say;
        this.teams = teams;
        this.people = people;
    }

    /**
     * @param words with what the team adapts the page, or why it declines it
     * @param like instead of words: a team that adapts it already, and this one does the same
     */
    record StanceRequest(
            Stance stance, @Nullable String words, @Nullable TeamId like) {

        StanceRequest {
            stance = Wording.given("stance", stance);
        }
    }

    /** @param outdated whether the page has another text since */
    record AdoptionView(Ref team, Stance stance, @Nullable String words, Ref by, Instant at, boolean outdated) {}

    /** @param teams that do the same */
    record ImprovementView(String words, List<Ref> teams) {}

    /**
     * @param used as many teams adopt or adapt it
     * @param items by team
     * @param improvements what three or more teams adapt in the same way
     * @param speakFor the teams that the reader may speak for; none where the page is not published
     */
    record PageAdoption(long used, List<AdoptionView> items, List<ImprovementView> improvements, List<Ref> speakFor) {}

    /** @param said by team; a team that is missing has said nothing */
    record MatrixRow(Ref page, long used, List<AdoptionView> said) {}

    /** @param pages first those that most teams decline or adapt */
    record Matrix(List<Ref> teams, List<MatrixRow> pages) {}

    @GetMapping("/pages/{id}/adoption")
    PageAdoption getPageAdoption(@PathVariable PageId id, Caller caller) {
        return adoption(id, caller.actor());
    }

    /** Says what a team does with a page; said again, what it does now. */
    @PutMapping("/pages/{id}/adoption/{team}")
    PageAdoption sayAdoption(
            @PathVariable PageId id, @PathVariable TeamId team, @RequestBody StanceRequest body, Caller caller) {
        say.say(id, team, body.stance(), body.words(), body.like(), caller.command());
        return adoption(id, caller.actor());
    }

    /** The team says nothing again. */
    @DeleteMapping("/pages/{id}/adoption/{team}")
    PageAdoption takeBackAdoption(@PathVariable PageId id, @PathVariable TeamId team, Caller caller) {
        say.takeBack(id, team, caller.command());
        return adoption(id, caller.actor());
    }

    /** All published pages of a community and all teams. */
    @GetMapping("/communities/{id}/adoption")
    Matrix getAdoptionMatrix(@PathVariable CommunityId id, Caller caller) {
        return new Matrix(
                teams.all(),
                read.matrix(id, caller.actor()).stream()
                        .map(row -> new MatrixRow(
                                new Ref(row.page().id(), row.page().state().title()),
                                row.used(),
                                views(row.said(), row.page().state().revision())))
                        .toList());
    }

    private PageAdoption adoption(PageId id, Actor actor) {
        ReadAdoption.Row row = read.of(id, actor);
        List<Adoption> said = row.said();
        PlaybookPage page = row.page().state();
        List<Ref> speakFor = page.status() == PageStatus.PUBLISHED
                ? teams.all().stream()
                        .filter(team -> say.maySpeakFor(new TeamId(team.id()), actor))
                        .toList()
                : List.of();
        return new PageAdoption(
                row.used(),
                views(said, page.revision()),
                ReadAdoption.improvements(said).stream()
                        .map(one -> new ImprovementView(
                                one.words(),
                                one.teams().stream().map(teams::ref).toList()))
                        .toList(),
                speakFor);
    }

    private List<AdoptionView> views(List<Adoption> said, int revision) {
        return said.stream()
                .filter(one -> one.stance() != null)
                .map(one -> view(one, revision))
                .sorted(Comparator.comparing(one -> one.team().name()))
                .toList();
    }

    private AdoptionView view(Adoption one, int revision) {
        Stance stance = one.stance();
        return new AdoptionView(
                teams.ref(one.team()),
                stance == null ? Stance.UNKNOWN : stance,
                one.words(),
                people.ref(one.by()),
                one.at(),
                one.revision() != revision);
    }
}
