package io.guildhall.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What a service answers without a token, because whoever knows the address may read what is there. It is no view of
 * something that can be edited, so that its ETag may say whether it has changed.
 */
public final class OpenPaths implements RequestMatcher {

    private final List<PathPatternRequestMatcher> patterns;

    /** @param patterns as Spring matches paths, for example {@code /files/**} */
    public OpenPaths(List<String> patterns) {
        this.patterns = patterns.stream()
                .map(pattern -> PathPatternRequestMatcher.withDefaults().matcher(pattern))
                .toList();
    }

    @Override
    public boolean matches(HttpServletRequest request) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(request));
    }
}
