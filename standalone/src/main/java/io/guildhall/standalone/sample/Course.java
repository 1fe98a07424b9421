package io.guildhall.standalone.sample;

import io.guildhall.standalone.identity.Persona;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where the product is to go: its goal, the outcomes with their numbers, and what was decided on the way. */
final class Course {

    private static final String CHIEF = Persona.CPO.subject();
    private static final String GOAL = "/api/roadmap/product-goal";
    private static final String OUTCOMES = "/api/roadmap/outcomes";
    private static final String DECISIONS = "/api/roadmap/decisions";

    /** Key results are measured before the sprint's review. */
    private static final int MEASURED = 11;

    private final Days days;
    private final List<Step> steps = new ArrayList<>();

    Course(Days days) {
        this.days = days;
    }

    List<Step> steps(Page course) {
        Page goal = course.page("goal");
        ObjectNode body =
                goal.copy("text").put("until", days.day(goal.text("until")).toString());
        steps.add(Step.put("goal", days.moment("s1d-5", "goal", 0), CHIEF, GOAL, body));
        course.pages("outcomes").forEach(this::outcome);
        course.pages("decisions").forEach(this::decision);
        return steps;
    }

    private void outcome(Page outcome) {
        String name = "outcome." + outcome.text("id");
        String by = Cast.user(outcome.text("by"));
        ObjectNode body = outcome.copy("title").put("quarter", days.quarter(outcome.text("quarter")));
        if (outcome.has("area")) {
            body.put("area", Cast.unit(outcome.text("area")));
        }
        ArrayNode results = body.putArray("keyResults");
        outcome.pages("results").forEach(result -> results.add(result.copy("name", "unit", "baseline", "target")));
        steps.add(Step.post(name, days.moment(outcome.text("at", "s1d-5"), name, 0), by, OUTCOMES, body));
        List<Page> told = outcome.pages("results");
        for (int result = 0; result < told.size(); result++) {
            measure(name, by, outcome.text("id") + "." + result, told.get(result));
        }
        for (Page override : outcome.pages("overrides")) {
            ObjectNode said = override.copy("state", "reason")
                    .put("until", days.day(override.text("until")).toString());
            steps.add(Step.move(
                    name + ".override." + override.text("at"),
                    days.moment(override.text("at"), name, 1),
                    Cast.user(override.text("by")),
                    OUTCOMES + "/${" + name + "}",
                    "override",
                    said));
        }
    }

    /** One value a sprint, from the sprint {@code since}. */
    private void measure(String name, String by, String result, Page told) {
        int sprint = Integer.parseInt(told.text("since", "1"));
        for (String value : told.texts("measured")) {
            LocalDate day = days.inSprint(sprint, MEASURED);
            steps.add(Step.post(
                    "result." + result + ".s" + sprint,
                    days.moment(day, "result." + result, 0),
                    by,
                    OUTCOMES + "/${" + name + "}/key-results/${result." + result + "}/measure",
                    Page.object().put("value", Double.parseDouble(value))));
            sprint++;
        }
    }

    private void decision(Page decision) {
        String name = "decision." + decision.text("id");
        ObjectNode body = decision.copy("question", "choice", "why", "options", "status");
        ArrayNode units = body.putArray("units");
        decision.texts("units").forEach(unit -> units.add(Cast.unit(unit)));
        ArrayNode concerns = body.putArray("concerns");
        decision.pages("concerns")
                .forEach(concern ->
                        concerns.add(concern.copy("kind", "title").put("id", "${" + concern.text("id") + "}")));
        steps.add(Step.post(
                name, days.moment(decision.text("at"), name, 0), Cast.user(decision.text("by")), DECISIONS, body));
        int number = 0;
        for (Page then : decision.pages("then")) {
            number++;
            String verb = then.has("accept") ? "accept" : then.has("veto") ? "veto" : "supersede";
            ObjectNode said = switch (verb) {
                case "veto" -> Page.object().put("reason", then.text("veto"));
                case "supersede" -> then.page("supersede").copy("question", "choice", "why");
                default -> null;
            };
            steps.add(Step.move(
                    name + "." + verb,
                    days.moment(then.text("at"), name, number),
                    Cast.user(then.text("by")),
                    DECISIONS + "/${" + name + "}",
                    verb,
                    said));
        }
    }
}
