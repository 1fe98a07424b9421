package io.guildhall.cop.adoption;

import static io.guildhall.cop.adoption.AdoptionExamples.AMARA;
import static io.guildhall.cop.adoption.AdoptionExamples.NOON;
import static io.guildhall.cop.adoption.AdoptionExamples.TICKETS;
import static io.guildhall.cop.adoption.AdoptionExamples.page;
import static io.guildhall.cop.adoption.AdoptionExamples.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.cop.shared.TeamId;
import io.guildhall.platform.aggregate.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class AdoptionTests {

    @Test
    void sayingTheSameOfTheSameTextChangesNothing() {
        Adoption adopted = said(Stance.ADOPT, null).state();

        assertThat(Adoption.say(adopted, page(1), TICKETS, Stance.ADOPT, null, AMARA, NOON)
                        .events())
                .isEmpty();
        assertThat(Adoption.say(adopted, page(2), TICKETS, Stance.ADOPT, null, AMARA, NOON)
                        .state()
                        .revision())
                .isEqualTo(2);
    }

    @Test
    void adaptsWithSomethingAndDeclinesWithAReason() {
        refuses(() -> said(Stance.ADAPT, " "), "adaptation-missing");
        refuses(() -> said(Stance.DECLINE, null), "reason-missing");
        refuses(() -> said(Stance.DECLINE, "x".repeat(501)), "reason-too-long");
        refuses(() -> said(Stance.UNKNOWN, null), "stance");
        assertThat(said(Stance.ADOPT, "with words").state().words()).isNull();
    }

    @Test
    void takesBackWhatItSaid() {
        Adoption silent = said(Stance.DECLINE, "We are three")
                .state()
                .takeBack(AMARA, NOON)
                .state();

        assertThat(silent.stance()).isNull();
        assertThat(silent.words()).isNull();
        assertThat(silent.takeBack(AMARA, NOON).events()).isEmpty();
    }

    @Test
    void whatThreeTeamsAdaptInTheSameWayIsAnImprovement() {
        List<Adoption> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.add(by("team-" + i, Stance.ADAPT, i == 1 ? "every  SECOND sprint" : "Every second sprint"));
        }
        all.add(by("team-7", Stance.ADAPT, "Never"));
        all.add(by("team-8", Stance.DECLINE, "Every second sprint"));

        List<ReadAdoption.Improvement> found = ReadAdoption.improvements(all, 1);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).words()).isEqualTo("Every second sprint");
        assertThat(found.get(0).teams()).hasSize(3);
        assertThat(ReadAdoption.improvements(all.subList(0, 2), 1)).isEmpty();
    }

    @Test
    void anImprovementIsOpenUntilThePageIsWrittenAndAgainOnceATeamSaysSoOfTheNewText() {
        List<Adoption> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.add(by("team-" + i, Stance.ADAPT, "Every second sprint"));
        }
        assertThat(ReadAdoption.improvements(all, 1)).allMatch(ReadAdoption.Improvement::open);
        assertThat(ReadAdoption.improvements(all, 2)).noneMatch(ReadAdoption.Improvement::open);

        all.add(Adoption.say(null, page(2), new TeamId("team-9"), Stance.ADAPT, "Every second sprint", AMARA, NOON)
                .state());
        assertThat(ReadAdoption.improvements(all, 2))
                .singleElement()
                .matches(ReadAdoption.Improvement::open)
                .satisfies(one -> assertThat(one.teams()).hasSize(4));
    }

    private static Adoption by(String team, Stance stance, String words) {
        return Adoption.say(null, page(1), new TeamId(team), stance, words, AMARA, NOON)
                .state();
    }

    private static void refuses(ThrowingCallable deed, String type) {
        assertThatThrownBy(deed).isInstanceOf(Refusal.class).extracting("type").isEqualTo(type);
    }
}
