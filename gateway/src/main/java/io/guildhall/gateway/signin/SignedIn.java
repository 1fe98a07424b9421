package io.guildhall.gateway.signin;

import io.guildhall.gateway.session.Session;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;

/** The person of a session. What they may do is the services' business. */
final class SignedIn extends AbstractAuthenticationToken {

    private final transient Session session;

    SignedIn(Session session) {
        super(AuthorityUtils.NO_AUTHORITIES);
        this.session = session;
        setAuthenticated(true);
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return session.subject();
    }

    @Override
    public String getName() {
        return session.subject();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn signedIn && signedIn.session.key().equals(session.key());
    }

    @Override
    public int hashCode() {
        return session.key().hashCode();
    }
}
