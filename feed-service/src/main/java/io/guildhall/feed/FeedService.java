package io.guildhall.feed;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts this service as its own process. */
@SpringBootApplication
public class FeedService {

    public static void main(String[] args) {
        SpringApplication.run(FeedService.class, args);
    }
}
