package io.guildhall.feed.connections.web;

import io.guildhall.feed.connections.Connections;
import io.guildhall.feed.connections.ShowConnections;
import io.guildhall.platform.web.Caller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Connections over HTTP. */
@RestController
class ConnectionsController {

    private final ShowConnections connections;

    ConnectionsController(ShowConnections connections) {
        this.connections = connections;
    }

    /** What goes in and out and no other list shows; for administrators. */
    @GetMapping("/api/feed/connections")
    Connections connections(Caller caller) {
        return connections.to(caller.actor());
    }
}
