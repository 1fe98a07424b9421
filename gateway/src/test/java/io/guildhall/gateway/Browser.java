package io.guildhall.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps cookies and follows redirects by hand, so that a test can look at each step. */
final class Browser {

    static final String SESSION = "__Host-guildhall";
    static final String CSRF = "__Host-XSRF-TOKEN";

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** What a response said about its cookies. */
    final List<String> setCookies = new ArrayList<>();

    /** Everything that scripts and people could read: bodies, and headers of the gateway's own answers. */
    final StringBuilder received = new StringBuilder();

    private final String gateway;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    Browser(String gateway) {
        this.gateway = gateway;
    }

    HttpResponse<String> get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    /** An unsafe request as the portal makes it, with its token. */
    HttpResponse<String> post(String path, String body) {
        return send("POST", path, BodyPublishers.ofString(body), "X-CSRF-TOKEN", cookie(CSRF));
    }

    HttpResponse<String> send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(gateway + path)).method(method, body);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(c -> c.getKey() + "=" + c.getValue())
                            .collect(Collectors.joining("; ")));
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> response = exchange(request.build());
        response.headers().allValues("Set-Cookie").forEach(this::keep);
        received.append(response.headers().map()).append(response.body());
        return response;
    }

    /** Signs in and answers with the page that was returned to. */
    String signIn(String person, String returnTo) {
        return finish(person, begin(returnTo));
    }

    /** Asks for a sign-in; answers with the provider's address for it. */
    URI begin(String returnTo) {
        HttpResponse<String> login = get("/auth/login?returnTo=" + returnTo);
        if (login.statusCode() != 302) {
            throw new AssertionError("No sign-in: " + login.statusCode() + " " + login.body());
        }
        return location(login);
    }

    /** Signs in at the provider; answers with the way back to the gateway. */
    URI authorize(String person, URI provider) {
        HttpResponse<String> response = exchange(HttpRequest.newBuilder(provider)
                .header(Provider.PERSON, person)
                .header("Accept", "text/html")
                .build());
        if (response.statusCode() != 302) {
            throw new AssertionError("Not authorized: " + response.statusCode() + " " + response.body());
        }
        return location(response);
    }

    String finish(String person, URI provider) {
        URI back = authorize(person, provider);
        HttpResponse<String> response = get(back.getRawPath() + "?" + back.getRawQuery());
        if (response.statusCode() != 302) {
            throw new AssertionError("Not signed in: " + response.statusCode() + " " + response.body());
        }
        return location(response).toString();
    }

    static URI location(HttpResponse<?> response) {
        return URI.create(response.headers().firstValue("Location").orElseThrow());
    }

    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    void put(String name, String value) {
        cookies.put(name, value);
    }

    void forget(String name) {
        cookies.remove(name);
    }

    @Nullable
    String setCookie(String name) {
        return setCookies.stream()
                .filter(c -> c.startsWith(name + "="))
                .reduce((a, b) -> b)
                .orElse(null);
    }

    private void keep(String line) {
        setCookies.add(line);
        int equals = line.indexOf('=');
        int end = line.indexOf(';');
        String name = line.substring(0, equals);
        if (line.contains("Max-Age=0")) {
            cookies.remove(name);
        } else {
            cookies.put(name, line.substring(equals + 1, end < 0 ? line.length() : end));
        }
    }

    private static HttpResponse<String> exchange(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(request + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }
}
