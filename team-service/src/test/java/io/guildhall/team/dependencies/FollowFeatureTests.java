package io.guildhall.team.dependencies;

import static io.guildhall.team.dependencies.DependencyExamples.NEEDED;
import static io.guildhall.team.dependencies.DependencyExamples.SAM;
import static io.guildhall.team.dependencies.DependencyExamples.TODAY;
import static io.guildhall.team.dependencies.DependencyExamples.ofFeature;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Change;
import io.guildhall.team.dependencies.FollowFeature.Feature;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowFeatureTests {

    private static final Dependency.Mover ROADMAP = new Dependency.Mover(
            Actor.service("roadmap").id(), SAM.at(), TODAY, "person-yuki", "The launch is earlier");

    @Test
    void sayingTheSameAgainRecordsNothing() {
        assertThat(led(asked(), planned(), true).events()).isEmpty();
    }

    @Test
    void theDateOfTheFeatureIsTheDayOfTheNeed() {
        Dependency committed = asked().commit(Side.PRODUCER, null, SAM).state();

        Change<Dependency> earlier = led(committed, feature("team-payments", NEEDED.minusDays(3), "PLANNED"), true);

        assertThat(earlier.events()).containsExactly(new NeededByMoved(NEEDED, NEEDED.minusDays(3), true));
        assertThat(earlier.state().history().get(2).because()).isEqualTo("person-yuki");
        assertThat(earlier.state().history().get(2).reason()).isEqualTo("The launch is earlier");
        assertThat(earlier.state().history().get(1).because()).isNull();
        assertThat(led(earlier.state(), feature("team-payments", NEEDED.minusDays(3), "PLANNED"), true)
                        .events())
                .isEmpty();
    }

    @Test
    void itIsCalledAndShownAsTheFeatureIs() {
        List<FollowFeature.Need> needs = List.of(new FollowFeature.Need("team-ledger"));
        Feature secret = new Feature("Merger", "team-payments", NEEDED, "PLANNED", needs, Visibility.TEAM, List.of());

        Change<Dependency> hidden = led(asked(), secret, true);

        assertThat(hidden.events()).containsExactly(new DependencyDescribed("Merger"));
        assertThat(hidden.state().visibility()).isEqualTo(Visibility.TEAM);
        assertThat(hidden.state().title()).isEqualTo("Merger");
        assertThat(led(hidden.state(), secret, true).events()).isEmpty();
        Dependency byPerson = led(ofFeature(), secret, true).state();
        assertThat(byPerson.title()).as("what a person called it stays").isEqualTo("Ledger API v2");
        assertThat(byPerson.visibility()).isEqualTo(Visibility.TEAM);
    }

    @Test
    void whatTheFeatureNeedsNoLongerIsWithdrawnWhileUnanswered() {
        Dependency committed = asked().commit(Side.PRODUCER, null, SAM).state();

        assertThat(led(asked(), planned(), false).state().status()).isEqualTo(DependencyStatus.WITHDRAWN);
        assertThat(led(committed, planned(), false).state().status()).isEqualTo(DependencyStatus.COMMITTED);
    }

    @Test
    void whatAPersonAskedForStaysThoughTheFeatureNamesNoNeed() {
        assertThat(led(ofFeature(), planned(), false).events()).isEmpty();
    }

    @Test
    void nobodyHasToAnswerForAFeatureThatIsDoneOrDropped() {
        for (String over : List.of("DONE", "DROPPED")) {
            Feature feature = feature("team-payments", NEEDED, over);

            assertThat(led(asked(), feature, true).state().status()).isEqualTo(DependencyStatus.WITHDRAWN);
            assertThat(led(ofFeature(), feature, false).state().status()).isEqualTo(DependencyStatus.WITHDRAWN);
        }
    }

    @Test
    void whatTheRoadmapWithdrewItAsksAnewWhatPeopleWithdrewItLeaves() {
        Dependency byRoadmap =
                asked().withdraw("The feature was dropped.", ROADMAP).state();
        Dependency byPerson = asked().withdraw("Solved without it", SAM).state();

        assertThat(led(byRoadmap, planned(), true).state().status()).isEqualTo(DependencyStatus.PROPOSED);
        assertThat(led(byPerson, planned(), true).events()).isEmpty();
    }

    @Test
    void theTeamThatOwnsTheFeatureIsTheOneThatWaits() {
        Change<Dependency> handed = led(asked(), feature("team-payouts", NEEDED.plusDays(1), "PLANNED"), true);

        assertThat(handed.events())
                .containsExactly(
                        new DependencyHandedOver("team-payments", "team-payouts"),
                        new NeededByMoved(NEEDED, NEEDED.plusDays(1), false));
        assertThat(led(ofFeature(), feature("team-ledger", NEEDED, "PLANNED"), false)
                        .events())
                .as("no team comes to wait for itself")
                .isEmpty();
    }

    @Test
    void whatIsDeliveredIsLeftAlone() {
        Dependency delivered =
                asked().commit(Side.PRODUCER, null, SAM).state().deliver(SAM).state();

        assertThat(led(delivered, feature("team-payments", null, "DONE"), true).events())
                .isEmpty();
        assertThat(led(delivered, feature("team-payouts", null, "PLANNED"), true)
                        .events())
                .as("but the team that waits now is the one to accept it")
                .containsExactly(new DependencyHandedOver("team-payments", "team-payouts"));
    }

    @Test
    void aFeatureThatNobodyOwnsAsksNobody() {
        Feature orphan =
                new Feature("Payouts", null, null, null, List.of(new FollowFeature.Need("team-ledger")), null, null);

        assertThat(orphan.producers()).isEmpty();
        assertThat(orphan.open()).isTrue();
    }

    @Test
    void aNeedThatNamesNoTeamAsksNobody() {
        List<FollowFeature.Need> needs = List.of(new FollowFeature.Need(null), new FollowFeature.Need("team-ledger"));
        Feature odd = new Feature("Payouts", "team-payments", null, "SOMETHING_NEW", needs, null, null);

        assertThat(odd.producers()).containsExactly("team-ledger");
    }

    @Test
    void whatIsOfANewerVersionIsLeftAlone() {
        Dependency known = asked();
        Dependency newer = new Dependency(
                known.title(),
                known.consumer(),
                known.producer(),
                known.feature(),
                known.neededBy(),
                null,
                null,
                DependencyStatus.UNKNOWN,
                known.history(),
                known.requestedBy(),
                known.visibility(),
                known.scopes());

        assertThat(led(newer, feature("team-payouts", null, "DROPPED"), false).events())
                .isEmpty();
    }

    private static Change<Dependency> led(Dependency present, Feature feature, boolean needed) {
        return FollowFeature.lead(present, feature, needed, ROADMAP);
    }

    private static Dependency asked() {
        return Dependency.propose("Payouts", "team-payments", "team-ledger", "feature-payouts", NEEDED, ROADMAP)
                .state();
    }

    private static Feature planned() {
        return feature("team-payments", NEEDED, "PLANNED");
    }

    private static Feature feature(String team, @Nullable LocalDate date, String status) {
        return new Feature("Payouts", team, date, status, List.of(new FollowFeature.Need("team-ledger")), null, null);
    }
}
