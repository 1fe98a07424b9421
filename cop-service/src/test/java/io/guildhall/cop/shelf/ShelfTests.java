package io.guildhall.cop.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.cop.markdown.Markdown;
import io.guildhall.cop.pages.Content;
import io.guildhall.cop.pages.Makes;
import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.pages.PlaybookPage;
import io.guildhall.cop.schedule.Cadence;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.trees.Node;
import io.guildhall.platform.aggregate.Refusal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShelfTests {

    private static final CommunityId COMMUNITY = new CommunityId("community-1");

    private final Shelf shelf = new Shelf();

    @Test
    void hasAPartForEachRoleAndForScalingAndTheAntiPatterns() {
        assertThat(shelf.parts())
                .extracting(Shelf.Part::id)
                .containsExactly("product-owners", "scrum-masters", "developers", "scaling", "anti-patterns");
        assertThatThrownBy(() -> shelf.part("others")).isInstanceOf(Refusal.class);
    }

    @Test
    void hasATemplateForEachThingThatIsMade() {
        assertThat(leaves().stream().map(Shelf.Leaf::makes).filter(Objects::nonNull))
                .containsAll(Arrays.stream(Makes.values())
                        .filter(makes -> makes != Makes.UNKNOWN)
                        .toList());
    }

    @Test
    void everyLeafIsAPageThatCanBeInstalled() {
        Markdown markdown = new Markdown();
        for (Shelf.Leaf leaf : leaves()) {
            Content content = new Content(leaf.title(), leaf.summary(), leaf.text());
            assertThat(new PlaybookPage.Purpose(leaf.makes(), leaf.treats()).treats())
                    .isEqualTo(leaf.treats());
            assertThat(markdown.render(content.text()).html()).as(leaf.file()).hasSizeGreaterThan(300);
        }
    }

    @Test
    void everySuggestedCadenceIsOne() {
        LocalDate monday = LocalDate.of(2026, 11, 23);
        for (Shelf.Part part : shelf.parts()) {
            assertThat(IntStream.range(0, 7).mapToObj(monday::plusDays).filter(day -> isCadence(part.cadence(), day)))
                    .as(part.id())
                    .hasSize(1);
        }
    }

    @Test
    void linksToWhatComesWithItLeadThereAndOfOthersTheWordsStay() {
        for (Shelf.Part part : shelf.parts()) {
            for (Shelf.Leaf leaf : part.leaves()) {
                String text = linked(leaf.text(), part);
                assertThat(text).as(leaf.file()).doesNotContain(".md)").doesNotContain(".yaml)");
            }
        }
        Shelf.Part masters = shelf.part("scrum-masters");
        assertThat(linked("See [the template](escalation-evidence.md).", masters))
                .isEqualTo("See [the template](/pages/"
                        + InstallShelf.idOf(COMMUNITY, "scrum-masters", "escalation-evidence.md") + ").");
        assertThat(linked("[Run it](escalate-or-not.tree.yaml).", masters))
                .isEqualTo("[Run it](/trees/"
                        + InstallShelf.treeIdOf(COMMUNITY, "scrum-masters", "escalate-or-not.tree.yaml") + ").");
    }

    @Test
    void linksToAnotherPartLeadThereOnceItsPageIsInstalled() {
        String text = "See [the debt](../developers/debt-budget.md).";
        Shelf.Part masters = shelf.part("scrum-masters");
        PageId debt = InstallShelf.idOf(COMMUNITY, "developers", "debt-budget.md");

        assertThat(linked(text, masters)).isEqualTo("See the debt.");
        assertThat(InstallShelf.linked(text, masters, COMMUNITY, debt::equals))
                .isEqualTo("See [the debt](/pages/" + debt + ").");
    }

    @Test
    void everyTreeCanBePublishedAndItsAdviceRead() {
        Markdown markdown = new Markdown();
        List<Shelf.Sapling> trees =
                shelf.parts().stream().flatMap(part -> part.trees().stream()).toList();

        assertThat(trees).hasSize(3);
        for (Shelf.Sapling tree : trees) {
            assertThat(tree.graph().gaps()).as(tree.file()).isEmpty();
            tree.graph().nodes().stream()
                    .map(Node::advice)
                    .filter(Objects::nonNull)
                    .forEach(advice -> assertThat(markdown.render(advice).html())
                            .as(advice)
                            .isNotBlank());
        }
    }

    private static String linked(String text, Shelf.Part part) {
        return InstallShelf.linked(text, part, COMMUNITY, page -> false);
    }

    private List<Shelf.Leaf> leaves() {
        return shelf.parts().stream().flatMap(part -> part.leaves().stream()).toList();
    }

    private static boolean isCadence(String rule, LocalDate first) {
        try {
            return new Cadence(rule, first, LocalTime.NOON, ZoneOffset.UTC, 60).minutes() == 60;
        } catch (Refusal anotherDay) {
            return false;
        }
    }
}
