package io.guildhall.platform.web;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.security.Actors;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Resolves a handler's {@link Caller}. */
public final class CallerResolver implements HandlerMethodArgumentResolver {

    private static final Pattern KEY = Pattern.compile("(?=.*[^ ])[ -~]{1,200}");
    private static final Pattern ETAG = Pattern.compile("\"([0-9]{1,18})\"");

    private final Actors actors;
    private final Access access;
    private final Clock clock;

    public CallerResolver(Actors actors, Access access, Clock clock) {
        this.actors = actors;
        this.access = access;
        this.clock = clock;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Caller.class;
    }

    @Override
    public Caller resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest web,
            @Nullable WebDataBinderFactory binder) {
        HttpServletRequest request = (HttpServletRequest) web.getNativeRequest();
        Actor actor = actors.current();
        access.requireKnown(actor);
        Caller caller = new Caller(
                actor,
                Caller.now(clock),
                request.getMethod(),
                request.getRequestURI(),
                key(request.getHeader("Idempotency-Key")),
                expected(request.getHeader("If-Match"), parameter.hasMethodAnnotation(IfMatch.class)));
        request.setAttribute(Caller.class.getName(), caller);
        return caller;
    }

    private static @Nullable String key(@Nullable String header) {
        if (header != null && !KEY.matcher(header).matches()) {
            throw new Refusal(
                    "bad-idempotency-key",
                    400,
                    "Unusable Idempotency-Key",
                    "Send a key of 1 to 200 letters, digits, signs and spaces of ASCII, a UUID say.");
        }
        return header;
    }

    private static @Nullable Long expected(@Nullable String header, boolean required) {
        if (header == null) {
            if (required) {
                throw new Refusal(
                        "if-match-required",
                        428,
                        "Say which version you have seen",
                        "Send If-Match with the ETag of the version that you want to change.");
            }
            return null;
        }
        if ("*".equals(header)) {
            return null;
        }
        Matcher etag = ETAG.matcher(header);
        if (!etag.matches()) {
            throw new Refusal(
                    "bad-if-match", 400, "Unusable If-Match", "Send the ETag as it was given, for example \"7\".");
        }
        return Long.valueOf(etag.group(1));
    }
}
