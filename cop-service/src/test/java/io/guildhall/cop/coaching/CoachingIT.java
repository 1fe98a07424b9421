package io.guildhall.cop.coaching;

import static io.guildhall.cop.RunningCommunities.CARLA;
import static io.guildhall.cop.RunningCommunities.DEV;
import static io.guildhall.cop.RunningCommunities.body;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoDatabase;
import io.guildhall.cop.RunningCommunities;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Coaching questions over HTTP. */
class CoachingIT {

    private static final String DISMISSALS = "/api/cop/coaching/dismissals";

    private static final String OLD = "OLD_IMPEDIMENT";
    private static final String COUNTERED = "DEPENDENCY_COUNTERED_TWICE";

    private static RunningCommunities running;

    @BeforeAll
    static void start() {
        running = RunningCommunities.start();
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @Test
    void theSameQuestionStandsAtAThingUntilItIsDismissedForGood() {
        String question = asked(DEV, COUNTERED, "dependency-1");

        assertThat(asked(DEV, COUNTERED, "dependency-1")).isEqualTo(question);
        assertThat(running.post(DEV, DISMISSALS, "{\"question\":\"" + question + "\"}")
                        .statusCode())
                .isEqualTo(204);
        assertThat(running.post(DEV, DISMISSALS, "{\"question\":\"" + question + "\"}")
                        .statusCode())
                .isEqualTo(204);
        Set<String> others = new HashSet<>();
        for (int i = 1; i <= 40; i++) {
            others.add(asked(DEV, COUNTERED, "dependency-" + i));
        }
        assertThat(others).doesNotContain(question).contains("").hasSizeGreaterThan(2);
    }

    @Test
    void whatSomebodyDismissesOthersGoOnSeeing() {
        Set<String> before = all(CARLA);
        all(DEV).stream()
                .filter(question -> !question.isEmpty())
                .forEach(question -> running.post(DEV, DISMISSALS, "{\"question\":\"" + question + "\"}"));

        assertThat(all(DEV)).containsExactly("");
        assertThat(all(CARLA)).isEqualTo(before);
        assertThat(running.service()
                        .context()
                        .getBean(MongoDatabase.class)
                        .getCollection("coaching_dismissals")
                        .find()
                        .first())
                .as("neither when nor where is kept")
                .containsOnlyKeys("_id");
    }

    @Test
    void saysWhatItDoesNotKnow() {
        assertThat(running.post(DEV, DISMISSALS, "{\"question\":\"none\"}").statusCode())
                .isEqualTo(404);
        assertThat(running.post(DEV, DISMISSALS, "{}").statusCode()).isEqualTo(400);
        assertThat(running.get(DEV, "/api/cop/coaching?moment=NEVER&about=1").statusCode())
                .isEqualTo(400);
        assertThat(running.get("stranger", "/api/cop/coaching?moment=ANY&about=1")
                        .statusCode())
                .isEqualTo(403);
    }

    private static Set<String> all(String who) {
        Set<String> seen = new HashSet<>();
        for (int i = 1; i <= 60; i++) {
            seen.add(asked(who, OLD, "thing-" + i));
        }
        return seen;
    }

    /** Empty where none is shown. */
    private static String asked(String who, String moment, String about) {
        return body(running.get(who, "/api/cop/coaching?moment=" + moment + "&about=" + about))
                .path("question")
                .path("id")
                .asString("");
    }
}
