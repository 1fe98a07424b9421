package io.guildhall.cop;

import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts this service as its own process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class CopService {

    public static void main(String[] args) {
        new SpringApplicationBuilder(CopService.class)
                .properties(Map.of("spring.config.name", "cop-service"))
                .run(args);
    }
}
