package io.guildhall.platform.web;

import com.mongodb.MongoException;
import io.guildhall.platform.aggregate.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.servlet.resource.NoResourceFoundException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Every failure as RFC 9457 problem+json with a stable type and a detail that says what to do. */
@RestControllerAdvice
public final class Problems extends ResponseEntityExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    /** A request that cannot be read, whoever finds that out. */
    public static Refusal unreadable(int status, String detail) {
        return new Refusal("unreadable-request", status, "The request cannot be read", detail);
    }

    static Refusal unforeseen(int status) {
        return new Refusal(
                "unforeseen",
                status,
                "Something went wrong here",
                "Nothing of yours is wrong; try again, then tell an administrator.");
    }

    /** A refusal as a problem body. */
    public static ProblemDetail of(Refusal refusal) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatusCode.valueOf(refusal.status()), refusal.detail());
        problem.setTitle(refusal.title());
        problem.setType(URI.create("/problems/" + refusal.type()));
        refusal.properties().forEach(problem::setProperty);
        return problem;
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(Refusal refusal, HttpServletRequest request) {
        if (refusal.status() == HttpStatus.PRECONDITION_FAILED.value()) {
            showCurrent(refusal, request);
        }
        return refused(refusal);
    }

    private static void showCurrent(Refusal refusal, HttpServletRequest request) {
        if (request.getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE) instanceof HandlerMethod handler
                && handler.createWithResolvedBean().getBean() instanceof ShowsCurrent shows
                && request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get("id") instanceof String id
                && request.getAttribute(Caller.class.getName()) instanceof Caller caller) {
            try {
                refusal.with("current", shows.current(id, caller));
            } catch (Refusal | MongoException e) {
                log.debug("What {} is now cannot be shown: {}", id, e.toString());
            }
        }
    }

    private static ResponseEntity<Object> refused(Refusal refusal) {
        var response = ResponseEntity.status(refusal.status()).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (refusal.property("retryAfter") instanceof Integer seconds) {
            response.header(HttpHeaders.RETRY_AFTER, seconds.toString());
        }
        return response.body(of(refusal));
    }

    @ExceptionHandler
    ResponseEntity<Object> storeAway(MongoException e) {
        log.warn("The store does not answer: {}", e.toString());
        return refused(
                Refusal.unavailable("store-away", "The store does not answer; nothing was changed. Try again soon."));
    }

    /** What Jetty finds in the query only when a parameter is asked for, such as %ff. */
    @ExceptionHandler({HttpException.IllegalStateException.class, HttpException.IllegalArgumentException.class})
    ResponseEntity<Object> undecodable() {
        return refused(unreadable(400, "A parameter cannot be decoded; send UTF-8, percent-encoded."));
    }

    @ExceptionHandler
    ResponseEntity<Object> unforeseen(RuntimeException e) {
        log.error("A request failed", e);
        return refused(unforeseen(500));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Throwable cause = e.getMostSpecificCause();
        if (cause instanceof Refusal refusal) {
            return refused(refusal);
        }
        for (Throwable link = e; link != null; link = link.getCause()) {
            if (link instanceof Refusal refusal) {
                return refused(refusal);
            }
        }
        return refused(unreadable(400, unreadable(cause)));
    }

    private static String unreadable(Throwable cause) {
        if (cause instanceof UnrecognizedPropertyException unknown) {
            return "There is no field '" + unknown.getPropertyName() + "' here; known are "
                    + unknown.getKnownPropertyIds() + ".";
        }
        if (cause instanceof JacksonException json) {
            String path = json instanceof tools.jackson.databind.DatabindException databind
                    ? databind.getPath().stream()
                            .map(part -> part.getPropertyName() == null
                                    ? "[" + part.getIndex() + "]"
                                    : part.getPropertyName())
                            .collect(Collectors.joining("."))
                    : "";
            return path.isEmpty()
                    ? "Send well-formed JSON as the API describes it."
                    : "The value of '" + path + "' does not fit; see the API description.";
        }
        return "Send a JSON body as the API describes it.";
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleNoResourceFoundException(
            NoResourceFoundException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        return refused(new Refusal(
                "not-found",
                404,
                "There is no such address",
                "Look up the path in the API description of this service."));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleTypeMismatch(
            TypeMismatchException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        Class<?> type = e.getRequiredType();
        String wanted = type != null && type.isEnum()
                ? "send one of " + List.of(type.getEnumConstants()) + "."
                : "see the API description.";
        return refused(new Refusal(
                "bad-request",
                400,
                "A parameter does not fit",
                "The value of '" + e.getPropertyName() + "' does not fit; " + wanted));
    }

    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException e, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        String detail = e.getBindingResult().getFieldErrors().stream()
                .map(error -> "'" + error.getField() + "' " + error.getDefaultMessage())
                .sorted()
                .collect(Collectors.joining("; "));
        return refused(new Refusal("invalid-request", 422, "Some fields do not fit", detail + "."));
    }

    @Override
    protected ResponseEntity<Object> createResponseEntity(
            @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        if (body instanceof ProblemDetail problem
                && (problem.getType() == null
                        || "about:blank".equals(problem.getType().toString()))) {
            String title = problem.getTitle();
            problem.setType(URI.create("/problems/"
                    + (title == null
                            ? "http-" + status.value()
                            : title.toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]+", "-"))));
        }
        return ResponseEntity.status(status)
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(body);
    }
}
