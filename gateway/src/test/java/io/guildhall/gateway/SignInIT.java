package io.guildhall.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.web.util.UriComponentsBuilder;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignInIT {

    private final House house = House.start();

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void signsInWithCodeAndPkceAndReturnsToThePage() {
        Browser browser = house.browser();
        URI provider = browser.begin("/outcomes%3Fquarter=2026-Q4");
        assertThat(provider.toString()).startsWith(house.provider.issuer() + "/oauth2/authorize");
        assertThat(provider.getQuery())
                .contains("code_challenge_method=S256", "code_challenge=", "response_type=code", "nonce=", "state=")
                .contains("redirect_uri=" + house.url() + "/auth/callback");

        assertThat(browser.finish("anna", provider)).isEqualTo("/outcomes?quarter=2026-Q4");
        assertThat(browser.get("/auth/session").body())
                .contains("\"signedIn\":true", "\"subject\":", "\"name\":\"Person anna\"", "\"expiresAt\"");
    }

    @Test
    void keepsTheSessionInAHostCookieThatNoScriptReads() {
        Browser browser = house.browser();
        browser.signIn("anna", "/");
        assertThat(browser.setCookie(Browser.SESSION))
                .containsIgnoringCase("; HttpOnly")
                .contains("; Path=/", "; Secure", "; SameSite=Lax")
                .doesNotContain("Max-Age", "Domain");
        assertThat(browser.setCookie(Browser.CSRF))
                .contains("; Path=/", "; Secure", "; SameSite=Lax")
                .doesNotContainIgnoringCase("HttpOnly");
    }

    @Test
    void neverShowsATokenToTheBrowser() {
        Browser browser = house.browser();
        browser.signIn("anna", "/");
        browser.get("/auth/session");
        browser.get("/api/team/me");
        browser.post("/auth/logout", "");
        // Header and claims of every JWT begin like this, and a random cookie may hold one of them by chance.
        assertThat(browser.received.toString()).doesNotContainPattern("eyJ[\\w-]+\\.eyJ");
    }

    @Test
    void saysWhetherSomebodyIsSignedInWithoutRefusing() {
        HttpResponse<String> session = house.browser().get("/auth/session");
        assertThat(session.statusCode()).isEqualTo(200);
        assertThat(session.body()).contains("\"signedIn\":false");
        assertThat(session.headers().firstValue("Cache-Control")).hasValue("no-store");
    }

    @Test
    void doesNotLeadToAnotherSiteAfterASignIn() {
        for (String evil : new String[] {
            "https://evil.example/", "//evil.example/", "/%5Cevil.example/", "/%09/evil.example", "javascript:alert(1)"
        }) {
            assertThat(house.browser().signIn("anna", evil)).as(evil).isEqualTo("/");
        }
    }

    @Test
    void lastsForTwoTabsThatSignInAtOnce() {
        Browser browser = house.browser();
        URI first = browser.begin("/first");
        URI second = browser.begin("/second");
        assertThat(browser.finish("anna", second)).isEqualTo("/second");
        assertThat(browser.finish("anna", first)).isEqualTo("/first");
        assertThat(browser.get("/api/team/me").statusCode()).isEqualTo(200);
    }

    @Test
    void givesEachSignInANewSessionAndEndsTheFormer() {
        Browser browser = house.browser();
        browser.put(Browser.SESSION, "chosen-by-an-attacker");
        browser.signIn("anna", "/");
        String former = browser.cookie(Browser.SESSION);
        assertThat(former).isNotEqualTo("chosen-by-an-attacker");

        browser.signIn("anna", "/");
        assertThat(browser.cookie(Browser.SESSION)).isNotEqualTo(former);
        Browser thief = house.browser();
        thief.put(Browser.SESSION, former);
        assertThat(thief.get("/api/team/me").statusCode()).isEqualTo(401);
    }

    @Test
    void refusesASignInThatAnotherBrowserBegan() {
        Browser attacker = house.browser();
        URI back = attacker.authorize("mallory", attacker.begin("/"));
        Browser victim = house.browser();
        HttpResponse<String> response = victim.get(back.getRawPath() + "?" + back.getRawQuery(), "Accept", "text/html");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
        assertThat(response.body()).contains("This sign-in is over");
        assertThat(victim.cookie(Browser.SESSION)).isEmpty();
    }

    @Test
    void leadsHomeWhoGoesBackToAFinishedSignIn() {
        Browser browser = house.browser();
        URI back = browser.authorize("anna", browser.begin("/"));
        String callback = back.getRawPath() + "?" + back.getRawQuery();
        assertThat(browser.get(callback).statusCode()).isEqualTo(302);
        HttpResponse<String> again = browser.get(callback);
        assertThat(again.statusCode()).isEqualTo(302);
        assertThat(Browser.location(again)).hasToString("/");
    }

    @Test
    void saysWhenTheProviderRefuses() {
        Browser browser = house.browser();
        String state = UriComponentsBuilder.fromUri(browser.begin("/"))
                .build()
                .getQueryParams()
                .getFirst("state");
        HttpResponse<String> response = browser.get("/auth/callback?error=access_denied&state=" + state);
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("/problems/sign-in-failed", "access_denied");
    }
}
