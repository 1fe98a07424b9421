package io.guildhall.cop.pages.kafka;

import io.guildhall.cop.pages.Content;
import io.guildhall.cop.shared.TeamId;
import io.guildhall.cop.shared.Teams;
import io.guildhall.platform.replica.Consumers;
import io.guildhall.platform.replica.IncomingEvent;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Hears of ideas whose trial has shown that they are worth doing: each is proposed as a page of its community. */
@Component
class AdoptedListener {

    private static final String ADOPTED = "guildhall.cop.idea-adopted.v1";

    private final ProposeFromEvent propose;
    private final Teams teams;

    AdoptedListener(Consumers consumers, ProposeFromEvent propose, Teams teams) {
        this.propose = propose;
        this.teams = teams;
        consumers.hear("pages-of-ideas", "cop.ideas", this::heard);
    }

    private void heard(IncomingEvent event) {
        if (event.type().equals(ADOPTED)) {
            propose.propose(event.state().path("community").asString(""), content(event), event);
        }
    }

    private Content content(IncomingEvent event) {
        JsonNode idea = event.state();
        JsonNode trial = idea.path("trial");
        String title = idea.path("title").asString("An idea");
        return new Content(
                title,
                null,
                new Story()
                        .section("What was tried", idea.path("what").asString(title))
                        .section("Why", idea.path("why").asString(""))
                        .section("Who tried it", triedBy(trial))
                        .section("What was measured", trial.path("measure").asString(""))
                        .section("What was learned", idea.path("learned").asString(""))
                        .endingAt("The idea", "/ideas/" + event.subject()));
    }

    private String triedBy(JsonNode trial) {
        String names = StreamSupport.stream(trial.path("teams").spliterator(), false)
                .map(team -> teams.ref(new TeamId(team.asString())).name())
                .collect(Collectors.joining(", "));
        return names + ", from " + trial.path("since").asString("") + " to "
                + trial.path("until").asString("");
    }
}
