package io.guildhall.platform.web;

import io.guildhall.platform.aggregate.StateMapper;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.servlet.mvc.method.annotation.RequestBodyAdviceAdapter;

/** Remembers a digest of what was asked, to tell a repetition from another request under the same key. */
@ControllerAdvice
public final class RequestBodyDigest extends RequestBodyAdviceAdapter {

    private static final String ATTRIBUTE = RequestBodyDigest.class.getName();

    @Override
    public boolean supports(
            MethodParameter parameter, Type targetType, Class<? extends HttpMessageConverter<?>> converterType) {
        return true;
    }

    @Override
    public Object afterBodyRead(
            Object body,
            HttpInputMessage inputMessage,
            MethodParameter parameter,
            Type targetType,
            Class<? extends HttpMessageConverter<?>> converterType) {
        RequestAttributes attributes = RequestContextHolder.getRequestAttributes();
        if (attributes != null && body instanceof Record) {
            attributes.setAttribute(
                    ATTRIBUTE, StateMapper.json().writeValueAsString(body), RequestAttributes.SCOPE_REQUEST);
        }
        return body;
    }

    /** The digest of method, path and body, once the body was read. */
    static String of(String method, String path) {
        RequestAttributes attributes = RequestContextHolder.currentRequestAttributes();
        Object body = attributes.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return hash(method + " " + path + "\n" + (body == null ? "" : body));
    }

    private static String hash(@Nullable String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(String.valueOf(text).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
