package io.guildhall.team;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts this service as its own process. */
@SpringBootApplication
public class TeamService {

    public static void main(String[] args) {
        SpringApplication.run(TeamService.class, args);
    }
}
