package io.guildhall.standalone.sample;

import io.guildhall.standalone.identity.Persona;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Talks to the product as its people do: each with their own token, through the gateway. */
final class Errands {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** What an event, a better moment or a fresh look can mend. */
    private static final Set<Integer> PASSING = Set.of(403, 404, 412, 422, 429, 502, 503, 504);

    private final Product product;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    Errands(Product product) {
        this.product = product;
    }

    /** @return what was answered: the thing as it is now */
    JsonNode carryOut(Step step, String path, @Nullable String body, @Nullable String seen)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path, step.by()).header("Idempotency-Key", "sample " + step.name());
        if (seen != null) {
            request.header(
                    "If-Match",
                    send(request(seen, step.by()).GET())
                            .headers()
                            .firstValue("ETag")
                            .orElse("*"));
        }
        if (body == null) {
            request.method(step.method(), BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json").method(step.method(), BodyPublishers.ofString(body));
        }
        return JSON.readTree(send(request).body());
    }

    JsonNode read(String path) throws IOException, InterruptedException {
        return JSON.readTree(send(request(path, Persona.ADMIN.subject()).GET()).body());
    }

    /** Signs somebody in, once. */
    String token(String user) throws IOException, InterruptedException {
        String known = tokens.get(user);
        if (known == null) {
            known = product.signIn().as(user);
            tokens.put(user, known);
        }
        return known;
    }

    private HttpRequest.Builder request(String path, String user) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(product.portal().resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Authorization", "Bearer " + token(user));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> reply = http.send(request.build(), BodyHandlers.ofString());
        if (reply.statusCode() / 100 == 2) {
            return reply;
        }
        String refusal = reply.request().method() + " " + reply.uri().getPath() + " was answered with "
                + reply.statusCode() + ": " + reply.body();
        throw PASSING.contains(reply.statusCode()) ? new NotYet(refusal) : new IOException(refusal);
    }
}
