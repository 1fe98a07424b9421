package io.guildhall.bare;

import java.util.List;
import java.util.stream.StreamSupport;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Spring Cloud Gateway with one route and no checks: {@code BareGateway PORT TARGET}. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
public class BareGateway {

    private static final List<String> CHECKS = List.of(".security.", ".mongodb.", ".JettyReactive");

    public static void main(String[] args) {
        String[] left = StreamSupport.stream(
                        ImportCandidates.load(AutoConfiguration.class, BareGateway.class.getClassLoader())
                                .spliterator(),
                        false)
                .filter(name -> CHECKS.stream().anyMatch(name::contains))
                .toArray(String[]::new);
        new SpringApplicationBuilder(BareGateway.class)
                .run(
                        "--server.port=" + args[0],
                        "--server.address=localhost",
                        "--spring.main.web-application-type=reactive",
                        "--spring.cloud.refresh.enabled=false",
                        "--target=" + args[1],
                        "--spring.autoconfigure.exclude=" + String.join(",", left));
    }

    @Bean
    RouteLocator routes(RouteLocatorBuilder routes, org.springframework.core.env.Environment environment) {
        return routes.routes()
                .route("all", route -> route.path("/**").uri(environment.getRequiredProperty("target")))
                .build();
    }
}
