package io.guildhall.standalone.identity;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** Plays a browser at the embedded provider: the authorization code flow of the public client {@code guildhall-cli}. */
public final class SignIn {

    private static final String CALLBACK = "http://127.0.0.1/callback";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final JsonMapper JSON = new JsonMapper();

    private final URI provider;

    /** @param provider at which address the provider is reached */
    public SignIn(URI provider) {
        this.provider = provider;
    }

    /**
     * An access token of the person, valid for an hour.
     *
     * @param userName a persona's subject or any other name that the provider accepts
     * @throws IOException when the provider cannot be reached or does not give a token
     */
    public String as(String userName) throws IOException, InterruptedException {
        HttpClient browser = HttpClient.newBuilder()
                .cookieHandler(new CookieManager())
                .connectTimeout(PATIENCE)
                .build();
        String verifier = random();
        URI authorize = provider.resolve("/oauth2/authorize?"
                + form(Map.of(
                        "response_type",
                        "code",
                        "client_id",
                        Clients.CLI,
                        "scope",
                        "openid profile",
                        "redirect_uri",
                        CALLBACK,
                        "state",
                        random(),
                        "code_challenge",
                        challenge(verifier),
                        "code_challenge_method",
                        "S256")));
        expect(302, browser.send(get(authorize), BodyHandlers.ofString()));
        HttpResponse<String> page = browser.send(get(provider.resolve(LoginPage.PATH)), BodyHandlers.ofString());
        Map<String, String> answer =
                Map.of("username", userName, "password", ProviderSecurity.PASSWORD, "_csrf", csrf(page.body()));
        URI saved = location(expect(
                302, browser.send(post(provider.resolve(LoginPage.PATH), answer), BodyHandlers.ofString())));
        URI callback = location(expect(302, browser.send(get(saved), BodyHandlers.ofString())));
        return token(browser, query(callback).getOrDefault("code", ""), verifier);
    }

    private String token(HttpClient client, String code, String verifier) throws IOException, InterruptedException {
        Map<String, String> exchange = Map.of(
                "grant_type", "authorization_code",
                "client_id", Clients.CLI,
                "code", code,
                "redirect_uri", CALLBACK,
                "code_verifier", verifier);
        HttpResponse<String> reply =
                expect(200, client.send(post(provider.resolve("/oauth2/token"), exchange), BodyHandlers.ofString()));
        return JSON.readTree(reply.body()).get("access_token").asString();
    }

    private static HttpRequest get(URI uri) {
        return HttpRequest.newBuilder(uri)
                .header("Accept", "text/html")
                .timeout(PATIENCE)
                .build();
    }

    private static HttpRequest post(URI uri, Map<String, String> values) {
        return HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .timeout(PATIENCE)
                .POST(HttpRequest.BodyPublishers.ofString(form(values)))
                .build();
    }

    private static <T> HttpResponse<T> expect(int status, HttpResponse<T> reply) throws IOException {
        if (reply.statusCode() != status) {
            throw new IOException("The identity provider answered " + reply.statusCode() + " to "
                    + reply.request().method() + " " + reply.uri());
        }
        return reply;
    }

    private URI location(HttpResponse<?> reply) throws IOException {
        String location = reply.headers()
                .firstValue("Location")
                .orElseThrow(() -> new IOException("A redirect without a location from " + reply.uri()));
        return provider.resolve(location);
    }

    private static String csrf(String page) throws IOException {
        Matcher matcher = CSRF.matcher(page);
        if (!matcher.find()) {
            throw new IOException("The login page has no form");
        }
        return matcher.group(1);
    }

    private static Map<String, String> query(URI uri) {
        Map<String, String> values = new LinkedHashMap<>();
        Arrays.stream(uri.getRawQuery().split("&", -1)).forEach(pair -> {
            String[] parts = pair.split("=", 2);
            values.put(parts[0], URLDecoder.decode(parts[parts.length - 1], StandardCharsets.UTF_8));
        });
        return values;
    }

    private static String form(Map<String, String> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static String random() {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
