package io.guildhall.team;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.testing.RealParts;
import io.guildhall.platform.testing.RunningService;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests that no client library would send, to a service itself. */
class UnreadableRequestsIT {

    private static RunningService service;

    @BeforeAll
    static void start() {
        service = RunningService.start(TeamService.class, "team-service", RealParts.installation());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /api/team/impediments?q=%zz HTTP/1.1      |                            | 400",
                "GET /api/team/impediments?q=% HTTP/1.1        |                            | 400",
                "GET /api/team/impediments?q=%ff HTTP/1.1      |                            | 400",
                "GET /api/team/impediments/%ff HTTP/1.1        |                            | 400",
                "GET /api/team/impediments/%00 HTTP/1.1        |                            | 400",
                "GET /api/team/impediments/..%2F HTTP/1.1      |                            | 400",
                "GET /api/team/impediments/[a]{b} HTTP/1.1     |                            | 400",
                "GET /api/team/impediments;a=b HTTP/1.1        |                            | 400",
                "TRACE /api/team/impediments HTTP/1.1          |                            | 400",
                "GET /api/team/impediments HTTP/9.1            |                            | 505",
                "GET /api/team/impediments HTTP/1.1            | Host: another              | 400",
                "POST /api/team/impediments HTTP/1.1           | Content-Length: many       | 400",
                "POST /api/team/impediments HTTP/1.1           | Expect: wonders            | 417",
            })
    void areAnsweredWithAProblemThatTellsNothingOfTheInside(String line, String header, int status) throws IOException {
        String answer = raw(line + "\r\n" + (header == null ? "" : header + "\r\n"));
        assertThat(answer)
                .startsWith("HTTP/1.1 " + status + " ")
                .containsIgnoringCase("Content-Type: application/problem+json")
                .contains("\"status\":" + status)
                .doesNotContain("<html", "localhost:", "Exception", "jetty");
    }

    private static String raw(String head) throws IOException {
        int port = Integer.parseInt(service.context().getEnvironment().getProperty("local.server.port", ""));
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((head + "Host: localhost\r\nAuthorization: Bearer "
                                    + RealParts.get().token("sam") + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
