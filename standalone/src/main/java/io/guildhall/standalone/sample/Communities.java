package io.guildhall.standalone.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The communities of practice: who founded and joined them, when they met and how many were there, what they took from the
 * shelf, what teams say of it, which decision trees were run and which ideas were tried.
 */
final class Communities {

    private static final String COMMUNITIES = "/api/cop/communities";
    private static final String FOUNDED = "s1d-4";

    private final Days days;
    private final List<Step> steps = new ArrayList<>();

    Communities(Days days) {
        this.days = days;
    }

    List<Step> steps(Page written) {
        written.pages("communities").forEach(one -> new Told(one).tell());
        return steps;
    }

    /** One community, as it is told. */
    private final class Told {

        private final Page community;
        private final String name;
        private final String path;
        private final String lead;
        private int runs;

        Told(Page community) {
            this.community = community;
            this.name = "community." + community.text("id");
            this.path = COMMUNITIES + "/${" + name + "}";
            this.lead = Cast.user(community.text("lead"));
        }

        void tell() {
            ObjectNode body = community.copy("name", "purpose", "audience", "links");
            steps.add(Step.post(name, at(FOUNDED, 0), lead, COMMUNITIES, body));
            meet(community.page("cadence"));
            steps.add(
                    Step.post(name + ".shelf", at(FOUNDED, 2), lead, path + "/shelf/" + community.text("shelf"), null));
            for (String member : community.texts("members")) {
                steps.add(Step.post(name + ".join." + member, at(FOUNDED, 3), Cast.user(member), path + "/join", null));
            }
            if (community.has("coLead")) {
                ObjectNode coLead = Page.object().put("person", Cast.person(community.text("coLead")));
                steps.add(Step.post(name + ".co-lead", at(FOUNDED, 4), lead, path + "/co-leads", coLead));
            }
            for (Page question : community.pages("questions")) {
                steps.add(Step.post(
                        name + ".question." + question.text("text"),
                        at(FOUNDED, 5),
                        lead,
                        path + "/questions",
                        question.copy("moment", "text")));
            }
            held();
            community.pages("actions").forEach(this::action);
            community.pages("teams").forEach(this::stance);
            community.pages("ideas").forEach(this::idea);
            community.pages("runs").forEach(this::run);
            if (community.has("moved")) {
                move(community.page("moved"));
            }
        }

        private void meet(Page cadence) {
            ObjectNode body = cadence.copy("rule", "at", "zone", "minutes")
                    .put("first", days.day(cadence.text("first")).toString());
            steps.add(new Step(name + ".cadence", at(FOUNDED, 1), lead, "PUT", path + "/cadence", body, path));
        }

        /** Before each date somebody facilitates it where that is told; on the day after, somebody says how many were there. */
        private void held() {
            Iterator<String> facilitators = community.texts("facilitators").iterator();
            LocalDate date = days.day(community.page("cadence").text("first"));
            int every = community.page("cadence").text("rule").contains("INTERVAL=2") ? 14 : 7;
            for (String count : community.texts("held")) {
                if (facilitators.hasNext()) {
                    ObjectNode body = Page.object().put("person", Cast.person(facilitators.next()));
                    steps.add(new Step(
                            name + ".facilitator." + date.toEpochDay(),
                            days.moment(date, name, 0),
                            lead,
                            "PUT",
                            gathering(date) + "/facilitator",
                            body,
                            gathering(date)));
                }
                if (!count.equals("0")) {
                    ObjectNode body = Page.object().put("attended", Integer.parseInt(count));
                    steps.add(Step.post(
                            name + ".held." + date.toEpochDay(),
                            days.moment(date.plusDays(1), name, 0),
                            lead,
                            gathering(date) + "/held",
                            body));
                }
                date = date.plusDays(every);
            }
        }

