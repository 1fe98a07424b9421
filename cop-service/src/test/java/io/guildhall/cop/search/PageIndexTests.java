package io.guildhall.cop.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.cop.pages.PageId;
import io.guildhall.cop.pages.PageStatus;
import io.guildhall.cop.shared.CommunityId;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageIndexTests {

    private static final CommunityId CRAFT = new CommunityId("craft");
    private static final CommunityId CHAPTER = new CommunityId("chapter");
    private static final PageIndex.Reach EVERYBODY = new PageIndex.Reach(List.of(), null, false);

    private final PageIndex index = new PageIndex();

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void findsAPageByItsTitleItsSummaryAndItsText() {
        index.put(new Indexed(
                new PageId("p"),
                1,
                "Handing over",
                "Who facilitates",
                "Ask early.",
                CRAFT,
                true,
                PageStatus.PUBLISHED));

        assertThat(find("handing")).containsExactly("p");
        assertThat(find("facilitates")).containsExactly("p");
        assertThat(find("early")).containsExactly("p");
        assertThat(find("early facilitates handing")).containsExactly("p");
        assertThat(find("early retrospective")).isEmpty();
    }

    @Test
    void whatStandsInTheTitleComesFirst() {
        put("text", "Meetings", "Facilitation, facilitation and once more facilitation.");
        put("title", "Facilitation", "Who does it next.");
        put("beginning", "Facilitations of old", "Who did it.");

        assertThat(find("facilitation")).startsWith("title").endsWith("text").hasSize(3);
        assertThat(find("facil")).endsWith("text").hasSize(3);
    }

    @Test
    void ofManyWordsThreeQuartersAreEnoughAndAllAreBetter() {
        put("some", "Refinement", "Every second week the team refines stories.");
        put("all", "Refinement", "Every second week the team refines epics with stakeholders.");

        assertThat(find("week team refines epics")).containsExactly("all", "some");
        assertThat(find("team refines epics")).containsExactly("all");
        assertThat(find("week quarter refines epics")).containsExactly("all");
        assertThat(find("month quarter refines epics")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"r", "re", "ret", "retro", "retrospecti", "a r", "Silent RETRO"})
    void ofTheLastWordTheBeginningIsEnough(String asked) {
        put("p", "A silent retrospective", "Write first, then talk.");

        assertThat(find(asked)).containsExactly("p");
    }

    @Test
    void ofWordsBeforeTheLastAllIsNeeded() {
        put("p", "A silent retrospective", "Write first, then talk.");

        assertThat(find("retro silent")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "stories, Split a story",
        "story, Split stories",
        "teams, One team",
        "team, The team's board",
        "team, The team’s board",
        "müller, Frau Müller fragt",
        "muller, Frau Müller fragt",
        "mueller, Frau Müller fragt",
        "MÜLLER, Herr Mueller fragt",
        "müller, Herr Muller fragt",
        "größe, Die GROESSE der Aufgabe",
        "strasse, An der Straße",
        "übu, Viele Übungen",
        "ubu, Viele Übungen",
        "uebu, Viele Übungen",
        "creme, Crème brûlée",
        "敏捷, 我们喜欢敏捷开发",
        "敏捷开发, 我们喜欢敏捷开发",
        "捷, 我们喜欢敏捷开发",
        "スクラム, 大規模スクラムの手引き",
        "스크럼, 대규모 스크럼 안내",
        "Ｓｃｒｕｍ, Scrum",
        "привет, Привет мир",
        "שלום, ברכת שלום לכולם",
        "مرحبا, مرحبا بالعالم",
        "🚀, Launch 🚀 day",
        "👩‍💻, Pairing 👩‍💻 daily"
    })
    void findsTheWordsOfAnyLanguageAsTheyAreTyped(String asked, String title) {
        put("p", title, "");

        assertThat(find(asked)).containsExactly("p");
    }

    @Test
    void chineseIsFoundByWhatStandsTogether() {
        put("p", "我们喜欢敏捷开发", "");

        assertThat(find("开捷")).isEmpty();
    }

    @Test
    void anAccentIsFoundHoweverItWasTyped() {
        put("p", "Mu\u0308ller", "");

        assertThat(find("m\u00fcller")).containsExactly("p");
        assertThat(text(index.search(Question.of("mu\u0308ller"), EVERYBODY, 10)
                        .get(0)
                        .title()))
                .isEqualTo("[M\u00fcller]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "the", "of the and", "und der", "?!.,", "***", "\"", "AND OR NOT (", "\u0000", "\ud83d"
            })
    void findsNothingWhereNothingIsAskedForAndFailsOnNothing(String asked) {
        put("p", "The page and the others", "Of all.");

        assertThat(find(asked)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"title: page", "page~2", "+page -page", "\"page", "page^1000", "pa*ge page", "[page TO"})
    void whatOtherProgramsUnderstandIsTextHere(String asked) {
        put("p", "Title of a page to ge 2 1000 pa", "");

        assertThat(find(asked)).containsExactly("p");
    }

    @Test
    void whatIsForMembersIsFoundByMembersAlone() {
        put("open", "Coaching", "", CRAFT, true);
        put("private", "Coaching", "", CHAPTER, false);

        assertThat(find("coaching")).containsExactly("open");
        assertThat(find("coaching", new PageIndex.Reach(List.of(CRAFT), null, false)))
                .containsExactly("open");
        assertThat(find("coaching", new PageIndex.Reach(List.of(CHAPTER), null, false)))
                .containsExactlyInAnyOrder("open", "private");
        assertThat(find("coaching", new PageIndex.Reach(List.of(), CHAPTER, false)))
                .isEmpty();
        assertThat(find("coaching", new PageIndex.Reach(List.of(CHAPTER), CHAPTER, false)))
                .containsExactly("private");
    }

    @Test
    void aPlaceThatIsForMembersTakesNoneOfTheLimit() {
        put("open", "About coaching and more", "");
        for (int i = 0; i < 50; i++) {
            put("private-" + i, "Coaching", "Coaching", CHAPTER, false);
        }

        assertThat(index.search(Question.of("coaching"), EVERYBODY, 1)).hasSize(1);
    }

    @Test
    void aPlaceThatIsForMembersDoesNotChangeTheOrderOfWhatOthersFind() {
        put("first", "One", "kanban kanban kata");
        put("second", "Two", "kanban kata kata");
        List<String> before = find("kanban kata");
        for (int i = 0; i < 50; i++) {
            put("private-" + i, "Three", "kanban kanban board", CHAPTER, false);
        }

        assertThat(find("kanban kata")).isEqualTo(before).hasSize(2);
    }

    @Test
    void whatIsArchivedIsFoundApart() {
        put("held", "Coaching", "");
        index.put(new Indexed(new PageId("old"), 1, "Coaching", null, "", CRAFT, true, PageStatus.ARCHIVED));

        assertThat(find("coaching")).containsExactly("held");
        assertThat(find("coaching", new PageIndex.Reach(List.of(), null, true))).containsExactly("old");
    }

    @Test
    void theNewestStateIsFoundWhateverComesLast() {
        index.put(page("p", 7, "Newer"));
        index.put(page("p", 5, "Older"));
        index.put(page("p", 7, "Again"));

        assertThat(find("newer")).containsExactly("p");
        assertThat(find("older")).isEmpty();
        assertThat(find("again")).isEmpty();
        assertThat(index.has(new PageId("p"), 7)).isTrue();
        assertThat(index.has(new PageId("p"), 8)).isFalse();

        index.put(page("p", 8, "Newest"));
        assertThat(find("newer")).isEmpty();
        assertThat(find("newest")).containsExactly("p");
    }

    @Test
    void whatWasRemovedIsNotFound() {
        put("p", "Coaching", "");
        index.remove(new PageId("p"));

        assertThat(find("coaching")).isEmpty();
    }

    @Test
    void aThousandPagesWrittenAtOnceAreEachFoundAtOnce() throws Exception {
        ExecutorService writers = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> seen = IntStream.range(0, 1_000)
                    .mapToObj(i -> writers.submit(() -> {
                        put("page-" + i, "Number n" + i, "One of a thousand.");
                        return find("n" + i).contains("page-" + i);
                    }))
                    .toList();
            for (Future<Boolean> one : seen) {
                assertThat(one.get()).isTrue();
            }
        } finally {
            writers.shutdownNow();
        }
        assertThat(find("thousand", 100)).hasSize(100);
    }

    @Test
    void theEndOfALongTextIsFoundAndShown() {
        put("p", "Long", "Nothing to see here. ".repeat(9_520) + "At last the needle.");

        Found found = index.search(Question.of("needle"), EVERYBODY, 1).get(0);
        assertThat(found.text()).hasSize(1);
        assertThat(text(found.text().get(0))).endsWith("At last the [needle].").hasSizeLessThan(330);
    }

    @Test
    void aLongTextWithoutSentencesIsCutAroundWhatWasLookedFor() {
        put("p", "Long", "🚀 word ".repeat(20_000) + "needle " + "word 🚀 ".repeat(5_000));

        String shown = text(
                index.search(Question.of("needle"), EVERYBODY, 1).get(0).text().get(0));
        assertThat(shown).contains("[needle]").hasSizeLessThan(330);
        assertThat(shown.codePoints()).noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    }

    @Test
    void marksWhatWasLookedForInTheTitleAndInTheBestPlaces() {
        put("p", "Müller & the teams", "First. ".repeat(60) + "One team asks Mueller.\nAnd " + "so on. ".repeat(60));

        Found found = index.search(Question.of("müller team"), EVERYBODY, 1).get(0);
        assertThat(text(found.title())).isEqualTo("[Müller] & the [teams]");
        assertThat(text(found.text().get(0))).contains("One [team] asks [Mueller].");
    }

    @Test
    void chineseIsMarkedInOnePiece() {
        put("p", "我们喜欢敏捷开发", "");

        assertThat(text(index.search(Question.of("敏捷开发"), EVERYBODY, 1).get(0).title()))
                .isEqualTo("我们喜欢[敏捷开发]");
    }

    @Test
    void showsTheBeginningWhereOnlyTheTitleWasFound() {
        put("p", "Coaching", "Ask first.\nThen listen.");

        Found found = index.search(Question.of("coaching"), EVERYBODY, 1).get(0);
        assertThat(text(found.text().get(0))).startsWith("Ask first.").doesNotContain("[");
    }

    @Test
    void markupStaysText() {
        put("p", "<b>Coaching</b>", "<script>alert('coaching')</script>");

        Found found = index.search(Question.of("coaching"), EVERYBODY, 1).get(0);
        assertThat(found.title().parts())
                .containsExactly(
                        new Fragment.Part("<b>", false),
                        new Fragment.Part("Coaching", true),
                        new Fragment.Part("</b>", false));
    }

    private void put(String id, String title, String text) {
        put(id, title, text, CRAFT, true);
    }

    private void put(String id, String title, String text, CommunityId community, boolean open) {
        index.put(new Indexed(new PageId(id), 1, title, null, text, community, open, PageStatus.PUBLISHED));
    }

    private static Indexed page(String id, long sequence, String title) {
        return new Indexed(new PageId(id), sequence, title, null, "", CRAFT, true, PageStatus.PUBLISHED);
    }

    private List<String> find(String asked) {
        return find(asked, EVERYBODY);
    }

    private List<String> find(String asked, int limit) {
        return ids(index.search(Question.of(asked), EVERYBODY, limit));
    }

    private List<String> find(String asked, PageIndex.Reach reach) {
        return ids(index.search(Question.of(asked), reach, 100));
    }

    private static List<String> ids(List<Found> found) {
        return found.stream().map(page -> page.id().value()).toList();
    }

    /** As text, with what was found in brackets. */
    private static String text(Fragment fragment) {
        return fragment.parts().stream()
                .map(part -> part.hit() ? "[" + part.text() + "]" : part.text())
                .collect(Collectors.joining());
    }
}
