package io.guildhall.cop.adoption;

import io.guildhall.cop.communities.Communities;
import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.pages.PageStatus;
import io.guildhall.cop.pages.Pages;
import io.guildhall.cop.pages.PlaybookPage;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.TeamId;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Stored;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What teams say of pages, put together for those who want to talk about it. */
@Component
public class ReadAdoption {

    /** As many teams adapt a page in the same way before that is offered as an improvement. */
    static final int ALIKE = 3;

    private static final int MOST_ROWS = 100;
    private static final int MOST_IMPROVABLE = 100;

    /** Published pages of one person; more than anybody writes. */
    private static final int MOST_OWN = 5_000;

    private final Adoptions adoptions;
    private final Pages pages;
    private final Communities communities;

    ReadAdoption(Adoptions adoptions, Pages pages, Communities communities) {
        this.adoptions = adoptions;
        this.pages = pages;
        this.communities = communities;
    }

    /**
     * What several teams do in the same way instead of what the page says.
     *
     * @param open whether one of them said so of the page as it is now: whoever has written it since has seen what they do
     */
    public record Improvement(String words, List<TeamId> teams, boolean open) {}

    /** A page, and what its writers could take into it. */
    public record Improvable(Stored<PlaybookPage> page, Improvement improvement) {}

    /**
     * The pages that need a talk most.
     *
     * @param more as many further ones are published
     */
    public record Table(List<Row> rows, int more) {}

    /** A page and what is said of it. */
    public record Row(Stored<PlaybookPage> page, List<Adoption> said) {

        /** Teams that use it. */
        public long used() {
            return said.stream().filter(Adoption::isUse).count();
        }

        /** Teams that do otherwise, which is worth a talk. */
        private long otherwise() {
            return said.stream().filter(one -> one.stance() != Stance.ADOPT).count();
        }
    }

    public Row of(PageId page, Actor actor) {
        return new Row(pages.get(page, actor), adoptions.of(page));
    }

    /** What waits to be taken into pages of a community, first what most teams do; at most 100. */
    public List<Improvable> improvableIn(CommunityId community, Actor actor) {
        communities.get(community, actor);
        Map<PageId, List<Adoption>> said = byPage(adoptions.adapting(community));
        said.values().removeIf(all -> all.size() < ALIKE);
        return improvable(
                pages.findAll(said.keySet()).stream()
                        .filter(page -> page.state().status() == PageStatus.PUBLISHED
                                && pages.isSeenBy(actor, new PageId(page.id())))
                        .toList(),
                said);
    }

    /** The same for the pages that somebody owns or writes with their owner. */
    public List<Improvable> improvableBy(Actor actor) {
        List<Stored<PlaybookPage>> own =
                pages.writtenBy(actor, new Pages.Filter(List.of(PageStatus.PUBLISHED), null), MOST_OWN);
        return improvable(
                own,
                byPage(adoptions.adapting(
                        own.stream().map(page -> new PageId(page.id())).toList())));
    }

    private static Map<PageId, List<Adoption>> byPage(List<Adoption> said) {
        return said.stream().collect(Collectors.groupingBy(Adoption::page));
    }

    private static List<Improvable> improvable(List<Stored<PlaybookPage>> pages, Map<PageId, List<Adoption>> said) {
        return pages.stream()
                .flatMap(page ->
                        improvements(
                                        said.getOrDefault(new PageId(page.id()), List.of()),
                                        page.state().revision())
                                .stream()
                                .filter(Improvement::open)
                                .map(improvement -> new Improvable(page, improvement)))
                .sorted(Comparator.comparing(
                                (Improvable one) -> one.improvement().teams().size())
                        .reversed()
                        .thenComparing(one -> one.page().state().title()))
                .limit(MOST_IMPROVABLE)
                .toList();
    }

    /** The published pages of a community, first those that most teams decline or adapt: they need a talk; at most 100. */
    public Table matrix(CommunityId community, Actor actor) {
        communities.get(community, actor);
        Map<PageId, List<Adoption>> said = byPage(adoptions.of(community));
        List<Stored<PlaybookPage>> published = published(community, actor);
        List<Row> rows = published.stream()
                .map(page -> new Row(page, said.getOrDefault(new PageId(page.id()), List.of())))
                .sorted(Comparator.comparing(Row::otherwise)
                        .reversed()
                        .thenComparing(row -> row.page().state().title()))
                .limit(MOST_ROWS)
                .toList();
        return new Table(rows, published.size() - rows.size());
    }

    private List<Stored<PlaybookPage>> published(CommunityId community, Actor actor) {
        List<Stored<PlaybookPage>> all = new ArrayList<>();
        pages.forEach(community, new Pages.Filter(List.of(PageStatus.PUBLISHED), null), actor, all::add);
        return all;
    }

    /**
     * What many teams adapt in the same way, the most first; words count as the same but for case and blanks.
     *
     * @param revision the number of the present text
     */
    public static List<Improvement> improvements(List<Adoption> said, int revision) {
        Map<String, List<Adoption>> alike = new LinkedHashMap<>();
        for (Adoption one : said) {
            if (one.stance() == Stance.ADAPT) {
                String words = Objects.requireNonNullElse(one.words(), "");
                alike.computeIfAbsent(
                                words.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT),
                                key -> new ArrayList<>())
                        .add(one);
            }
        }
        return alike.values().stream()
                .filter(group -> group.size() >= ALIKE)
                .sorted(Comparator.comparing((List<Adoption> group) -> group.size())
                        .reversed())
                .map(group -> new Improvement(
                        Objects.requireNonNullElse(group.get(0).words(), ""),
                        group.stream().map(Adoption::team).toList(),
                        group.stream().anyMatch(one -> one.revision() == revision)))
                .toList();
    }
}