        private void action(Page action) {
            LocalDate date = days.day(action.text("date"));
            ObjectNode body = action.copy("text");
            if (action.has("owner")) {
                body.put("owner", Cast.person(action.text("owner")));
            }
            steps.add(Step.post(
                    name + ".action." + action.text("text"),
                    days.moment(date.plusDays(1), name, 1),
                    lead,
                    gathering(date) + "/actions",
                    body));
        }

        private void stance(Page said) {
            String page = "${page." + community.text("id") + "." + said.text("page") + "}";
            steps.add(new Step(
                    name + ".stance." + said.text("team") + "." + said.text("page"),
                    days.moment(said.text("at"), name, 2),
                    Cast.user(said.text("by")),
                    "PUT",
                    "/api/cop/pages/" + page + "/adoption/" + Cast.unit(said.text("team")),
                    said.copy("stance", "words"),
                    null));
        }

        private void idea(Page idea) {
            String own = name + ".idea." + idea.text("id");
            String at = "/api/cop/ideas/${" + own + "}";
            ObjectNode body = idea.copy("title", "what", "why");
            steps.add(Step.post(
                    own, days.moment(idea.text("at"), own, 0), Cast.user(idea.text("by")), path + "/ideas", body));
            for (String supporter : idea.texts("support")) {
                steps.add(new Step(
                        own + ".support." + supporter,
                        days.moment(idea.text("at"), own, 1),
                        Cast.user(supporter),
                        "PUT",
                        at + "/support",
                        null,
                        null));
            }
            if (idea.has("trial")) {
                tryOut(own, at, idea.page("trial"));
            }
            for (String end : List.of("adopted", "dropped")) {
                if (idea.has(end)) {
                    Page said = idea.page(end);
                    String move = end.equals("adopted") ? "adopt" : "drop";
                    steps.add(Step.move(
                            own + "." + end,
                            days.moment(said.text("at"), own, 0),
                            lead,
                            at,
                            move,
                            said.copy("learned")));
                }
            }
        }

        private void tryOut(String own, String at, Page trial) {
            ObjectNode body = trial.copy("measure")
                    .put("until", days.day(trial.text("until")).toString());
            ArrayNode teams = body.putArray("teams");
            trial.texts("teams").forEach(team -> teams.add(Cast.unit(team)));
            steps.add(Step.move(own + ".trial", days.moment(trial.text("at"), own, 0), lead, at, "trial", body));
        }

        /** Somebody runs a tree to its end, and at times attaches what came of it to an impediment. */
        private void run(Page told) {
            runs++;
            String run = name + ".run." + runs;
            String by = Cast.user(told.text("by"));
            String tree = "${tree." + community.text("id") + "." + told.text("tree") + "}";
            steps.add(Step.post(run, run(told, 0), by, "/api/cop/trees/" + tree + "/runs", null));
            String path = "/api/cop/runs/${" + run + "}";
            int step = 0;
            for (String answer : told.texts("answers")) {
                ObjectNode body = Page.object().put("step", step).put("answer", Integer.parseInt(answer));
                step++;
                steps.add(Step.post(run + ".answer." + step, run(told, step), by, path + "/answers", body));
            }
            if (told.has("about")) {
                ObjectNode body =
                        Page.object().put("kind", "IMPEDIMENT").put("id", "${impediment." + told.text("about") + "}");
                steps.add(Step.post(run + ".attach", run(told, step + 1), by, path + "/attach", body));
            }
        }

        private Instant run(Page told, int step) {
            return days.moment(told.text("at"), name + told.text("by"), step);
        }

        private void move(Page moved) {
            ObjectNode body = moved.copy("reason").put("to", days.day(moved.text("to")) + "T14:00");
            steps.add(Step.post(
                    name + ".moved",
                    days.moment(days.today().minusDays(1), name, 3),
                    lead,
                    path + "/gatherings/" + days.day(moved.text("date")) + "/move",
                    body));
        }

        private String gathering(LocalDate date) {
            return "/api/cop/gatherings/${" + name + "}_" + date;
        }

        private Instant at(String day, int step) {
            return days.moment(day, name, step);
        }
    }
}
