package io.guildhall.cop.gatherings;

import static io.guildhall.cop.gatherings.GatheringExamples.blank;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.cop.ideas.Idea;
import io.guildhall.cop.ideas.IdeaExamples;
import io.guildhall.cop.ideas.ReadIdeas;
import io.guildhall.cop.pages.PageExamples;
import io.guildhall.cop.pages.PlaybookPage;
import io.guildhall.platform.aggregate.Stored;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuggestionsTests {

    private static final LocalDate LAST_DAY_OF_THE_TRIAL = LocalDate.of(2026, 12, 22);
    private static final LocalDate AFTER_ALL = LocalDate.of(2027, 6, 1);

    private final List<ReadIdeas.Supported> ideas = List.of(
            supported("popular", IdeaExamples.proposed("Popular").state(), 9),
            supported("tried", IdeaExamples.onTrial(), 5),
            supported("lonely", IdeaExamples.proposed("Lonely").state(), 0));
    private final List<Stored<PlaybookPage>> pages =
            List.of(new Stored<>("cop.pages", "old", 1, 1, PageExamples.published()));

    @Test
    void whatIsLateComesFirstThenIdeasBySupport() {
        assertThat(Suggestions.of(ideas, pages, blank(), AFTER_ALL))
                .extracting(Suggestion::path)
                .containsExactly("/ideas/tried", "/pages/old", "/ideas/popular", "/ideas/lonely");
    }

    @Test
    void whatIsStillOnTrialOrStillHoldsOnTheDayIsNoTopic() {
        assertThat(Suggestions.of(ideas, pages, blank(), LAST_DAY_OF_THE_TRIAL))
                .extracting(Suggestion::topic)
                .containsExactly("Idea: Popular", "Idea: Lonely");
        assertThat(Suggestions.of(ideas, pages, blank(), LAST_DAY_OF_THE_TRIAL.plusDays(1)))
                .extracting(Suggestion::reason)
                .contains(Suggestion.Reason.TRIAL_OVER);
    }

    @Test
    void whatStandsOnTheAgendaIsNotSuggestedAgain() {
        Gathering prepared = blank().prepare(List.of("Idea: Lonely"))
                .state()
                .take(List.of(new TopicLink("About that", "/ideas/popular")))
                .state();
        assertThat(Suggestions.of(ideas, pages, prepared, LAST_DAY_OF_THE_TRIAL))
                .isEmpty();
    }

    @Test
    void noMoreOfAKindThanOneGatheringTakesUp() {
        List<ReadIdeas.Supported> many = IntStream.range(0, 30)
                .mapToObj(i -> supported(
                        "idea-" + i, IdeaExamples.proposed("Idea " + i).state(), 30 - i))
                .toList();
        assertThat(Suggestions.of(many, List.of(), blank(), AFTER_ALL)).hasSize(Suggestions.MOST_OF_A_KIND);
    }

    @Test
    void aLongTitleFitsOnALine() {
        String longest = "x".repeat(200);
        Suggestion suggestion = Suggestions.of(
                        List.of(supported("long", IdeaExamples.proposed(longest).state(), 1)),
                        List.of(),
                        blank(),
                        AFTER_ALL)
                .get(0);
        assertThat(suggestion.topic()).hasSize(200).endsWith("…");
        assertThat(blank().prepare(List.of(suggestion.topic())).events()).hasSize(1);
    }

    private static ReadIdeas.Supported supported(String id, Idea idea, int support) {
        return new ReadIdeas.Supported(new Stored<>("cop.ideas", id, 1, 1, idea), support, false);
    }
}
