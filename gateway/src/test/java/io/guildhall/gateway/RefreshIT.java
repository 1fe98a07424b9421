package io.guildhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.gateway.session.Sessions;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RefreshIT {

    private final House house = House.start(Duration.ofMinutes(5), Map.of("guildhall.session.cache", "0s"));

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void refreshesOnceForManyRequestsOnTwoInstances() throws Exception {
        int port = House.freePort();
        try (ConfigurableApplicationContext other = house.anotherGateway(port)) {
            assertThat(other.isActive()).isTrue();
            Browser browser = house.browser();
            browser.signIn("anna", "/");
            browser.get("/api/team/me");
            String first = String.valueOf(house.team.last().header("Authorization"));
            int before = house.provider.refreshes();
            house.ageTokens();

            List<Integer> answers = new ArrayList<>();
            ExecutorService threads = Executors.newFixedThreadPool(8);
            try {
                List<Future<HttpResponse<String>>> running = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    Browser tab = new Browser("http://localhost:" + (i % 2 == 0 ? house.port : port));
                    tab.put(Browser.SESSION, browser.cookie(Browser.SESSION));
                    running.add(threads.submit(() -> tab.get("/api/team/parallel")));
                }
                for (Future<HttpResponse<String>> request : running) {
                    answers.add(request.get().statusCode());
                }
            } finally {
                threads.shutdownNow();
            }

            assertThat(answers).containsOnly(200);
            assertThat(house.provider.refreshes() - before).isEqualTo(1);
            assertThat(house.team.seen())
                    .filteredOn(seen -> seen.path().equals("/api/team/parallel"))
                    .hasSize(8)
                    .allSatisfy(seen -> assertThat(seen.header("Authorization")).isNotEqualTo(first));
        }
    }

    @Test
    void doesNotBringBackASessionThatEndedBeforeItsTokensWereRefreshed() {
        Browser browser = house.browser();
        browser.signIn("ben", "/");
        assertThat(browser.get("/api/team/me").statusCode()).isEqualTo(200);
        house.ageTokens();
        house.bean(Sessions.class).endAll(house.provider.issuer(), "ben", null).block();
        CredentialsIT.assertProblem(browser.get("/api/team/me"), 401, "not-signed-in");
        assertThat(browser.get("/auth/session").body()).contains("\"signedIn\":false");
    }

    @Test
    void endsASessionWhoseRefreshTokenIsNoLongerTaken() {
        Browser browser = house.browser();
        browser.signIn("carl", "/");
        house.spoilRefreshTokens();
        house.ageTokens();
        CredentialsIT.assertProblem(browser.get("/api/team/me"), 401, "not-signed-in");
        assertThat(browser.get("/auth/session").body()).contains("\"signedIn\":false");
    }

    @Test
    void refreshesAgainAndAgain() {
        Browser browser = house.browser();
        browser.signIn("dora", "/");
        for (int i = 0; i < 3; i++) {
            house.ageTokens();
            assertThat(browser.get("/api/team/me").statusCode()).isEqualTo(200);
        }
    }
}
