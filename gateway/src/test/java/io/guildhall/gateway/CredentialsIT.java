package io.guildhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CredentialsIT {

    private final House house = House.start();

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void relaysTheTokenOfTheSessionAndNoCookie() {
        Browser browser = signedIn();
        browser.put("other", "cookie");
        assertThat(browser.get("/api/team/me").statusCode()).isEqualTo(200);
        Service.Seen seen = house.team.last();
        assertThat(seen.path()).isEqualTo("/api/team/me");
        assertThat(seen.header("Authorization")).startsWith("Bearer eyJ");
        assertThat(seen.header("Cookie")).isNull();
        assertThat(seen.header("X-CSRF-TOKEN")).isNull();
    }

    @Test
    void relaysTheTokenOfAnApiClient() throws Exception {
        String token = house.provider.accessToken("script");
        HttpResponse<String> response = house.browser().get("/api/team/me", "Authorization", "Bearer " + token);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(house.team.last().header("Authorization")).isEqualTo("Bearer " + token);
    }

    @Test
    void letsAnApiClientWriteWithoutACsrfToken() throws Exception {
        String token = house.provider.accessToken("script");
        HttpResponse<String> response = house.browser()
                .send(
                        "POST",
                        "/api/team/impediments",
                        BodyPublishers.ofString("{}"),
                        "Authorization",
                        "bearer " + token);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(house.team.last().bodyLength()).isEqualTo(2);
    }

    @Test
    void refusesASessionAndATokenTogether() throws Exception {
        HttpResponse<String> response =
                signedIn().get("/api/team/me", "Authorization", "Bearer " + house.provider.accessToken("script"));
        assertProblem(response, 400, "two-credentials");
    }

    @Test
    void refusesAnonymousCallsWithoutARedirect() {
        HttpResponse<String> response = house.browser().get("/api/team/me", "Accept", "text/html");
        assertProblem(response, 401, "not-signed-in");
        assertThat(response.headers().firstValue("Location")).isEmpty();
        HttpResponse<String> write = house.browser().send("POST", "/api/team/x", BodyPublishers.ofString("{}"));
        assertProblem(write, 401, "not-signed-in");
    }

    @Test
    void stripsAnyOtherCredentialFromASessionsRequest() {
        Browser browser = signedIn();
        assertThat(browser.get("/api/team/me", "Authorization", "Basic YTpi").statusCode())
                .isEqualTo(200);
        assertThat(house.team.last().headers().get("Authorization")).hasSize(1);
        assertThat(house.team.last().header("Authorization")).startsWith("Bearer ");
    }

    @Test
    void refusesAnotherSchemeWithoutASession() {
        assertProblem(house.browser().get("/api/team/me", "Authorization", "Basic YTpi"), 401, "not-signed-in");
    }

    @Test
    void refusesTokensThatAreNotMeantForThisApi() throws Exception {
        Map<String, Object> other = house.provider.claims("script", "another-api");
        assertRefused(house.provider.sign("at+jwt", other));

        Map<String, Object> idToken = new HashMap<>(house.provider.claims("anna", "guildhall"));
        idToken.put("nonce", "n");
        assertRefused(house.provider.sign("JWT", idToken));

        Map<String, Object> otherIssuer = new HashMap<>(house.provider.claims("script", "guildhall"));
        otherIssuer.put("iss", "https://evil.example");
        assertRefused(house.provider.sign("at+jwt", otherIssuer));

        Map<String, Object> expired = new HashMap<>(house.provider.claims("script", "guildhall"));
        expired.put("exp", 1_000_000);
        assertRefused(house.provider.sign("at+jwt", expired));

        assertRefused("nonsense");
        assertRefused(house.provider.accessToken("script").replaceAll("\\.[^.]*$", ".AAAA"));
    }

    @Test
    void takesTokensOfAProviderThatMarksThemByAClaim() throws Exception {
        Map<String, Object> claims = new HashMap<>(house.provider.claims("script", "guildhall"));
        claims.put("typ", "Bearer");
        String token = house.provider.sign("JWT", claims);
        assertThat(house.browser()
                        .get("/api/team/me", "Authorization", "Bearer " + token)
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void refusesUnsafeRequestsOfASessionWithoutItsCsrfToken() {
        Browser browser = signedIn();
        for (String method : new String[] {"POST", "PUT", "PATCH", "DELETE"}) {
            assertProblem(
                    browser.send(method, "/api/team/x", BodyPublishers.ofString("{}")), 403, "csrf-token-missing");
        }
        assertProblem(
                browser.send("POST", "/api/team/x", BodyPublishers.ofString("{}"), "X-CSRF-TOKEN", "guessed"),
                403,
                "csrf-token-missing");
        assertProblem(browser.send("POST", "/auth/logout", BodyPublishers.noBody()), 403, "csrf-token-missing");
    }

    @Test
    void refusesACsrfTokenThatWasPlantedInBothPlaces() {
        Browser browser = signedIn();
        browser.put(Browser.CSRF, "planted");
        assertProblem(browser.post("/api/team/x", "{}"), 403, "csrf-token-missing");
    }

    @Test
    void takesUnsafeRequestsWithTheCsrfTokenUnderEitherName() {
        Browser browser = signedIn();
        assertThat(browser.post("/api/team/x", "{}").statusCode()).isEqualTo(200);
        assertThat(browser.send(
                                "PUT",
                                "/api/team/x",
                                BodyPublishers.ofString("{}"),
                                "X-XSRF-TOKEN",
                                browser.cookie(Browser.CSRF))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void givesTheCsrfTokenAgainToWhoLostIt() {
        Browser browser = signedIn();
        browser.forget(Browser.CSRF);
        browser.get("/auth/session");
        assertThat(browser.post("/api/team/x", "{}").statusCode()).isEqualTo(200);
    }

    private void assertRefused(String token) {
        assertProblem(house.browser().get("/api/team/me", "Authorization", "Bearer " + token), 401, "not-signed-in");
    }

    private Browser signedIn() {
        Browser browser = house.browser();
        browser.signIn("anna", "/");
        return browser;
    }

    static void assertProblem(HttpResponse<String> response, int status, String slug) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(response.body())
                .contains("\"type\":\"/problems/" + slug + "\"", "\"status\":" + status, "\"title\":", "\"detail\":");
    }
}
