package io.guildhall.feed.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.feed.mail.Ask.Kind;
import io.guildhall.feed.subscription.Dependency;
import io.guildhall.feed.subscription.Impediment;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.StateMapper;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

class AsksTests {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    /** Status, the side that offered last, needed by, committed by, the last move: what is asked of which team. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "PROPOSED,  -,        2026-12-04, -,          PROPOSED,        ANSWER_REQUEST,  ledger",
                "PROPOSED,  -,        -,          -,          PROPOSED,        ANSWER_REQUEST,  ledger",
                "COUNTERED, PRODUCER, 2026-12-04, -,          COUNTERED,       ANSWER_OFFER,    payments",
                "COUNTERED, CONSUMER, 2026-12-04, -,          COUNTERED,       ANSWER_OFFER,    ledger",
                "COUNTERED, LATER,    2026-12-04, -,          COUNTERED,       -,               -",
                "COMMITTED, -,        2026-12-04, 2026-12-04, COMMITTED,       -,               -",
                "COMMITTED, -,        2026-12-04, 2026-12-08, COMMITTED,       LIVE_WITH_LATER, payments",
                "COMMITTED, -,        2026-12-04, 2026-12-08, SLIPPED,         LIVE_WITH_LATER, payments",
                "COMMITTED, -,        2026-12-01, 2026-12-08, NEEDED_BY_MOVED, DELIVER_EARLIER, ledger",
                "COMMITTED, -,        -,          2026-12-08, SLIPPED,         -,               -",
                "COMMITTED, -,        2026-12-04, 2026-11-25, COMMITTED,       -,               -",
                "COMMITTED, -,        2026-12-04, 2026-11-24, COMMITTED,       DELIVER_NOW,     ledger",
                "DELIVERED, -,        2026-12-04, 2026-12-04, DELIVERED,       ACCEPT_DELIVERY, payments",
                "DECLINED,  -,        2026-12-04, -,          DECLINED,        -,               -",
                "ACCEPTED,  -,        2026-12-04, 2026-12-04, ACCEPTED,        -,               -",
                "WITHDRAWN, -,        2026-12-04, -,          WITHDRAWN,       -,               -",
                "INVENTED,  -,        2026-12-04, -,          PROPOSED,        -,               -",
            })
    void aDependencyAsksTheTeamWhoseTurnItIs(
            String status, String offeredBy, String needed, String committed, String move, Kind kind, String team) {
        Map<String, Object> state = new HashMap<>(dependency(status, move, "sam", null));
        if (offeredBy != null) {
            state.put("counterOffer", Map.of("by", offeredBy, "date", "2026-12-10"));
        }
        state.put("neededBy", needed);
        state.put("committedBy", committed);
        Optional<Ask> ask = Asks.of("d", read(state, Dependency.class), TODAY);
        assertThat(ask.map(Ask::kind)).isEqualTo(Optional.ofNullable(kind));
        assertThat(ask.map(Ask::units)).isEqualTo(Optional.ofNullable(team).map(List::of));
    }

    @Test
    void whoeverMadeTheMoveIsNotAsked() {
        Ask ask = Asks.of("d", read(dependency("PROPOSED", "PROPOSED", "sam", null), Dependency.class), TODAY)
                .orElseThrow();
        assertThat(ask.acted()).containsExactly("sam");
        assertThat(ask.by()).isEqualTo("sam");
        assertThat(ask.path()).isEqualTo("/dependencies/d");

        Ask becauseOfAFeature = Asks.of(
                        "d",
                        read(dependency("PROPOSED", "PROPOSED", "guildhall|team-service", "ada"), Dependency.class),
                        TODAY)
                .orElseThrow();
        assertThat(becauseOfAFeature.acted()).contains("ada");
        assertThat(becauseOfAFeature.by()).isEqualTo("ada");
    }

    @Test
    void whoeverIsLateIsReminded() {
        Map<String, Object> late = new HashMap<>(dependency("COMMITTED", "COMMITTED", "ada", null));
        late.put("committedBy", "2026-11-20");
        Ask ask = Asks.of("d", read(late, Dependency.class), TODAY).orElseThrow();
        assertThat(ask.acted()).isEmpty();
        assertThat(ask.by()).isNull();
    }

    /** Status, level, whether somebody else has reported since, whether it is answered, the day promised. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "OPEN,     TEAM,                  false, false, -,          -,                 -",
                "OPEN,     SCRUM_OF_SCRUMS,       false, false, -,          TAKE_UP,           sos",
                "OPEN,     SCRUM_OF_SCRUMS,       true,  false, -,          -,                 -",
                "OPEN,     EXECUTIVE_ACTION_TEAM, false, false, -,          ANSWER_ESCALATION, product",
                "OPEN,     EXECUTIVE_ACTION_TEAM, true,  false, -,          ANSWER_ESCALATION, product",
                "OPEN,     EXECUTIVE_ACTION_TEAM, false, true,  -,          -,                 -",
                "OPEN,     EXECUTIVE_ACTION_TEAM, false, true,  2026-11-25, -,                 -",
                "OPEN,     EXECUTIVE_ACTION_TEAM, false, true,  2026-11-24, KEEP_PROMISE,      product",
                "RESOLVED, EXECUTIVE_ACTION_TEAM, false, false, -,          -,                 -",
                "OPEN,     INVENTED,              false, false, -,          -,                 -",
            })
    void anImpedimentAsksThoseItClimbedTo(
            String status, String level, boolean takenUp, boolean answered, String promised, Kind kind, String unit) {
        Map<String, Object> state = new HashMap<>(Map.of(
                "title",
                "The vault is shut",
                "status",
                status,
                "level",
                level,
                "holder",
                "sos",
                "escalations",
                List.of(Map.of("at", "2026-11-20T09:00:00.000Z", "by", "sam")),
                "updates",
                List.of(Map.of("at", "2026-11-20T10:00:00.000Z", "by", takenUp ? "zoe" : "sam")),
                "visibility",
                "ORGANIZATION",
                "scopes",
                List.of("payments")));
        if (answered) {
            Map<String, Object> answer = new HashMap<>();
            answer.put("promisedFor", promised);
            state.put("answer", answer);
        }
        Optional<Ask> ask = Asks.of("i", read(state, Impediment.class), TODAY);
        assertThat(ask.map(Ask::kind)).isEqualTo(Optional.ofNullable(kind));
        assertThat(ask.map(Ask::units)).isEqualTo(Optional.ofNullable(unit).map(List::of));
    }

    @ParameterizedTest
    @CsvSource({"PROPOSED, true", "ACCEPTED, false", "VETOED, false", "SUPERSEDED, false", "INVENTED, false"})
    void aDecisionAsksUntilItIsDecided(String status, boolean asks) {
        Map<String, Object> state = Map.of(
                "question",
                "Which ledger?",
                "by",
                "sam",
                "status",
                status,
                "visibility",
                "ORGANIZATION",
                "scopes",
                List.of());
        Optional<Ask> ask = Asks.of("x", read(state, Decision.class));
        assertThat(ask.isPresent()).isEqualTo(asks);
        ask.ifPresent(one -> {
            assertThat(one.units()).as("what holds everywhere").containsExactly("product");
            assertThat(one.acted()).containsExactly("sam");
        });
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "PUBLISHED, 2026-11-24, true",
                "PUBLISHED, 2026-11-25, false",
                "PUBLISHED, -,          false",
                "DRAFT,     2026-11-24, false",
                "ARCHIVED,  2026-11-24, false",
                "INVENTED,  2026-11-24, false",
            })
    void aPageAsksItsOwnerOnceItsDayIsOver(String status, String reviewBy, boolean asks) {
        Optional<Ask> ask = Asks.of("p", read(page(status, reviewBy), PlaybookPage.class), TODAY);
        assertThat(ask.isPresent()).isEqualTo(asks);
        ask.ifPresent(one -> {
            assertThat(one.people()).containsExactly("olga");
            assertThat(one.units()).as("who leads, where she is gone").containsExactly("craft");
            assertThat(one.path()).isEqualTo("/pages/p");
        });
    }

    @ParameterizedTest
    @CsvSource({
        "OPEN,      PUBLISHED, true",
        "OPEN,      DRAFT,     true",
        "OPEN,      ARCHIVED,  false",
        "TAKEN,     PUBLISHED, false",
        "DECLINED,  PUBLISHED, false",
        "WITHDRAWN, PUBLISHED, false",
        "INVENTED,  PUBLISHED, false",
    })
    void aProposedChangeAsksTheOwnerOfItsPageUntilItIsAnswered(String status, String ofPage, boolean asks) {
        Optional<Ask> ask = asked(status, "ORGANIZATION", page(ofPage, "2027-01-01"));
        assertThat(ask.isPresent()).isEqualTo(asks);
        ask.ifPresent(one -> {
            assertThat(one.people()).containsExactly("olga");
            assertThat(one.acted()).containsExactly("dev");
            assertThat(one.title()).isEqualTo("Debt budget: Say who pays");
            assertThat(one.path()).isEqualTo("/changes/c");
        });
    }

    @Test
    void whatWasProposedForADraftStaysWithThoseWhoSawIt() {
        Map<String, Object> published = page("PUBLISHED", "2027-01-01");
        assertThat(asked("OPEN", "ORGANIZATION", published).orElseThrow().visibility())
                .isEqualTo(Visibility.ORGANIZATION);
        assertThat(asked("OPEN", "TEAM", published).orElseThrow().visibility()).isEqualTo(Visibility.TEAM);
    }

    private static Optional<Ask> asked(String status, String visibility, Map<String, Object> page) {
        Map<String, Object> change =
                Map.of("page", "p", "note", "Say who pays", "by", "dev", "status", status, "visibility", visibility);
        return Asks.of("c", read(change, PageChange.class), read(page, PlaybookPage.class));
    }

    private static Map<String, Object> page(String status, @Nullable String reviewBy) {
        Map<String, Object> state = new HashMap<>(Map.of(
                "title",
                "Debt budget",
                "community",
                "craft",
                "status",
                status,
                "owner",
                "olga",
                "visibility",
                "ORGANIZATION",
                "scopes",
                List.of("craft")));
        state.put("reviewBy", reviewBy);
        return state;
    }

    /** The services that own the subjects publish who may answer. */
    @ParameterizedTest
    @EnumSource(Kind.class)
    void everybodyWhoIsAskedMayAnswer(Kind kind) throws IOException {
        Map<String, List<String>> published = new HashMap<>();
        for (String service : List.of("team-service", "roadmap-service", "cop-service")) {
            Path table = Path.of("../%1$s/src/main/resources/%1$s-permissions.yml".formatted(service));
            try (Reader reader = Files.newBufferedReader(table)) {
                published.putAll(
                        new Yaml(new SafeConstructor(new LoaderOptions())).<Map<String, List<String>>>load(reader));
            }
        }
        assertThat(published.get(kind.useCase())).containsAll(kind.roles());
    }

    private static Map<String, Object> dependency(String status, String move, String by, @Nullable String because) {
        Map<String, Object> last = new HashMap<>(Map.of("move", move, "by", by));
        if (because != null) {
            last.put("because", because);
        }
        return Map.of(
                "title",
                "Ledger API",
                "consumer",
                "payments",
                "producer",
                "ledger",
                "status",
                status,
                "history",
                List.of(Map.of("move", "PROPOSED", "by", "nobody"), last),
                "visibility",
                "ORGANIZATION",
                "scopes",
                List.of("payments", "ledger"));
    }

    private static <T> T read(Map<String, Object> state, Class<T> type) {
        return StateMapper.json().treeToValue(StateMapper.json().valueToTree(state), type);
    }
}
