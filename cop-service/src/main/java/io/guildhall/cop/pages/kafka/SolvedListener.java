package io.guildhall.cop.pages.kafka;

import io.guildhall.cop.pages.Content;
import io.guildhall.platform.replica.Consumers;
import io.guildhall.platform.replica.IncomingEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Hears of impediments whose cause is gone and that somebody found worth sharing: each is proposed as a page. */
@Component
class SolvedListener {

    private static final String RESOLVED = "guildhall.team.impediment-resolved.v1";

    private final ProposeFromEvent propose;

    SolvedListener(Consumers consumers, ProposeFromEvent propose) {
        this.propose = propose;
        consumers.hear("proposed-pages", "team.impediments", this::heard);
    }

    private void heard(IncomingEvent event) {
        String community = event.state().path("resolution").path("sharedWith").asString("");
        if (event.type().equals(RESOLVED) && !community.isBlank()) {
            propose.propose(community, content(event), event);
        }
    }

    private static Content content(IncomingEvent event) {
        JsonNode impediment = event.state();
        String title = impediment.path("title").asString("An impediment");
        String proposal = "";
        for (JsonNode escalation : impediment.path("escalations")) {
            proposal = escalation.path("evidence").path("proposal").asString(proposal);
        }
        JsonNode lost = impediment.path("daysLost");
        return new Content(
                title,
                null,
                new Story()
                        .section("What was in the way", title)
                        .section("What it stopped", impediment.path("stops").asString(""))
                        .section("What it cost", lost.isNumber() ? daysLost(lost.asInt()) : "")
                        .section(
                                "What fixed it",
                                impediment.path("resolution").path("fix").asString(""))
                        .section("What leadership was asked for", proposal)
                        .endingAt("The impediment", "/impediments/" + event.subject()));
    }

    private static String daysLost(int days) {
        return days == 1 ? "1 working day lost" : days + " working days lost";
    }
}
