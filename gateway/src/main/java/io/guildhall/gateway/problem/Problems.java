package io.guildhall.gateway.problem;

import com.mongodb.MongoException;
import io.netty.channel.ConnectTimeoutException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.HtmlUtils;
import reactor.core.publisher.Mono;
import reactor.netty.channel.AbortedException;
import reactor.netty.http.client.PrematureCloseException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquirePendingLimitException;
import reactor.netty.internal.shaded.reactor.pool.PoolAcquireTimeoutException;
import tools.jackson.databind.json.JsonMapper;

/** Turns every failure of the gateway into a problem body, or for a person's browser into a small page that says the same. */
@Component
@Order(-2)
public class Problems implements WebExceptionHandler {

    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private static final String FEEDS = "/feeds/";

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        if (exchange.getResponse().isCommitted() || failure instanceof AbortedException) {
            // Half an answer is out already, or the client has gone: there is nobody to tell.
            return Mono.error(failure);
        }
        Problem problem = of(failure);
        if (problem.status() == HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            log.error("{} {} failed", exchange.getRequest().getMethod(), loggable(exchange), failure);
        } else if (problem.status() > HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            log.warn(
                    "{} {}: {} ({})",
                    exchange.getRequest().getMethod(),
                    loggable(exchange),
                    problem.slug(),
                    failure.toString());
        }
        return answer(exchange, problem);
    }

    /** The path, unless whoever reads the log could read with it what is there. */
    private static String loggable(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        return path.startsWith(FEEDS) ? FEEDS + "..." : path;
    }

    /** Ends the exchange with the problem, as JSON unless a page was asked for. */
    public Mono<Void> answer(ServerWebExchange exchange, Problem problem) {
        ServerHttpResponse response = exchange.getResponse();
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        HttpHeaders headers = response.getHeaders();
        headers.setCacheControl("no-store");
        headers.remove(HttpHeaders.CONTENT_LENGTH);
        headers.remove(HttpHeaders.CONTENT_ENCODING);
        headers.remove(HttpHeaders.ETAG);
        if (problem.retryAfter() != null) {
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(problem.retryAfter()));
        }
        boolean page = wantsPage(exchange);
        headers.setContentType(
                page ? new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8) : MediaType.APPLICATION_PROBLEM_JSON);
        byte[] body = page ? page(problem) : json(problem);
        headers.setContentLength(body.length);
        return response.writeWith(
                Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
    }

    private byte[] json(Problem problem) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", problem.type());
        body.put("title", problem.title());
        body.put("status", problem.status());
        body.put("detail", problem.detail());
        return json.writeValueAsBytes(body);
    }

    private static byte[] page(Problem problem) {
        return """
                <!doctype html>
                <html lang="en">
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <link rel="stylesheet" href="/auth/problem.css">
                <title>%1$s - Guildhall</title>
                <main>
                <h1>%1$s</h1>
                <p>%2$s</p>
                <p><a href="/auth/login">Sign in</a> <a href="/">Guildhall</a></p>
                </main>
                </html>
                """.formatted(HtmlUtils.htmlEscape(problem.title()), HtmlUtils.htmlEscape(problem.detail()))
                .getBytes(StandardCharsets.UTF_8);
    }

    /** A person's browser that opens an address outside the API; a script's request there is answered in JSON. */
    private static boolean wantsPage(ServerWebExchange exchange) {
        String path = exchange.getRequest().getPath().value();
        return !path.startsWith("/api/") && !path.startsWith(FEEDS) && accepts(exchange, MediaType.TEXT_HTML);
    }

    /** Whether the request names this type; a wildcard is not enough. */
    public static boolean accepts(ServerWebExchange exchange, MediaType type) {
        try {
            List<MediaType> accepted = exchange.getRequest().getHeaders().getAccept();
            return accepted.stream().anyMatch(a -> a.equalsTypeAndSubtype(type));
        } catch (InvalidMediaTypeException e) {
            return false;
        }
    }

    private static Problem of(Throwable failure) {
        if (failure instanceof Refused refused) {
            return refused.problem();
        }
        if (failure instanceof ResponseStatusException status) {
            return ofStatus(status);
        }
        if (failure instanceof MongoException) {
            return Problem.sessionStoreUnavailable();
        }
        if (failure instanceof AuthenticationServiceException && failure.getCause() instanceof JwtException) {
            return Problem.unreadableToken();
        }
        if (failure instanceof WebClientRequestException || failure instanceof AuthenticationServiceException) {
            return Problem.providerUnavailable();
        }
        if (failure instanceof ConnectException
                || failure instanceof ConnectTimeoutException
                || failure instanceof UnknownHostException
                || failure instanceof PoolAcquirePendingLimitException
                || failure instanceof PoolAcquireTimeoutException) {
            return Problem.serviceUnavailable();
        }
        if (failure instanceof PrematureCloseException || failure instanceof IOException) {
            return Problem.serviceBrokeOff();
        }
        Throwable cause = failure.getCause();
        return cause == null || cause == failure ? Problem.unexpected() : of(cause);
    }

    private static Problem ofStatus(ResponseStatusException failure) {
        int code = failure.getStatusCode().value();
        if (code == 404) {
            return Problem.notFound();
        }
        if (code == 504) {
            return Problem.serviceTimeout();
        }
        if (code == 503) {
            return Problem.serviceUnavailable();
        }
        if (code >= 500) {
            return Problem.unexpected();
        }
        HttpStatus status = HttpStatus.resolve(code);
        String title = status == null ? "The request was refused" : status.getReasonPhrase();
        return new Problem(
                title.toLowerCase(java.util.Locale.ROOT).replace(' ', '-'),
                code,
                title,
                "Change the request; the API's description says what is possible here.");
    }
}
