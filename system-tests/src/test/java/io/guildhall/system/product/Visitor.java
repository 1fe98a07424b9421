package io.guildhall.system.product;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at a browser: keeps cookies for each origin, also secure ones on localhost as browsers do, and signs in. */
final class Visitor {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final Map<String, Map<String, String>> jars = new HashMap<>();
    private final Product product;

    Visitor(Product product) {
        this.product = product;
    }

    /** Signs in as a persona, through the portal's and the provider's own pages. */
    void signIn(String persona) throws IOException, InterruptedException {
        HttpResponse<String> page = follow(
                request(product.portal().resolve("/auth/login?returnTo=/")).GET());
        Matcher token = FORM_TOKEN.matcher(page.body());
        if (!token.find()) {
            throw new AssertionError("No sign-in page at " + page.uri() + ": " + page.statusCode() + " " + page.body());
        }
        String form = "username=" + persona + "&password=guildhall&_csrf="
                + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8);
        follow(request(product.provider().resolve("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(product.portal().resolve(path)).GET());
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return post(path, json, Map.of());
    }

    HttpResponse<String> post(String path, String json, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = post(path, "application/json", HttpRequest.BodyPublishers.ofString(json));
        headers.forEach(request::header);
        return send(request);
    }

    HttpResponse<String> put(String path, String json, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString(json);
        HttpRequest.Builder request = post(path, "application/json", body).PUT(body);
        headers.forEach(request::header);
        return send(request);
    }

    HttpResponse<String> upload(String path, String type, Path file) throws IOException, InterruptedException {
        return send(post(path, type, HttpRequest.BodyPublishers.ofFile(file)));
    }

    /** A request of this session, to be sent by any client as often as wanted. */
    HttpRequest ask(String path) {
        return request(product.portal().resolve(path)).GET().build();
    }

    HttpRequest command(String path, String json) {
        return post(path, "application/json", HttpRequest.BodyPublishers.ofString(json))
                .build();
    }

    private HttpRequest.Builder post(String path, String type, HttpRequest.BodyPublisher body) {
        return request(product.portal().resolve(path))
                .header("Content-Type", type)
                .header("X-CSRF-TOKEN", jar(product.portal()).getOrDefault("__Host-XSRF-TOKEN", "none"))
                .POST(body);
    }

    static JsonNode body(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    private HttpResponse<String> follow(HttpRequest.Builder first) throws IOException, InterruptedException {
        HttpResponse<String> response = send(first);
        for (int hop = 0; hop < 10 && response.statusCode() / 100 == 3; hop++) {
            URI next = response.uri()
                    .resolve(response.headers().firstValue("Location").orElseThrow());
            response = send(request(next).GET());
        }
        return response;
    }

    private HttpRequest.Builder request(URI uri) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .header("Accept", uri.getPath().startsWith("/api/") ? "application/json" : "text/html");
        if (!jar(uri).isEmpty()) {
            request.header("Cookie", cookies(uri));
        }
        return request;
    }

    /** What this visitor's browser would send there as Cookie. */
    String cookies(URI uri) {
        return jar(uri).entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        for (String cookie : response.headers().allValues("Set-Cookie")) {
            String pair = cookie.replaceFirst(";.*", "");
            String name = pair.replaceFirst("=.*", "");
            if (cookie.toLowerCase(java.util.Locale.ROOT).contains("max-age=0")) {
                jar(response.uri()).remove(name);
            } else {
                jar(response.uri()).put(name, pair.substring(name.length() + 1));
            }
        }
        return response;
    }

    private Map<String, String> jar(URI uri) {
        return jars.computeIfAbsent(uri.getAuthority(), authority -> new TreeMap<>());
    }
}
