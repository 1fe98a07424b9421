package io.guildhall.cop.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class QuestionsTests {

    private final Questions questions = new Questions();

    @Test
    void hasSeveralForEachMoment() {
        for (Moment moment : Moment.values()) {
            assertThat(questions.of(moment)).as(moment.name()).hasSizeGreaterThan(3);
        }
    }

    @Test
    void eachIsOneOpenQuestionWithANameOfItsOwn() {
        assertThat(questions.all()).extracting(CoachingQuestion::id).doesNotHaveDuplicates();
        assertThat(questions.all())
                .extracting(CoachingQuestion::text)
                .allSatisfy(text ->
                        assertThat(text).endsWith("?").doesNotStartWith("Why").hasSizeLessThan(200));
    }
}
