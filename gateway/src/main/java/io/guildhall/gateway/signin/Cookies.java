package io.guildhall.gateway.signin;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.util.MultiValueMap;

/**
 * The gateway's cookies. All carry the prefix {@code __Host-}, so that no other host, subdomain or plain-text page can
 * set them, and are Lax, because a sign-in returns from another site.
 */
final class Cookies {

    /** Holds the secret of a session. */
    static final String SESSION = "__Host-guildhall";

    /** Readable by the portal, which repeats it in a header. */
    static final String CSRF = "__Host-XSRF-TOKEN";

    /** One for each sign-in under way, so that two tabs may sign in at once. */
    static final String LOGIN = "__Host-guildhall-login-";

    /** Binds a sign-out that is under way to the browser that asked for it. */
    static final String LOGOUT = "__Host-guildhall-logout";

    private Cookies() {}

    /** The one value of a cookie, or null when there is none or more than one. */
    static @Nullable String value(ServerHttpRequest request, String name) {
        MultiValueMap<String, HttpCookie> cookies = request.getCookies();
        List<HttpCookie> found = cookies.get(name);
        if (found == null || found.size() != 1) {
            return null;
        }
        String value = found.get(0).getValue();
        return value.isEmpty() ? null : value;
    }

    static boolean present(ServerHttpRequest request, String name) {
        return request.getCookies().containsKey(name);
    }

    /** Lasts until the browser is closed. */
    static ResponseCookie session(String secret) {
        return hidden(SESSION, secret).build();
    }

    static ResponseCookie csrf(String token) {
        return base(CSRF, token).build();
    }

    static ResponseCookie shortLived(String name, String value, Duration life) {
        return hidden(name, value).maxAge(life).build();
    }

    static ResponseCookie gone(String name) {
        return hidden(name, "").maxAge(0).build();
    }

    private static ResponseCookie.ResponseCookieBuilder hidden(String name, String value) {
        return base(name, value).httpOnly(true);
    }

    private static ResponseCookie.ResponseCookieBuilder base(String name, String value) {
        return ResponseCookie.from(name, value).path("/").secure(true).sameSite("Lax");
    }
}
