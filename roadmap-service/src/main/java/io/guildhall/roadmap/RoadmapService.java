package io.guildhall.roadmap;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts this service as its own process. */
@SpringBootApplication
public class RoadmapService {

    public static void main(String[] args) {
        SpringApplication.run(RoadmapService.class, args);
    }
}
