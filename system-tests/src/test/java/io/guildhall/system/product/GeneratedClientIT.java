package io.guildhall.system.product;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.platform.aggregate.StateMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A tool that was written against clients which a generator made of contracts/openapi works with the product: it is
 * compiled and run with what these clients need, by somebody who has a token. See {@code src/test/stranger}.
 */
class GeneratedClientIT {

    private static final Path STRANGER = Path.of("src/test/stranger");
    private static final Path GENERATED = Path.of("target/stranger");

    @Test
    void aGeneratedClientCompilesAndWorks(@TempDir Path data) throws Exception {
        run(
                "-jar",
                "target/tools/openapi-generator-cli.jar",
                "batch",
                "--fail-fast",
                "--root-dir",
                ".",
                STRANGER + "/team.yml",
                STRANGER + "/roadmap.yml",
                STRANGER + "/feed.yml");
        compile();
        try (Product product = Product.start(data)) {
            Visitor admin = new Visitor(product);
            admin.signIn("admin");
            create(admin, "/api/team/units", "{\"kind\":\"PRODUCT\",\"name\":\"Harbour\"}");
            create(admin, "/api/team/units", "{\"kind\":\"TEAM\",\"name\":\"Pilots\",\"parent\":\"product\"}");
            String script = create(admin, "/api/team/people", "{\"name\":\"Reporting script\"}");
            link(admin, script, product);

            String said = run(
                    "-cp",
                    GENERATED.resolve("classes") + File.pathSeparator + needed(),
                    "Stranger",
                    product.portal().toString(),
                    token(product, data));

            assertThat(said.lines())
                    .contains("unit TEAM Pilots", "impediments 0", "outcomes 0", "webhooks 1", "refused 404")
                    .contains("webhook https://example.com/guildhall ACTIVE", "paused PAUSED")
                    .anyMatch(line -> line.startsWith("event guildhall.team.unit-founded.v1 "));
        }
    }

    private static void compile() throws IOException {
        List<String> arguments = new ArrayList<>(List.of(
                "-proc:none",
                "-nowarn",
                "-cp",
                needed(),
                "-d",
                GENERATED.resolve("classes").toString()));
        try (Stream<Path> generated = Files.walk(GENERATED);
                Stream<Path> written = Files.list(STRANGER)) {
            Stream.concat(generated, written)
                    .map(Path::toString)
                    .filter(file -> file.endsWith(".java"))
                    .forEach(arguments::add);
        }
        assertThat(ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)))
                .as("the generated clients compile")
                .isZero();
    }

    /** What a generated client is compiled and run with. */
    private static String needed() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                .filter(jar -> Path.of(jar)
                        .getFileName()
                        .toString()
                        .matches("(jackson-(core|databind|datatype-jsr310)-2.*|jackson-annotations.*"
                                + "|jakarta.annotation-api.*)\\.jar"))
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return said;
    }

    private static String create(Visitor visitor, String path, String json) throws Exception {
        HttpResponse<String> created = visitor.post(path, json);
        assertThat(created.statusCode()).as(created.body()).isEqualTo(201);
        return Visitor.body(created).get("id").stringValue();
    }

    private static void link(Visitor admin, String person, Product product) throws Exception {
        HttpResponse<String> linked = admin.post(
                "/api/team/people/" + person + "/links",
                "{\"issuer\":\"" + product.provider() + "\",\"subject\":\"guildhall-script\"}");
        assertThat(linked.statusCode()).as(linked.body()).isEqualTo(200);
    }

    private static String token(Product product, Path data) throws IOException, InterruptedException {
        String secret = StateMapper.json()
                .readTree(Files.readString(data.resolve("identity/identity.json")))
                .get("scriptSecret")
                .stringValue();
        String client =
                Base64.getEncoder().encodeToString(("guildhall-script:" + secret).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(product.provider() + "/oauth2/token"))
                .header("Authorization", "Basic " + client)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials"))
                .build();
        String answer = HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
        return StateMapper.json().readTree(answer).get("access_token").stringValue();
    }
}
