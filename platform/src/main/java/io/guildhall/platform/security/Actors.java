package io.guildhall.platform.security;

import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.aggregate.Actor;
import java.util.Set;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;

/** Finds the person behind the token of the present request by its (issuer, subject) link. */
public final class Actors {

    private final Scopes scopes;
    private final Set<String> administrators;

    /** @param administrators subjects, or {@code issuer|subject}, that the configuration names as administrators */
    public Actors(Scopes scopes, Set<String> administrators) {
        this.scopes = scopes;
        this.administrators = Set.copyOf(administrators);
    }

    public Actor current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof Jwt jwt)) {
            throw new IllegalStateException("No token: this request should have been refused before");
        }
        return of(String.valueOf(jwt.getIssuer()), String.valueOf(jwt.getSubject()));
    }

    /** Who a sign-in is at this moment; one that lasts asks again, because links and people change. */
    public Actor of(String issuer, String subject) {
        boolean administrator = administrators.contains(subject) || administrators.contains(issuer + "|" + subject);
        return new Actor(scopes.linked(issuer, subject).orElse(null), issuer, subject, administrator);
    }
}
