package io.guildhall.cop.adoption.web;

import io.guildhall.cop.adoption.Adoption;
import io.guildhall.cop.adoption.ReadAdoption;
import io.guildhall.cop.adoption.SayAdoption;
import io.guildhall.cop.adoption.Stance;
import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.pages.PageStatus;
import io.guildhall.cop.pages.PlaybookPage;
import io.guildhall.cop.pages.WritePage;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What teams say of pages, over HTTP. A team that is not listed has said nothing: that is unknown, and no refusal. */
@RestController
@RequestMapping("/api/cop")
class AdoptionController {

    private final ReadAdoption read;
    private final SayAdoption say;
    private final WritePage write;
    private final Communities communities;
    private final Teams teams;
    private final People people;

    AdoptionController(
            ReadAdoption read, SayAdoption say, WritePage write, Communities communities, Teams teams, People people) {
        this.read = read;
        this.say = say;
        this.write = write;
        this.communities = communities;
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

    /**
     * @param teams that do the same
     * @param open whether one of them said so of the page as it is now
     */
    record ImprovementView(String words, List<Ref> teams, boolean open) {}

    /**
     * What waits to be taken into a page.
     *
     * @param page by its title
     * @param can the use cases that the reader may carry out on the page for that
     */
    record ImprovablePage(Ref page, String words, List<Ref> teams, List<String> can) {}

    record ImprovablePages(List<ImprovablePage> items) {}

    /**
     * @param used as many teams adopt or adapt it
     * @param items by team
     * @param improvements what three or more teams adapt in the same way
     * @param speakFor the teams that the reader may speak for; none where the page is not published
     */
    record PageAdoption(long used, List<AdoptionView> items, List<ImprovementView> improvements, List<Ref> speakFor) {}

    /** @param said by team; a team that is missing has said nothing */
    record MatrixRow(Ref page, long used, List<AdoptionView> said) {}

    /**
     * @param pages first those that most teams decline or adapt; at most 100
     * @param more as many further pages are published
     */
    record Matrix(List<Ref> teams, List<MatrixRow> pages, int more) {}

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

    /**
     * What three or more teams do in the same way instead of what a page says, and its writers have not seen yet; at most 100.
     *
     * @param community left out, for the pages that the caller owns or writes with their owner
     */
    @GetMapping("/improvements")
    ImprovablePages listImprovements(@RequestParam(required = false) @Nullable CommunityId community, Caller caller) {
        List<ReadAdoption.Improvable> found =
                community == null ? read.improvableBy(caller.actor()) : read.improvableIn(community, caller.actor());
        return new ImprovablePages(found.stream()
                .map(one -> new ImprovablePage(
                        new Ref(one.page().id(), one.page().state().title()),
                        one.improvement().words(),
                        teamsOf(one.improvement()),
                        List.of(writes(one.page().state(), caller.actor()) ? "EditPage" : "ProposeChange")))
                .toList());
    }

    /** The published pages of a community and all teams. */
    @GetMapping("/communities/{id}/adoption")
    Matrix getAdoptionMatrix(@PathVariable CommunityId id, Caller caller) {
        ReadAdoption.Table table = read.matrix(id, caller.actor());
        return new Matrix(
                teams.all(),
                table.rows().stream()
                        .map(row -> new MatrixRow(
                                new Ref(row.page().id(), row.page().state().title()),
                                row.used(),
                                views(row.said(), row.page().state().revision())))
                        .toList(),
                table.more());
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
                ReadAdoption.improvements(said, page.revision()).stream()
                        .map(one -> new ImprovementView(one.words(), teamsOf(one), one.open()))
                        .toList(),
                speakFor);
    }

    private boolean writes(PlaybookPage page, Actor reader) {
        return write.mayWrite(page, communities.get(page.community(), reader), reader);
    }

    private List<Ref> teamsOf(ReadAdoption.Improvement one) {
        return one.teams().stream()
                .map(teams::ref)
                .sorted(Comparator.comparing(Ref::name))
                .toList();
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
