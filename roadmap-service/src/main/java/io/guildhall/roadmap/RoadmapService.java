package io.guildhall.roadmap;

import java.util.Map;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Starts this service as its own process. */
@SpringBootApplication
public class RoadmapService {

    public static void main(String[] args) {
        new SpringApplicationBuilder(RoadmapService.class)
                .properties(Map.of("spring.config.name", "roadmap-service"))
                .run(args);
    }
}
