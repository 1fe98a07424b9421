package io.guildhall.team.organization;

import static io.guildhall.team.organization.OrganizationExamples.TODAY;
import static io.guildhall.team.organization.OrganizationExamples.called;
import static io.guildhall.team.organization.OrganizationExamples.holds;
import static io.guildhall.team.organization.OrganizationExamples.team;
import static io.guildhall.team.organization.OrganizationExamples.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.guildhall.platform.aggregate.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class OrganizationTests {

    @Test
    void aUnitForgetsWhoHeldARoleLongAgoBeforeItRefusesWhoIsNeeded() {
        Unit team = OrganizationExamples.team();
        LocalDate day = LocalDate.parse("2000-01-01");
        for (int i = 0; i <= 500; i++) {
            LocalDate from = day.plusDays(i);
            team = team.appoint(new Assignment("a" + i, "p" + i, Role.DEVELOPER, from, from, null, null, null))
                    .state();
        }

        assertThat(team.assignments()).hasSize(500);
        assertThat(team.assignments().get(0).id()).isEqualTo("a1");
    }

    @Test
    void aTeamWithoutAScrumMasterIsAFinding() {
        assertThat(rules(team())).containsExactly("one-scrum-master");
        assertThat(rules(with(team(), holds("sam", Role.SCRUM_MASTER)))).isEmpty();
        assertThat(rules(with(team(), holds("sam", Role.SCRUM_MASTER), holds("kim", Role.SCRUM_MASTER))))
                .containsExactly("one-scrum-master");
    }

    @Test
    void aPartTimeScrumMasterNeedsACoach() {
        Unit alone = with(team(), holds("sam", Role.SCRUM_MASTER), holds("sam", Role.DEVELOPER));
        Unit coached = with(team(), holds("sam", Role.SCRUM_MASTER, null, "ida"), holds("sam", Role.DEVELOPER));

        assertThat(rules(alone)).containsExactly("part-time-scrum-master");
        assertThat(rules(coached)).isEmpty();
    }

    @Test
    void aCoScrumMasterNeedsALargeTeamAndWrittenResponsibilities() {
        Unit small = with(team(), holds("sam", Role.SCRUM_MASTER), holds("kim", Role.CO_SCRUM_MASTER, "Retros", null));
        assertThat(rules(small)).containsExactly("co-scrum-master");

        Unit large = small;
        for (int i = 0; i < 13; i++) {
            large = with(large, holds("dev" + i, Role.DEVELOPER));
        }
        assertThat(rules(large)).isEmpty();
    }

    @Test
    void aFindingKeepsItsIdWithinAQuarter() {
        String today = Findings.of("t", team(), RoleRules.DEFAULT, TODAY).get(0).id();

        assertThat(Findings.of("t", team(), RoleRules.DEFAULT, TODAY.plusDays(10))
                        .get(0)
                        .id())
                .isEqualTo(today);
        assertThat(Findings.of("t", team(), RoleRules.DEFAULT, TODAY.plusMonths(3))
                        .get(0)
                        .id())
                .isNotEqualTo(today);
    }

    @Test
    void refusesTheSameRoleTwiceAtOneTimeAndARoleElsewhere() {
        Unit staffed = with(team(), holds("sam", Role.SCRUM_MASTER));

        refused("holds-it-already", () -> staffed.appoint(holds("sam", Role.SCRUM_MASTER)));
        refused("role-elsewhere", () -> staffed.appoint(holds("sam", Role.CHIEF_PRODUCT_OWNER)));
        refused(
                "ends-before-it-begins",
                () -> new Assignment("a", "p", Role.DEVELOPER, TODAY, TODAY.minusDays(1), null, null, null));
    }

    @Test
    void refusesToEndARoleSoLateThatItIsHeldTwice() {
        Unit again = with(team(), holds("sam", Role.SCRUM_MASTER))
                .end("sam-SCRUM_MASTER", TODAY)
                .state()
                .appoint(new Assignment("again", "sam", Role.SCRUM_MASTER, TODAY.plusDays(5), null, null, null, null))
                .state();

        refused("holds-it-already", () -> again.end("sam-SCRUM_MASTER", TODAY.plusDays(5)));
        assertThat(again.end("sam-SCRUM_MASTER", TODAY.plusDays(4)).events()).hasSize(1);
        refused("not-found", () -> again.end("somebody", TODAY));
    }

    @Test
    void eachPartTimeScrumMasterIsAFindingOfTheirOwn() {
        Unit two = with(
                team(),
                holds("sam", Role.SCRUM_MASTER),
                holds("sam", Role.DEVELOPER),
                holds("kim", Role.SCRUM_MASTER),
                holds("kim", Role.DEVELOPER));

        List<Finding> findings = Findings.of("t", two, RoleRules.DEFAULT, TODAY);

        assertThat(findings).extracting(Finding::id).doesNotHaveDuplicates();
        assertThat(findings).extracting(Finding::person).containsExactly(null, "sam", "kim");
    }

    @Test
    void anInstallationChoosesItsRulesAndNumbers() {
        Unit small = with(team(), holds("sam", Role.SCRUM_MASTER), holds("kim", Role.CO_SCRUM_MASTER, "Retros", null));

        assertThat(Findings.of("t", small, new RoleRules(Set.of(), 2), TODAY)).isEmpty();
        assertThat(Findings.of("t", small, new RoleRules(Set.of("co-scrum-master"), 15), TODAY))
                .isEmpty();
        assertThatThrownBy(() -> new RoleRules(Set.of("no-such-rule"), 15)).hasMessageContaining("no-such-rule");
    }

    @Test
    void anEndedRoleIsAVacancyFromTheNextDayOn() {
        Unit ended = with(team(), holds("sam", Role.SCRUM_MASTER))
                .end("sam-SCRUM_MASTER", TODAY)
                .state();

        assertThat(ended.vacanciesOn(TODAY)).containsExactly(Role.PRODUCT_OWNER);
        assertThat(ended.vacanciesOn(TODAY.plusDays(1))).containsExactly(Role.PRODUCT_OWNER, Role.SCRUM_MASTER);
        assertThat(ended.appoint(new Assignment(
                                "again", "sam", Role.SCRUM_MASTER, TODAY.plusDays(5), null, null, null, null))
                        .events())
                .hasSize(1);
    }

    @Test
    void theSprintCalendarIsTheProductsAndBounded() {
        refused("calendar-elsewhere", () -> team().schedule(new Unit.Calendar(TODAY, 14)));
        refused("sprint-length", () -> new Unit.Calendar(TODAY, 3));
    }

    @Test
    void revisingTheSameRecordsNothing() {
        assertThat(team().revise(called("Payments")).events()).isEmpty();
    }

    @Test
    void refusesAWaiverWithoutAReasonOrForThePast() {
        Finding finding = Findings.of("t", team(), RoleRules.DEFAULT, TODAY).get(0);

        refused("reason-missing", () -> Waiver.waive(finding, " ", null, "ada", java.time.Instant.EPOCH, TODAY));
        refused(
                "until-in-the-past",
                () -> Waiver.waive(finding, "x", TODAY.minusDays(1), "ada", java.time.Instant.EPOCH, TODAY));
    }

    @Test
    void aPersonHasASignInOnce() {
        Person.Link link = new Person.Link("https://id.example", "sam");
        Person linked = Person.register("Sam", null, List.of(link), null).state();

        assertThat(linked.link(link).events()).isEmpty();
        assertThat(linked.unlink(link).state().links()).isEmpty();
        assertThat(linked.unlink(link).state().unlink(link).events()).isEmpty();
        refused("bad-email", () -> Person.register("Sam", "nowhere", List.of(), null));
    }

    private static List<String> rules(Unit team) {
        return Findings.of("t", team, RoleRules.DEFAULT, LocalDate.parse("2026-11-24")).stream()
                .map(Finding::rule)
                .toList();
    }

    private static void refused(String type, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo(type));
    }
}
