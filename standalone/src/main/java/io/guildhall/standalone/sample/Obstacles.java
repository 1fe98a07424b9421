package io.guildhall.standalone.sample;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The impediments: who raised them, what was tried, how far up they went, and what became of them. */
final class Obstacles {

    private static final String IMPEDIMENTS = "/api/team/impediments";

    private final Cast cast;
    private final Days days;

    Obstacles(Cast cast, Days days) {
        this.cast = cast;
        this.days = days;
    }

    List<Step> steps(Page written) {
        List<Step> steps = new ArrayList<>();
        for (Page one : written.pages("impediments")) {
            String name = "impediment." + one.text("id");
            String team = one.text("team");
            ObjectNode body = one.copy("title", "scope", "category", "stops", "daysLost", "visibility")
                    .put("team", Cast.unit(team));
            body.set("affectedTeams", names(one.texts("teams"), "unit."));
            body.set("features", names(one.texts("features"), "feature."));
            steps.add(Step.post(
                    name,
                    days.moment(one.text("at"), name, 0),
                    one.has("by") ? Cast.user(one.text("by")) : cast.scrumMaster(team),
                    IMPEDIMENTS,
                    body));
            int number = 0;
            for (Page then : one.pages("then")) {
                number++;
                steps.add(then(name, team, then, number));
            }
        }
        return steps;
    }

    private Step then(String name, String team, Page then, int number) {
        String path = IMPEDIMENTS + "/${" + name + "}";
        String by = then.has("by") ? Cast.user(then.text("by")) : cast.scrumMaster(team);
        Instant at = days.moment(then.text("at"), name, number);
        String step = name + "." + number;
        if (then.has("update")) {
            ObjectNode body = then.copy("nextStep", "waitingFor").put("text", then.text("update"));
            return Step.post(step, at, by, path + "/update", body);
        }
        if (then.has("meToo")) {
            return Step.post(step, at, Cast.user(then.text("meToo")), path + "/me-too", null);
        }
        if (then.has("escalate")) {
            Page up = then.page("escalate");
            ObjectNode body = up.copy("to", "impact", "impactUnknown", "proposal");
            if (up.has("respondBy")) {
                body.put("respondBy", days.day(up.text("respondBy")).toString());
            }
            return Step.move(step, at, by, path, "escalate", body);
        }
        if (then.has("answer")) {
            ObjectNode body = then.copy("reason").put("kind", then.text("answer"));
            if (then.has("promisedFor")) {
                body.put("promisedFor", days.day(then.text("promisedFor")).toString());
            }
            return Step.move(step, at, by, path, "answer", body);
        }
        ObjectNode body = then.copy("causeRemoved", "shareWith").put("fix", then.text("resolve"));
        return Step.move(step, at, by, path, "resolve", body);
    }

    private static ArrayNode names(List<String> ids, String kind) {
        ArrayNode names = Page.object().arrayNode();
        ids.forEach(id -> names.add("${" + kind + id + "}"));
        return names;
    }
}
