package io.guildhall.platform.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A service that runs on {@link RealParts}, as its clients and its neighbours see it. */
public final class RunningService implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;
    private final String installation;

    private RunningService(ConfigurableApplicationContext context, String installation) {
        this.context = context;
        this.installation = installation;
    }

    /** @param name of the service and of its configuration */
    public static RunningService start(Class<?> application, String name, String installation) {
        return start(application, name, installation, Map.of());
    }

    /** @param settings besides those that the parts need */
    public static RunningService start(
            Class<?> application, String name, String installation, Map<String, String> settings) {
        Stream<String> arguments = Stream.concat(
                Stream.of(RealParts.get().arguments(name, installation)),
                settings.entrySet().stream().map(setting -> "--" + setting.getKey() + "=" + setting.getValue()));
        return new RunningService(
                new SpringApplicationBuilder(application).run(arguments.toArray(String[]::new)), installation);
    }

    public ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        context.close();
    }

    public static Map<String, String> ifMatch(HttpResponse<String> seen) {
        return Map.of("If-Match", seen.headers().firstValue("ETag").orElseThrow());
    }

    /** @param who the subject of the token */
    public HttpResponse<String> get(String who, String path) {
        return send("GET", RealParts.get().token(who), path, "", Map.of());
    }

    public HttpResponse<String> post(String who, String path, String body, Map<String, String> headers) {
        return send("POST", RealParts.get().token(who), path, body, headers);
    }

    /** Any request with any token. */
    public HttpResponse<String> send(
            String method, String token, String path, String body, Map<String, String> headers) {
        String port = context.getEnvironment().getProperty("local.server.port");
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public static JsonNode body(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    /** Publishes a state as another service would, under sequence 1. */
    public void publish(String topic, String id, String state) {
        publish(topic, id, 1, state);
    }

    /** Publishes a state as another service would; the newest sequence of an id wins. */
    public void publish(String topic, String id, long sequence, String state) {
        RealParts.get().publish(installation + "." + topic, id, sequence, state);
    }

    /** The same with what has brought it about. */
    public void publish(String topic, String id, long sequence, RealParts.Deed deed, String state) {
        RealParts.get().publish(installation + "." + topic, id, sequence, deed, state);
    }

    /** What a topic holds of one aggregate, in order. */
    public List<ConsumerRecord<String, byte[]>> log(String topic, String id) {
        return RealParts.get().log(installation + "." + topic).stream()
                .filter(event -> id.equals(event.key()))
                .toList();
    }

    public static String type(ConsumerRecord<String, byte[]> event) {
        return new String(event.headers().lastHeader("ce_type").value(), StandardCharsets.UTF_8);
    }
}
