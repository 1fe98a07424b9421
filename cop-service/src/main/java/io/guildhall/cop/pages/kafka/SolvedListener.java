package io.guildhall.cop.pages.kafka;

import io.guildhall.cop.pages.Content;
import io.guildhall.cop.pages.ProposePage;
import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.replica.Consumers;
import io.guildhall.platform.replica.IncomingEvent;
import io.guildhall.platform.replica.UnreadableEvent;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Hears of impediments whose cause is gone and that somebody found worth sharing: each is proposed as a page. */
@Component
class SolvedListener {

    private static final String RESOLVED = "guildhall.team.impediment-resolved.v1";

    private final ProposePage propose;

    SolvedListener(Consumers consumers, ProposePage propose) {
        this.propose = propose;
        consumers.hear("proposed-pages", "team.impediments", this::heard);
    }

    /** What no community can take it never can, so it is a dead letter; anything else that fails is tried again. */
    private void heard(IncomingEvent event) {
        String community = event.state().path("resolution").path("sharedWith").asString("");
        if (!event.type().equals(RESOLVED) || community.isBlank()) {
            return;
        }
        try {
            propose.propose(
                    new CommunityId(community),
                    content(event),
                    event.id(),
                    new PersonId(event.by()),
                    event.at(),
                    event.asCause());
        } catch (Refusal refusal) {
            if (refusal.status() == 503) {
                throw refusal;
            }
            throw new UnreadableEvent("No page can be proposed: " + refusal.detail());
        }
    }

    private static Content content(IncomingEvent event) {
        JsonNode impediment = event.state();
        String title = impediment.path("title").asString("An impediment");
        StringBuilder text = new StringBuilder()
                .append("## What was in the way\n\n")
                .append(escaped(title))
                .append("\n");
        section(text, "What it stopped", impediment.path("stops").asString(""));
        if (impediment.path("daysLost").isNumber()) {
            section(text, "What it cost", impediment.path("daysLost").asInt() + " working days lost");
        }
        section(text, "What fixed it", impediment.path("resolution").path("fix").asString(""));
        String proposal = "";
        for (JsonNode escalation : impediment.path("escalations")) {
            proposal = escalation.path("evidence").path("proposal").asString(proposal);
        }
        section(text, "What leadership was asked for", proposal);
        text.append("\n[The impediment](/impediments/").append(event.subject()).append(")\n");
        return new Content(title, null, text.toString());
    }

    private static void section(StringBuilder text, String heading, String words) {
        if (!words.isBlank()) {
            text.append("\n## ")
                    .append(heading)
                    .append("\n\n")
                    .append(escaped(words))
                    .append("\n");
        }
    }

    /** People wrote it as plain text, so nothing in it is markup. */
    private static String escaped(String words) {
        return words.replaceAll("([\\\\`*_{}\\[\\]<>#+\\-.!|~&])", "\\\\$1");
    }
}
