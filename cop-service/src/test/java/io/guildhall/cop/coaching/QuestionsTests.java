package io.guildhall.cop.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.cop.shared.CoachingQuestion;
import io.guildhall.cop.shared.Moment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class QuestionsTests {

    private final Questions questions = new Questions();

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void hasSeveralForEachMoment(Moment moment) {
        assertThat(questions.all())
                .filteredOn(question -> question.moment() == moment)
                .hasSizeGreaterThan(3);
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
