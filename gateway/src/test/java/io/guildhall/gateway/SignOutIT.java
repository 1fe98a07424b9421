package io.guildhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignOutIT {

    private static final String BACK_CHANNEL = "/logout/connect/back-channel/guildhall";

    private final House house = House.start();

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void endsTheSessionAndLeadsToTheProvider() {
        Browser browser = signedIn("anna");
        String session = browser.cookie(Browser.SESSION);
        HttpResponse<String> out = browser.post("/auth/logout", "");
        assertThat(out.statusCode()).isEqualTo(200);
        assertThat(browser.cookie(Browser.SESSION)).isEmpty();
        assertThat(browser.cookie(Browser.CSRF)).isEmpty();

        String next = out.body().replaceAll(".*\"logoutUrl\":\"([^\"]*)\".*", "$1");
        URI provider = Browser.location(browser.get(next));
        assertThat(provider.toString()).startsWith(house.provider.issuer() + "/connect/logout?id_token_hint=eyJ");
        assertThat(provider.getQuery()).contains("post_logout_redirect_uri=" + house.url() + "/");
        assertThat(browser.authorize("anna", provider)).hasToString(house.url() + "/");

        browser.put(Browser.SESSION, session);
        CredentialsIT.assertProblem(browser.get("/api/team/me"), 401, "not-signed-in");
        assertThat(Browser.location(browser.get(next))).as("a second time").hasToString("/");
    }

    @Test
    void answersWhoIsSignedOutAlready() {
        HttpResponse<String> out = house.browser().send("POST", "/auth/logout", BodyPublishers.noBody());
        assertThat(out.statusCode()).isEqualTo(200);
        assertThat(out.body()).isEqualTo("{\"logoutUrl\":\"/\"}");
    }

    @Test
    void endsTheSessionOnEveryInstanceWhenTheProviderSaysSo() throws Exception {
        int port = House.freePort();
        try (ConfigurableApplicationContext other = house.anotherGateway(port)) {
            assertThat(other.isActive()).isTrue();
            Browser browser = signedIn("ben");
            Browser there = new Browser("http://localhost:" + port);
            there.put(Browser.SESSION, browser.cookie(Browser.SESSION));
            assertThat(there.get("/api/team/me").statusCode()).isEqualTo(200);

            HttpResponse<String> said = signOutAtProvider(logoutToken("ben"));
            assertThat(said.statusCode()).as(said.body()).isEqualTo(200);

            CredentialsIT.assertProblem(browser.get("/api/team/me"), 401, "not-signed-in");
            Awaitility.await().until(() -> there.get("/api/team/me").statusCode() == 401);
        }
    }

    @Test
    void refusesALogoutTokenThatIsNoneOrNotOurs() throws Exception {
        Browser browser = signedIn("carl");
        assertThat(signOutAtProvider("nonsense").statusCode()).isEqualTo(400);
        assertThat(signOutAtProvider(house.provider.accessToken("carl")).statusCode())
                .isEqualTo(400);
        Map<String, Object> elsewhere = new HashMap<>(logoutClaims("carl"));
        elsewhere.put("aud", "another-client");
        assertThat(signOutAtProvider(house.provider.sign("logout+jwt", elsewhere))
                        .statusCode())
                .isEqualTo(400);
        assertThat(browser.get("/api/team/me").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> signOutAtProvider(String token) {
        return house.browser()
                .send(
                        "POST",
                        BACK_CHANNEL,
                        BodyPublishers.ofString("logout_token=" + token),
                        "Content-Type",
                        "application/x-www-form-urlencoded");
    }

    private String logoutToken(String subject) throws Exception {
        return house.provider.sign("logout+jwt", logoutClaims(subject));
    }

    private Map<String, Object> logoutClaims(String subject) {
        Map<String, Object> claims = new HashMap<>(house.provider.claims(subject, Provider.CLIENT));
        claims.put("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        return claims;
    }

    private Browser signedIn(String person) {
        Browser browser = house.browser();
        browser.signIn(person, "/");
        return browser;
    }
}
