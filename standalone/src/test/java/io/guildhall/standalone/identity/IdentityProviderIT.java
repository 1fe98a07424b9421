package io.guildhall.standalone.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.guildhall.platform.testing.FreePorts;
import io.guildhall.standalone.store.EmbeddedStore;
import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class IdentityProviderIT {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PORTAL = "http://localhost:8080";
    private static final String CALLBACK = PORTAL + "/auth/callback";
    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-rule-of-43-letters";

    private final Path folder;
    private final EmbeddedStore store;
    private final Browser browser = new Browser();
    private URI url;
    private ConfigurableApplicationContext provider;

    IdentityProviderIT(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.store = EmbeddedStore.start(folder.resolve("store"), 0, failure -> {});
        this.url = URI.create("http://localhost:" + FreePorts.one());
        this.provider = start();
    }

    private ConfigurableApplicationContext start() {
        return start(true);
    }

    private ConfigurableApplicationContext start(boolean sample) {
        return new SpringApplicationBuilder(IdentityProvider.class)
                .properties(Map.of(
                        "spring.config.name", "identity-provider",
                        "server.port", url.getPort(),
                        "spring.mongodb.uri", store.uri(""),
                        "guildhall.identity.folder", folder.toString(),
                        "guildhall.identity.url", url.toString(),
                        "guildhall.identity.portal-url", PORTAL,
                        "guildhall.identity.sample", sample))
                .run();
    }

    private void restartOnAnotherPort() throws IOException {
        provider.close();
        url = URI.create("http://localhost:" + (FreePorts.consecutive(2) + 1));
        provider = start();
    }

    @AfterEach
    void stop() {
        provider.close();
        store.close();
    }

    @Test
    void givesAPersonaAnAccessTokenThatServicesAccept() throws Exception {
        SignedJWT token = SignedJWT.parse(new SignIn(url).as("cpo"));

        assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(token.getJWTClaimsSet().getIssuer()).isEqualTo(url.toString());
        assertThat(token.getJWTClaimsSet().getSubject()).isEqualTo("cpo");
        assertThat(token.getJWTClaimsSet().getAudience()).containsExactly("guildhall");
        assertThat(token.getJWTClaimsSet().getStringClaim("client_id")).isEqualTo("guildhall-cli");
    }

    @Test
    void letsInAnyWellFormedNameAndNoOther() throws Exception {
        assertThat(SignedJWT.parse(new SignIn(url).as("some.one-else"))
                        .getJWTClaimsSet()
                        .getSubject())
                .isEqualTo("some.one-else");
        assertThatThrownBy(() -> new SignIn(url).as("No Such Name")).isInstanceOf(IOException.class);
    }

    @Test
    void refusesAWrongPassword() throws Exception {
        HttpResponse<String> page = browser.get(url.resolve("/login"));
        HttpResponse<String> reply = browser.post(
                url.resolve("/login"),
                Map.of("username", "cpo", "password", "wrong", "_csrf", Browser.csrf(page.body())));
        assertThat(Browser.location(reply)).hasToString(url + "/login?refused");
    }

    @Test
    void showsALoginPageWithoutScriptsUnderAStrictPolicy() throws Exception {
        HttpResponse<String> page = browser.get(url.resolve("/login"));

        assertThat(page.body())
                .contains("Chief Product Owner")
                .doesNotContain("<script")
                .doesNotContain("style=");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self' " + PORTAL)
                .doesNotContain("unsafe");
        assertThat(browser.get(url.resolve("/login.css")).statusCode()).isEqualTo(200);
        assertThat(browser.cookies()).extracting(HttpCookie::getName).containsExactly("GUILDHALL_IDENTITY");
    }

    @Test
    void offersTheAdministratorAloneWithoutTheSample() throws Exception {
        provider.close();
        provider = start(false);

        assertThat(browser.get(url.resolve("/login")).body())
                .contains("value=\"admin\"")
                .doesNotContain("Chief Product Owner");
    }

    @Test
    void servesThePortalsCodeFlowWithProofKeyAndRefresh() throws Exception {
        JsonNode tokens = exchange(code(signedIn("sm")), VERIFIER);

        SignedJWT id = SignedJWT.parse(tokens.get("id_token").asString());
        assertThat(id.getJWTClaimsSet().getStringClaim("name")).isEqualTo("Amara Okafor");
        assertThat(id.getJWTClaimsSet().getAudience()).containsExactly("guildhall-portal");
        JsonNode refreshed = refresh(tokens);
        assertThat(claims(refreshed.get("access_token")).getSubject()).isEqualTo("sm");
        JsonNode info = JSON.readTree(browser.getWithToken(
                        url.resolve("/userinfo"), refreshed.get("access_token").asString())
                .body());
        assertThat(info.get("name").asString()).isEqualTo("Amara Okafor");
    }

    @Test
    void refusesACodeWithoutItsProofKey() throws Exception {
        String code = code(signedIn("sm"));
        HttpResponse<String> reply = postToken(codeGrant(code, VERIFIER + "-changed"));
        assertThat(reply.statusCode()).isEqualTo(400);
    }

    @Test
    void refusesAForeignRedirect() throws Exception {
        HttpResponse<String> reply = browser.get(authorize("https://example.org/steal"));
        assertThat(reply.statusCode()).isEqualTo(400);
    }

    @Test
    void keepsSignInsKeysAndTheIssuerOverARestartOnAnotherPort() throws Exception {
        String issuer = url.toString();
        JsonNode tokens = exchange(code(signedIn("apo")), VERIFIER);
        restartOnAnotherPort();

        JsonNode refreshed = refresh(tokens);

        assertThat(claims(refreshed.get("access_token")).getIssuer()).isEqualTo(issuer);
        JsonNode found = JSON.readTree(
                browser.get(url.resolve("/.well-known/openid-configuration")).body());
        assertThat(found.get("issuer").asString()).isEqualTo(issuer);
        assertThat(found.get("token_endpoint").asString()).isEqualTo(url + "/oauth2/token");
    }

    @Test
    void signsOutAtTheProviderWhenThePortalAsks() throws Exception {
        JsonNode tokens = exchange(code(signedIn("dev")), VERIFIER);
        refresh(tokens);
        URI logout = url.resolve("/connect/logout?"
                + Browser.form(Map.of(
                        "id_token_hint", tokens.get("id_token").asString(), "post_logout_redirect_uri", PORTAL + "/")));

        assertThat(Browser.location(browser.get(logout))).hasToString(PORTAL + "/");
        assertThat(Browser.location(browser.get(authorize(CALLBACK))).getPath()).isEqualTo("/login");
        assertThat(postToken(refreshGrant(tokens)).statusCode()).isEqualTo(400);
    }

    @Test
    void givesScriptsATokenOfTheirOwn() throws Exception {
        String secret = IdentitySecrets.in(folder, "").scriptSecret();
        HttpResponse<String> reply = browser.postAs(
                "guildhall-script", secret, url.resolve("/oauth2/token"), Map.of("grant_type", "client_credentials"));

        JsonNode token = JSON.readTree(reply.body()).get("access_token");
        assertThat(claims(token).getSubject()).isEqualTo("guildhall-script");
        assertThat(claims(token).getAudience()).containsExactly("guildhall");
    }

    /** Signs in and returns where the portal would be called back. */
    private URI signedIn(String name) throws Exception {
        browser.get(authorize(CALLBACK));
        HttpResponse<String> page = browser.get(url.resolve("/login"));
        HttpResponse<String> reply = browser.post(
                url.resolve("/login"),
                Map.of("username", name, "password", "guildhall", "_csrf", Browser.csrf(page.body())));
        return Browser.location(browser.get(Browser.location(reply)));
    }

    private URI authorize(String redirect) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
        Map<String, String> request = new LinkedHashMap<>();
        request.put("response_type", "code");
        request.put("client_id", "guildhall-portal");
        request.put("scope", "openid profile");
        request.put("redirect_uri", redirect);
        request.put("code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(hash));
        request.put("code_challenge_method", "S256");
        return url.resolve("/oauth2/authorize?" + Browser.form(request));
    }

    private static String code(URI callback) {
        assertThat(callback.toString()).startsWith(CALLBACK + "?code=");
        return callback.getQuery().substring("code=".length()).replaceAll("&.*", "");
    }

    private JsonNode exchange(String code, String verifier) throws Exception {
        return body(postToken(codeGrant(code, verifier)));
    }

    private JsonNode refresh(JsonNode tokens) throws Exception {
        return body(postToken(refreshGrant(tokens)));
    }

    private static Map<String, String> codeGrant(String code, String verifier) {
        return Map.of(
                "grant_type", "authorization_code", "code", code, "redirect_uri", CALLBACK, "code_verifier", verifier);
    }

    private static Map<String, String> refreshGrant(JsonNode tokens) {
        return Map.of(
                "grant_type",
                "refresh_token",
                "refresh_token",
                tokens.get("refresh_token").asString());
    }

    private HttpResponse<String> postToken(Map<String, String> grant) throws Exception {
        String secret = IdentitySecrets.in(folder, "").portalSecret();
        return browser.postAs("guildhall-portal", secret, url.resolve("/oauth2/token"), grant);
    }

    private static JsonNode body(HttpResponse<String> reply) {
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        return JSON.readTree(reply.body());
    }

    private static JWTClaimsSet claims(JsonNode token) throws ParseException {
        return SignedJWT.parse(token.asString()).getJWTClaimsSet();
    }
}
