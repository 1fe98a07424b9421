package io.guildhall.gateway.signin;

import io.guildhall.gateway.GatewayProperties;
import io.guildhall.gateway.session.OneTimes;
import io.guildhall.gateway.session.Secrets;
import io.guildhall.gateway.session.Session;
import io.guildhall.gateway.session.Sessions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.UriComponentsBuilder;
import reactor.core.publisher.Mono;

/** Tells the portal who is signed in, and signs out here and at the provider. */
@RestController
class AuthPages {

    private static final String ID_TOKEN = "idToken";
    private static final Duration TICKET_LIFE = Duration.ofMinutes(2);

    private final SessionContext context;
    private final Sessions sessions;
    private final OneTimes oneTimes;
    private final GatewayProperties properties;

    AuthPages(SessionContext context, Sessions sessions, OneTimes oneTimes, GatewayProperties properties) {
        this.context = context;
        this.sessions = sessions;
        this.oneTimes = oneTimes;
        this.properties = properties;
    }

    /**
     * Who is signed in; not signed in is an answer like any other.
     *
     * @param subject the provider's name for the person, by which a tab tells two people apart
     */
    record Who(
            boolean signedIn,
            @Nullable String subject,
            @Nullable String name,
            @Nullable Instant expiresAt) {}

    /** Where the browser goes next, to sign out at the provider as well. */
    record SignedOut(String logoutUrl) {}

    @GetMapping(SignInConfiguration.SESSION)
    Mono<ResponseEntity<Who>> who(ServerWebExchange exchange) {
        return context.session(exchange)
                .map(session -> {
                    exchange.getResponse().addCookie(Cookies.csrf(session.csrf()));
                    return new Who(true, session.subject(), session.name(), session.expiresAt());
                })
                .defaultIfEmpty(new Who(false, null, null, null))
                .map(who ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(who));
    }

    @PostMapping(SignInConfiguration.LOGOUT)
    Mono<ResponseEntity<SignedOut>> signOut(ServerWebExchange exchange) {
        ServerHttpResponse response = exchange.getResponse();
        response.addCookie(Cookies.gone(Cookies.SESSION));
        response.addCookie(Cookies.gone(Cookies.CSRF));
        return context.session(exchange)
                .flatMap(session -> sessions.end(session).then(leaveTicket(session, response)))
                .defaultIfEmpty("/")
                .map(next ->
                        ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new SignedOut(next)));
    }

    /** The provider wants the ID token back as a hint; it is put into the redirect, where no script sees it. */
    private Mono<String> leaveTicket(Session session, ServerHttpResponse response) {
        if (properties.identity().endSessionUri().isEmpty()) {
            return Mono.just("/");
        }
        String ticket = Secrets.random();
        String browser = Secrets.random();
        response.addCookie(Cookies.shortLived(Cookies.LOGOUT, browser, TICKET_LIFE));
        Document content = new Document(ID_TOKEN, session.tokens().id());
        return oneTimes.leave(ticket, browser, content, TICKET_LIFE)
                .thenReturn(SignInConfiguration.LOGOUT + "?ticket=" + ticket);
    }

    @GetMapping(SignInConfiguration.LOGOUT)
    Mono<ResponseEntity<Void>> signOutAtProvider(
            @RequestParam(defaultValue = "") String ticket, ServerWebExchange exchange) {
        String browser = Cookies.value(exchange.getRequest(), Cookies.LOGOUT);
        if (browser == null) {
            return Mono.just(redirect(URI.create("/")));
        }
        exchange.getResponse().addCookie(Cookies.gone(Cookies.LOGOUT));
        return oneTimes.take(ticket, browser)
                .map(content -> endSession(content.getString(ID_TOKEN)))
                .defaultIfEmpty(URI.create("/"))
                .map(AuthPages::redirect);
    }

    private URI endSession(String idToken) {
        return UriComponentsBuilder.fromUriString(properties.identity().endSessionUri())
                .queryParam("id_token_hint", "{token}")
                .queryParam("client_id", "{client}")
                .queryParam("post_logout_redirect_uri", "{home}")
                .encode()
                .build(idToken, properties.identity().clientId(), properties.origin() + "/");
    }

    private static ResponseEntity<Void> redirect(URI to) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .cacheControl(CacheControl.noStore())
                .location(to)
                .build();
    }

    /** The look of the gateway's own error pages, which must show even where no portal was built. */
    @GetMapping("/auth/problem.css")
    ResponseEntity<ClassPathResource> problemStyle() {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/css"))
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)))
                .body(new ClassPathResource("problem.css", AuthPages.class));
    }
}
