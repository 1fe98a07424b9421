package io.guildhall.gateway.signin;

import io.guildhall.gateway.session.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * Who makes a request, once that is proven: a person by their session, or an API client by its token. Exactly one of the
 * two is there.
 *
 * @param key tells callers apart where requests are counted
 */
public record Caller(
        String key, @Nullable Session session, @Nullable String token) {

    private static final String ATTRIBUTE = Caller.class.getName();

    static Caller of(Session session) {
        return new Caller(session.key(), session, null);
    }

    static Caller of(String subject, String token) {
        return new Caller("token " + subject, null, token);
    }

    void attach(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, this);
    }

    /** The proven caller, or null. */
    public static @Nullable Caller of(ServerWebExchange exchange) {
        return exchange.getAttribute(ATTRIBUTE);
    }
}
