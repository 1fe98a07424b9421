package io.guildhall.platform.security;

import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.web.OpenPaths;
import io.guildhall.platform.web.Problems;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import tools.jackson.databind.json.JsonMapper;

/**
 * The filter chains of a service: stateless, every request carries a bearer token but those to open paths, where one is
 * not even looked at; refusals are problem bodies.
 */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {

    @Bean
    JwtDecoder jwtDecoder(
            @Value("${guildhall.identity.issuer}") String issuer,
            @Value("${guildhall.identity.jwk-set-uri}") String keys,
            @Value("${guildhall.identity.audience:guildhall}") String audience) {
        return TokenCheck.decoder(issuer, keys, audience);
    }

    @Bean
    @Order(1)
    SecurityFilterChain openPathsWithoutToken(HttpSecurity http, OpenPaths open) {
        return http.securityMatcher(open)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    @Bean
    SecurityFilterChain bearerTokens(HttpSecurity http, JsonMapper json) {
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/actuator/health/**", "/actuator/info", "/v3/api-docs", "/v3/api-docs.yaml")
                        .permitAll()
                        .requestMatchers("/api/**")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .oauth2ResourceServer(server -> server.jwt(jwt -> {})
                        .authenticationEntryPoint((request, response, e) -> refuse(response, json, notSignedIn())))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, e) -> refuse(response, json, notSignedIn()))
                        .accessDeniedHandler((request, response, e) ->
                                refuse(response, json, Refusal.notFound("page", request.getRequestURI()))))
                .build();
    }

    /** What Spring Security takes for an attempt to hide something, before any chain is chosen. */
    @Bean
    RequestRejectedHandler unreadable(JsonMapper json) {
        return (request, response, e) -> refuse(
                response,
                json,
                Problems.unreadable(
                        400,
                        "Check its method, its address and its headers; the API's description says what is possible."));
    }

    private static Refusal notSignedIn() {
        return new Refusal(
                "not-signed-in", 401, "You are not signed in", "Sign in again, or send a valid access token.");
    }

    private static void refuse(HttpServletResponse response, JsonMapper json, Refusal refusal) throws IOException {
        response.setStatus(refusal.status());
        if (refusal.status() == 401) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.getOutputStream().write(json.writeValueAsBytes(Problems.of(refusal)));
    }
}
