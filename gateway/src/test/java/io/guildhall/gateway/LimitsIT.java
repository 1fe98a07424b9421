package io.guildhall.gateway;

import static io.guildhall.gateway.CredentialsIT.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LimitsIT {

    private final House house = House.start(
            Duration.ofMinutes(5),
            Map.of(
                    "guildhall.limits.per-second", 1,
                    "guildhall.limits.burst", 5,
                    "guildhall.limits.sign-ins-per-minute", 3));

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void slowsDownOneCallerAndNoOther() throws Exception {
        Browser greedy = house.browser();
        greedy.signIn("anna", "/");
        HttpResponse<String> last = exhaust(greedy);
        assertProblem(last, 429, "too-many-requests");
        assertThat(last.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 10L);

        String token = house.provider.accessToken("script");
        assertThat(house.browser()
                        .get("/api/team/me", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void slowsDownSignInsFromOneAddress() {
        for (int i = 0; i < 3; i++) {
            assertThat(house.browser().get("/auth/login").statusCode()).isEqualTo(302);
        }
        assertProblem(house.browser().get("/auth/login"), 429, "too-many-requests");
        HttpResponse<String> page = house.browser().get("/auth/login", "Accept", "text/html");
        assertThat(page.statusCode()).isEqualTo(429);
        assertThat(page.body()).contains("<h1>Too many requests</h1>");
    }

    @Test
    void stopsLookingUpGuessedSessions() {
        Browser guesser = house.browser();
        guesser.put(Browser.SESSION, "guessed");
        assertProblem(exhaust(guesser), 429, "too-many-requests");
    }

    @Test
    void stopsPassingGuessedAddressesOfFeedsOn() {
        HttpResponse<String> response = house.browser().get("/feeds/unknown");
        assertThat(response.statusCode()).isEqualTo(404);
        for (int i = 0; i < 200 && response.statusCode() != 429; i++) {
            response = house.browser().get("/feeds/unknown");
        }
        assertProblem(response, 429, "too-many-requests");
        assertProblem(house.browser().get("/feeds/gh_good"), 429, "too-many-requests");
        assertProblem(house.browser().get("/api/team/me"), 401, "not-signed-in");
    }

    @Test
    void saysWhenSessionsCannotBeLookedUp() {
        house.stopStore();
        Browser browser = house.browser();
        browser.put(Browser.SESSION, "some-session");
        assertProblem(browser.get("/api/team/me"), 503, "session-store-unavailable");
        assertThat(house.browser().get("/actuator/health/readiness").statusCode())
                .isEqualTo(503);
        assertThat(house.browser().get("/actuator/health/liveness").statusCode())
                .isEqualTo(200);
    }

    private static HttpResponse<String> exhaust(Browser browser) {
        HttpResponse<String> response = browser.get("/api/team/me");
        for (int i = 0; i < 200 && response.statusCode() != 429; i++) {
            response = browser.get("/api/team/me");
        }
        return response;
    }
}
