package io.guildhall.cop.ideas.kafka;

import io.guildhall.cop.ideas.IdeaId;
import io.guildhall.cop.ideas.Supports;
import io.guildhall.platform.replica.Consumers;
import io.guildhall.platform.replica.IncomingEvent;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Hears of ideas that were decided, and lets it be forgotten who supported them; a crash after the decision loses nothing of that. */
@Component
class DecidedListener {

    private static final Set<String> DECIDED = Set.of("ADOPTED", "DROPPED", "DECLINED", "WITHDRAWN");

    private final Supports supports;

    DecidedListener(Consumers consumers, Supports supports) {
        this.supports = supports;
        consumers.hear("supporters-of-ideas", "cop.ideas", this::heard);
    }

    private void heard(IncomingEvent event) {
        if (DECIDED.contains(event.state().path("status").asString(""))) {
            supports.forgetWho(new IdeaId(event.subject()));
        }
    }
}
