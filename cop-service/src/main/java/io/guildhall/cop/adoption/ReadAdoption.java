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

    private final Adoptions adoptions;
    private final Pages pages;
    private final Communities communities;

    ReadAdoption(Adoptions adoptions, Pages pages, Communities communities) {
        this.adoptions = adoptions;
        this.pages = pages;
        this.communities = communities;
    }

    /** What several teams do in the same way instead of what the page says. */
    public record Improvement(String words, List<TeamId> teams) {}

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

    /** The published pages of a community, first those that most teams decline or adapt: they need a talk; at most 100. */
    public List<Row> matrix(CommunityId community, Actor actor) {
        communities.get(community, actor);
        Map<PageId, List<Adoption>> said =
                adoptions.of(community).stream().collect(Collectors.groupingBy(Adoption::page));
        return published(community, actor).stream()
                .map(page -> new Row(page, said.getOrDefault(new PageId(page.id()), List.of())))
                .sorted(Comparator.comparing(Row::otherwise)
                        .reversed()
                        .thenComparing(row -> row.page().state().title()))
                .limit(MOST_ROWS)
                .toList();
    }

    private List<Stored<PlaybookPage>> published(CommunityId community, Actor actor) {
        List<Stored<PlaybookPage>> all = new ArrayList<>();
        pages.forEach(community, new Pages.Filter(List.of(PageStatus.PUBLISHED), null), actor, all::add);
        return all;
    }

    /** What many teams adapt in the same way, the most first; words count as the same but for case and blanks. */
    public static List<Improvement> improvements(List<Adoption> said) {
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
                        group.stream().map(Adoption::team).toList()))
                .toList();
    }
}
