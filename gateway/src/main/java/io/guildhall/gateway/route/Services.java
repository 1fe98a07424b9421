package io.guildhall.gateway.route;

import static org.springframework.cloud.gateway.support.RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR;

import io.guildhall.gateway.GatewayProperties;
import java.net.URI;
import java.time.Duration;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.ServerWebExchange;

/**
 * Leads {@code /api/<name>/**} to the service of that name; a long-lived stream and an upload get their own limits. What
 * lies under {@code /feeds/} is the feed service's, and carries its credential in the address.
 */
@Configuration(proxyBeanMethods = false)
class Services {

    private static final String API = "/api/";
    private static final String FEEDS = "/feeds/";

    /** An upload is in the time, and a person's line may be slow. */
    private static final Duration UPLOAD_TIMEOUT = Duration.ofMinutes(3);

    private static final long NEVER = -1;

    @Bean
    RouteLocator serviceRoutes(RouteLocatorBuilder builder, GatewayProperties properties) {
        RouteLocatorBuilder.Builder routes = builder.routes();
        properties.services().forEach((name, address) -> addRoutes(routes, name, address));
        URI feed = properties.services().get("feed");
        if (feed != null) {
            routes.route("feeds", route -> route.predicate(Services::isFeed).uri(feed));
        }
        return routes.build();
    }

    private static void addRoutes(RouteLocatorBuilder.Builder routes, String name, URI address) {
        String prefix = API + name + "/";
        routes.route(
                name + "-uploads",
                route -> route.predicate(at -> isUpload(at) && path(at).startsWith(prefix))
                        .metadata(RESPONSE_TIMEOUT_ATTR, UPLOAD_TIMEOUT.toMillis())
                        .uri(address));
        routes.route(
                name + "-live",
                route -> route.predicate(at -> isLive(at) && path(at).startsWith(prefix))
                        .metadata(RESPONSE_TIMEOUT_ATTR, NEVER)
                        .uri(address));
        routes.route(
                name,
                route -> route.predicate(at -> path(at).startsWith(prefix)).uri(address));
    }

    /** {@code POST /api/<name>/.../imports} and {@code .../files}: a whole file. */
    static boolean isUpload(ServerWebExchange at) {
        return isApi(at)
                && (path(at).endsWith("/imports") || path(at).endsWith("/files"))
                && "POST".equals(at.getRequest().getMethod().name());
    }

    /** {@code GET /api/<name>/.../live}: a stream of events without an end. */
    static boolean isLive(ServerWebExchange at) {
        return isApi(at) && path(at).endsWith("/live");
    }

    static boolean isApi(ServerWebExchange at) {
        return path(at).startsWith(API);
    }

    /** What is read by programs that have no sign-in, at an address that nobody can guess. */
    static boolean isFeed(ServerWebExchange at) {
        return path(at).startsWith(FEEDS);
    }

    private static String path(ServerWebExchange at) {
        return at.getRequest().getPath().value();
    }
}
