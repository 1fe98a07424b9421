package io.guildhall.cop.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.platform.aggregate.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoachingQuestionTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                " Who else knows this?  ",
                "谁能帮忙？",
                "ما الذي تغير؟",
                "Τι άλλαξε;",
                "Τι άλλαξε;",
                "Ի՞նչ է փոխվել։",
                "ምን ተለወጠ፧"
            })
    void endsAsAQuestionDoesInItsScript(String text) {
        assertThat(asking(text).text()).isEqualTo(text.strip());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ask somebody else.", "Why? Because.", "One; two;", "?!"})
    void refusesWhatAsksNothing(String text) {
        refuses(text, "question-asks-nothing");
    }

    @Test
    void hasWordsButNotTooMany() {
        refuses("   ", "text-missing");
        refuses("w".repeat(300) + "?", "text-too-long");
        assertThat(asking("w".repeat(299) + "?").text()).hasSize(300);
    }

    private static CoachingQuestion asking(String text) {
        return new CoachingQuestion("question-1", Moment.ANY, text);
    }

    private static void refuses(String text, String type) {
        assertThatThrownBy(() -> asking(text))
                .isInstanceOf(Refusal.class)
                .extracting("type")
                .isEqualTo(type);
    }
}
