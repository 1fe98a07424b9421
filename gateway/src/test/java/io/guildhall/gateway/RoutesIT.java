package io.guildhall.gateway;

import static io.guildhall.gateway.CredentialsIT.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.gateway.session.Sessions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RoutesIT {

    private final House house = House.start(
            Duration.ofMinutes(5),
            Map.of(
                    "spring.cloud.gateway.server.webflux.httpclient.response-timeout", "2s",
                    "guildhall.session.stream-check", "500ms",
                    "guildhall.limits.body-time", "6s"));

    @AfterAll
    void close() {
        house.close();
    }

    @Test
    void passesAnAnswerOnWithoutWhatAServiceHasNoSayIn() {
        HttpResponse<String> response = signedIn().get("/api/team/me");
        assertThat(response.body()).isEqualTo("{\"ok\":true}");
        assertThat(response.headers().firstValue("ETag")).hasValue("\"7\"");
        assertThat(response.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(response.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(response.headers().allValues("Content-Security-Policy")).hasSize(1);
        assertThat(response.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'");
    }

    @Test
    void dropsForwardingAndHopByHopHeadersOfClients() throws IOException {
        Browser browser = signedIn();
        raw("GET /api/team/me HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie(browser)
                + "\r\nX-Forwarded-For: 1.2.3.4\r\nX-Forwarded-Host: evil.example\r\nForwarded: for=1.2.3.4\r\n"
                + "X-Real-IP: 1.2.3.4\r\nKeep-Alive: 5\r\nTE: trailers\r\nX-Secret: 1\r\n"
                + "Connection: close, X-Secret\r\n\r\n");
        Service.Seen seen = house.team.last();
        for (String name : new String[] {
            "X-Forwarded-For", "X-Forwarded-Host", "Forwarded", "X-Real-IP", "Keep-Alive", "TE", "X-Secret"
        }) {
            assertThat(seen.header(name)).as(name).isNull();
        }
    }

    @Test
    void passesAFeedOnWithoutASessionAndWithoutAnyCredential() {
        HttpResponse<String> response = signedIn()
                .get(
                        "/feeds/gh_x.atom",
                        "Authorization",
                        "Bearer mine",
                        "Accept",
                        "text/html",
                        "If-None-Match",
                        "\"7\"");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        Service.Seen seen = house.feed.last();
        assertThat(seen.path()).isEqualTo("/feeds/gh_x.atom");
        assertThat(seen.header("Cookie")).isNull();
        assertThat(seen.header("Authorization")).isNull();
        assertThat(seen.header("If-None-Match")).isEqualTo("\"7\"");
        assertThat(response.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(response.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(house.browser().get("/feeds/gh_x", "Accept", "text/html").body())
                .isEqualTo("{\"ok\":true}");
    }

    @Test
    void passesOnWhatAMailProgramPostsWithASessionOrWithout() {
        for (Browser program : List.of(house.browser(), signedIn())) {
            HttpResponse<String> response = program.send(
                    "POST",
                    "/feeds/unsubscribe/x",
                    BodyPublishers.ofString("List-Unsubscribe=One-Click"),
                    "Content-Type",
                    "application/x-www-form-urlencoded");
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            assertThat(house.feed.last().method()).isEqualTo("POST");
            assertThat(house.feed.last().header("Cookie")).isNull();
        }
    }

    @Test
    void saysThatAnApiPathIsUnknown() {
        assertProblem(signedIn().get("/api/nothing/here"), 404, "not-found");
        assertProblem(signedIn().get("/api/team"), 404, "not-found");
    }

    @Test
    void saysThatAServiceIsDown() {
        HttpResponse<String> response = signedIn().get("/api/roadmap/outcomes");
        assertProblem(response, 503, "service-unavailable");
        assertThat(response.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void saysThatAServiceTookTooLong() {
        assertProblem(signedIn().get("/api/team/slow"), 504, "service-timeout");
    }

    @Test
    void refusesAPathThatTriesToHideSomething() {
        HttpResponse<String> response = signedIn().get("/api/team/..%2Fsecret");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @Test
    void refusesABodyThatAnnouncesTooMuch() {
        HttpResponse<String> response = signedIn().post("/api/team/x", "x".repeat((1 << 20) + 1));
        assertProblem(response, 413, "request-too-large");
    }

    @Test
    void takesABodyUpToTheLimit() {
        assertThat(signedIn().post("/api/team/x", "x".repeat(1 << 20)).statusCode())
                .isEqualTo(200);
        assertThat(house.team.last().bodyLength()).isEqualTo(1 << 20);
    }

    @Test
    void refusesABodyThatGrowsTooLongWithoutAnAnnouncement() {
        Browser browser = signedIn();
        HttpResponse<String> response = browser.send(
                "POST",
                "/api/team/x",
                BodyPublishers.ofInputStream(() -> new Zeros((1 << 20) + 100_000)),
                "X-CSRF-TOKEN",
                browser.cookie(Browser.CSRF));
        assertProblem(response, 413, "request-too-large");
    }

    @Test
    void streamsAnImportOfSixtyMebibytesAndNoMore() {
        Browser browser = signedIn();
        int limit = 60 << 20;
        HttpResponse<String> response = browser.send(
                "POST",
                "/api/team/imports?kind=catalog",
                BodyPublishers.ofInputStream(() -> new Zeros(limit)),
                "X-CSRF-TOKEN",
                browser.cookie(Browser.CSRF));
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        assertThat(house.team.last().bodyLength()).isEqualTo(limit);
    }

    @Test
    void streamsAFileThatBelongsToSomething() {
        Browser browser = signedIn();
        for (String path : List.of("/api/team/things/7/files?name=a", "/api/team/things/7/imports")) {
            HttpResponse<String> response = browser.send(
                    "POST",
                    path,
                    BodyPublishers.ofInputStream(() -> new Zeros(10 << 20)),
                    "X-CSRF-TOKEN",
                    browser.cookie(Browser.CSRF));
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        }
    }

    @Test
    void handsAnImportOnWhileItIsStillBeingSent() throws IOException {
        Browser browser = signedIn();
        try (Socket socket = new Socket("localhost", house.port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/team/imports HTTP/1.1\r\nHost: localhost\r\nContent-Length: 2000000\r\nCookie: "
                            + cookie(browser) + "\r\nX-CSRF-TOKEN: " + browser.cookie(Browser.CSRF) + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(new byte[1_500_000]);
            out.flush();
            Awaitility.await().until(() -> house.team.uploaded.get() >= 1_000_000);
        }
    }

    @Test
    void aBodyThatComesSlowlyKeepsNoServiceBusy() throws IOException {
        int before = house.team.seen().size();
        house.team.uploaded.set(0);
        try (Socket socket = begun(signedIn(), "/api/team/x", 4_000)) {
            awaitTheTimeout();
            assertThat(house.team.uploaded.get()).isZero();
            socket.getOutputStream().write(new byte[2_000]);
            awaitAnswers(socket, 1);
        }
        assertThat(house.team.seen()).hasSize(before + 1);
        assertThat(house.team.last().bodyLength()).isEqualTo(4_000);
    }

    @Test
    void aBodyThatDoesNotComeInTimeIsRefused() throws IOException {
        try (Socket socket = begun(signedIn(), "/api/team/x", 4_000)) {
            socket.setSoTimeout(20_000);
            StringBuilder answer = new StringBuilder();
            while (answer.indexOf("/problems/request-too-slow") < 0) {
                int read = socket.getInputStream().read();
                assertThat(read).as("the end of " + answer).isNotNegative();
                answer.append((char) read);
            }
            assertThat(answer).startsWith("HTTP/1.1 408 ");
        }
    }

    @Test
    void whoSendsTwoFilesSendsNoThirdMeanwhile() throws IOException {
        Browser browser = signedIn();
        try (Socket first = begun(browser, "/api/team/imports", 4_000);
                Socket second = begun(browser, "/api/team/imports", 4_000)) {
            Awaitility.await()
                    .untilAsserted(
                            () -> assertProblem(browser.post("/api/team/imports", "a file"), 429, "too-many-requests"));
            for (Socket socket : List.of(first, second)) {
                socket.getOutputStream().write(new byte[2_000]);
                awaitAnswers(socket, 1);
            }
        }
        Awaitility.await()
                .untilAsserted(() -> assertThat(
                                browser.post("/api/team/imports", "a file").statusCode())
                        .isEqualTo(200));
    }

    @Test
    void nobodySendsMuchToAFeed() {
        HttpResponse<String> response =
                house.browser().send("PUT", "/feeds/gh_x", BodyPublishers.ofString("x".repeat(5_000)));
        assertProblem(response, 413, "request-too-large");
    }

    /** A request of which half the body has been sent. */
    private Socket begun(Browser browser, String path, int length) throws IOException {
        Socket socket = new Socket("localhost", house.port);
        socket.setSoTimeout(10_000);
        String head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Length: " + length + "\r\nCookie: "
                + cookie(browser) + "\r\nX-CSRF-TOKEN: " + browser.cookie(Browser.CSRF) + "\r\n\r\n";
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().write(new byte[length / 2]);
        return socket;
    }

    @Test
    void passesEventsOnAsTheyComeAndPastTheTimeout() throws Exception {
        Browser browser = signedIn();
        try (Lines live = live(browser, "/api/feed/live")) {
            assertThat(live.next()).isEqualTo("data: first");
            awaitTheTimeout();
            house.feed.goesOn.release();
            assertThat(live.next()).isEqualTo("data: second");

            house.bean(Sessions.class)
                    .endAll(house.provider.issuer(), "anna", null)
                    .block();
            assertThat(live.next()).as("after the session has ended").isNull();
        }
    }

    @Test
    void passesTheEventLogOnFromWhereItsReaderWas() throws Exception {
        try (Lines live = live(signedIn(), "/api/feed/events/live?unit=payments", "Last-Event-ID", "40")) {
            assertThat(live.next()).isEqualTo("data: first");
            assertThat(house.feed.last().path()).isEqualTo("/api/feed/events/live");
            assertThat(house.feed.last().header("Last-Event-ID")).isEqualTo("40");
            awaitTheTimeout();
            house.feed.goesOn.release();
            assertThat(live.next()).as("while the stream goes on").isEqualTo(": heartbeat");
            assertThat(live.next()).isEqualTo("id: 41");
        }
    }

    /** The time after which any other answer would be given up. */
    private static void awaitTheTimeout() {
        long start = System.nanoTime();
        Awaitility.await().pollDelay(Duration.ofMillis(2_500)).until(() -> System.nanoTime() - start > 2_400_000_000L);
    }

    /** Browsers and clients send the next request on a kept connection before the server is quite done with the last one. */
    @Test
    void readsOnAfterRequestsThatCameTogether() throws IOException {
        // The first has to look into the store; the second is answered at once, while the first is ending.
        String quick = "GET /auth/session HTTP/1.1\r\nHost: localhost\r\n\r\n";
        String slow = "GET /auth/session HTTP/1.1\r\nHost: localhost\r\nCookie: " + cookie(signedIn()) + "\r\n\r\n";
        for (int i = 0; i < 20; i++) {
            try (Socket socket = new Socket("localhost", house.port)) {
                socket.setSoTimeout(10_000);
                socket.getOutputStream().write((slow + quick).getBytes(StandardCharsets.US_ASCII));
                awaitAnswers(socket, 2);
                socket.getOutputStream().write(quick.getBytes(StandardCharsets.US_ASCII));
                awaitAnswers(socket, 1);
            }
        }
    }

    private static void awaitAnswers(Socket socket, int count) throws IOException {
        StringBuilder received = new StringBuilder();
        byte[] buffer = new byte[8192];
        while (received.toString().split("HTTP/1.1 200", -1).length - 1 < count) {
            int read = socket.getInputStream().read(buffer);
            assertThat(read).as("the connection was closed").isPositive();
            received.append(new String(buffer, 0, read, StandardCharsets.US_ASCII));
        }
    }

    private Lines live(Browser browser, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(house.url() + path))
                .header("Cookie", cookie(browser))
                .header("Accept", "text/event-stream");
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofInputStream());
        assertThat(response.statusCode()).isEqualTo(200);
        return new Lines(new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
    }

    private record Lines(BufferedReader reader) implements AutoCloseable {

        @org.jspecify.annotations.Nullable
        String next() throws IOException {
            String line = reader.readLine();
            while (line != null && line.isEmpty()) {
                line = reader.readLine();
            }
            return line;
        }

        @Override
        public void close() throws IOException {
            reader.close();
        }
    }

    private void raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", house.port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer).startsWith("HTTP/1.1 200");
        }
    }

    private static String cookie(Browser browser) {
        return Browser.SESSION + "=" + browser.cookie(Browser.SESSION);
    }

    private Browser signedIn() {
        Browser browser = house.browser();
        browser.signIn("anna", "/");
        return browser;
    }

    /** So many zeros, made as they are read. */
    private static final class Zeros extends InputStream {

        private long left;

        Zeros(long count) {
            this.left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? '0' : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) {
            if (left <= 0) {
                return -1;
            }
            int n = (int) Math.min(left, length);
            java.util.Arrays.fill(into, offset, offset + n, (byte) '0');
            left -= n;
            return n;
        }
    }
}
