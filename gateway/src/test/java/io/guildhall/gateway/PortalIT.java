package io.guildhall.gateway;

import static io.guildhall.gateway.CredentialsIT.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PortalIT {

    private final House house =
            House.start(Duration.ofMinutes(5), Map.of("guildhall.public-url", "https://guildhall.example"));

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void servesTheSamePageForEveryAddressOfThePortal() {
        for (String path : new String[] {"/", "/index.html", "/outcomes", "/impediments/7f3e?tab=updates"}) {
            HttpResponse<String> page = house.browser().get(path, "Accept", "text/html,*/*;q=0.8");
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.body()).as(path).contains("<title>Portal</title>");
            assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html");
            assertThat(page.headers().firstValue("Cache-Control")).as(path).hasValue("no-cache");
        }
    }

    @Test
    void asksBrowsersToKeepAssetsForAYear() {
        HttpResponse<String> asset = house.browser().get("/assets/app-1a2b.js");
        assertThat(asset.body()).contains("console.log");
        assertThat(asset.headers().firstValue("Cache-Control")).hasValue("max-age=31536000, public, immutable");
        assertThat(asset.headers().firstValue("Content-Type")).hasValue("text/javascript");
    }

    @Test
    void servesTheCompressedAssetToWhoTakesIt() {
        HttpResponse<String> asset = house.browser().get("/assets/app-1a2b.js", "Accept-Encoding", "gzip, br");
        assertThat(asset.headers().firstValue("Content-Encoding")).hasValue("br");
        assertThat(asset.headers().allValues("Vary").toString()).contains("Accept-Encoding");
        assertThat(asset.body()).isEqualTo("compressed");
    }

    @Test
    void isNotTheAnswerToWhatIsMissing() {
        assertProblem(house.browser().get("/assets/gone.js"), 404, "not-found");
        assertThat(house.browser().get("/assets/gone", "Accept", "text/html").statusCode())
                .isEqualTo(404);
        assertProblem(house.browser().get("/outcomes", "Accept", "application/json"), 404, "not-found");
        assertProblem(house.browser().get("/../application.yml"), 400, "bad-request");
        assertThat(house.browser().get("/auth/nothing", "Accept", "text/html").statusCode())
                .isEqualTo(404);
    }

    @Test
    void letsWhatAServiceAnswersBeNoPageAtAll() {
        HttpResponse<String> response = house.browser().get("/api/team/me", "Accept", "text/html");

        assertThat(response.headers().firstValue("Content-Security-Policy"))
                .hasValue("default-src 'none'; frame-ancestors 'none'; sandbox");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void holdsBrowsersToAStrictPolicy() {
        for (String path : new String[] {"/", "/auth/session", "/assets/app-1a2b.js"}) {
            HttpResponse<String> response = house.browser().get(path, "Accept", "text/html");
            assertThat(response.headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValue("default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                            + "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self' "
                            + house.provider.issuer() + "; frame-ancestors 'none'; base-uri 'none'");
            assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
            assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("same-origin");
            assertThat(response.headers().firstValue("Cross-Origin-Opener-Policy"))
                    .hasValue("same-origin");
            assertThat(response.headers().firstValue("Permissions-Policy")).isPresent();
            assertThat(response.headers().firstValue("Strict-Transport-Security"))
                    .isPresent();
        }
    }

    @Test
    void tellsItsHealthWithoutDetails() {
        for (String path :
                new String[] {"/actuator/health", "/actuator/health/liveness", "/actuator/health/readiness"}) {
            HttpResponse<String> health = house.browser().get(path);
            assertThat(health.statusCode()).as(path).isEqualTo(200);
            assertThat(health.body()).contains("\"status\":\"UP\"").doesNotContain("sessionStore", "details");
        }
        assertThat(house.browser().get("/actuator/env").statusCode()).isEqualTo(404);
    }
}
