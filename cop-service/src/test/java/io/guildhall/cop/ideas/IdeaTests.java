package io.guildhall.cop.ideas;

import static io.guildhall.cop.ideas.IdeaExamples.NOON;
import static io.guildhall.cop.ideas.IdeaExamples.TODAY;
import static io.guildhall.cop.ideas.IdeaExamples.onTrial;
import static io.guildhall.cop.ideas.IdeaExamples.proposed;
import static io.guildhall.cop.ideas.IdeaExamples.trial;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.cop.shared.TeamId;
import io.guildhall.platform.aggregate.Refusal;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class IdeaTests {

    @Test
    void isTriedBeforeItIsAdoptedOrDropped() {
        Idea idea = proposed().state();
        refuses(() -> idea.adopt("Good", NOON), "idea-proposed");
        refuses(() -> idea.drop("Bad", NOON), "idea-proposed");

        assertThat(onTrial().adopt("Good", NOON).state().status()).isEqualTo(IdeaStatus.ADOPTED);
        assertThat(onTrial().drop("Bad", NOON).state().learned()).isEqualTo("Bad");
        refuses(() -> onTrial().tryOut(trial()), "idea-on-trial");
    }

    @Test
    void whatATrialHasShownIsSaid() {
        refuses(() -> onTrial().adopt(" ", NOON), "learned-missing");
        refuses(() -> onTrial().drop(null, NOON), "learned-missing");
    }

    @Test
    void isDeclinedWithAReasonBeforeAnyTrial() {
        refuses(() -> proposed().state().decline(null, NOON), "reason-missing");
        refuses(() -> onTrial().decline("No", NOON), "idea-on-trial");
        assertThat(proposed().state().decline("No", NOON).state().reason()).isEqualTo("No");
    }

    @Test
    void isTakenBackOnceAsLongAsNobodyTriesIt() {
        Idea withdrawn = proposed().state().withdraw(NOON).state();
        assertThat(withdrawn.withdraw(NOON).events()).isEmpty();
        refuses(() -> onTrial().withdraw(NOON), "idea-on-trial");
        refuses(() -> withdrawn.tryOut(trial()), "idea-withdrawn");
    }

    @Test
    void isDueOnceItsTrialIsOverAndNobodyHasDecided() {
        Idea tried = onTrial();
        assertThat(tried.isDue(TODAY.plusDays(28))).isFalse();
        assertThat(tried.isDue(TODAY.plusDays(29))).isTrue();
        assertThat(tried.drop("No", NOON).state().isDue(TODAY.plusDays(29))).isFalse();
        assertThat(proposed().state().isDue(TODAY.plusDays(29))).isFalse();
    }

    @Test
    void aTrialHasTeamsAMeasureAndAnEnd() {
        List<TeamId> teams = List.of(new TeamId("one"), new TeamId("one"));
        assertThat(Trial.begin(teams, "m", TODAY.plusDays(1), TODAY).teams()).hasSize(1);
        refuses(() -> Trial.begin(List.of(), "m", TODAY.plusDays(1), TODAY), "trial-teams");
        refuses(() -> Trial.begin(teams, " ", TODAY.plusDays(1), TODAY), "measure-missing");
        refuses(() -> Trial.begin(teams, "m", TODAY, TODAY), "trial-end");
        refuses(() -> Trial.begin(teams, "m", TODAY.plusDays(400), TODAY), "trial-end");
    }

    private static void refuses(ThrowingCallable deed, String type) {
        assertThatThrownBy(deed).isInstanceOf(Refusal.class).extracting("type").isEqualTo(type);
    }
}
