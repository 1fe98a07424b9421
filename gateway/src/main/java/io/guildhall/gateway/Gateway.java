package io.guildhall.gateway;

import java.time.Clock;
import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** Starts this service as its own process. */
@SpringBootApplication(
        // Blocking MongoDB and Jetty are on the class path when several services share one JVM.
        excludeName = {
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.springframework.boot.jetty.autoconfigure.reactive.JettyReactiveWebServerAutoConfiguration"
        },
        proxyBeanMethods = false)
@EnableConfigurationProperties(GatewayProperties.class)
public class Gateway {

    public static void main(String[] args) {
        new SpringApplicationBuilder(Gateway.class)
                .properties(Map.of("spring.config.name", "gateway"))
                .run(args);
    }

    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
    }
}
