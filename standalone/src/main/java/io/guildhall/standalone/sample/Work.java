package io.guildhall.standalone.sample;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The features. What the pages leave out follows a habit: a feature is planned in the week before its sprint, begun on the
 * sprint's first day and done on its eleventh; a team that is needed commits the day after and delivers on the ninth.
 */
final class Work {

    private static final String FEATURES = "/api/roadmap/features";
    private static final int FIRST_KEY = 101;
    private static final int PLANNED_AHEAD = 9;

    private final Cast cast;
    private final Days days;
    private final Negotiations negotiations;
    private final List<Step> steps = new ArrayList<>();
    private int key = FIRST_KEY;

    Work(Cast cast, Days days, Negotiations negotiations) {
        this.cast = cast;
        this.days = days;
        this.negotiations = negotiations;
    }

    List<Step> steps(Page written) {
        for (Page team : written.pages("teams")) {
            team.pages("features").forEach(feature -> new Told(team.text("team"), feature).tell());
        }
        return steps;
    }

    static String id(Page feature) {
        return feature.text("id", feature.text("title").toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"));
    }

    /** One feature, as it is told. */
    private final class Told {

        private final String team;
        private final Page feature;
        private final String name;
        private final String by;
        private final int sprint;
        private final ObjectNode said;
        private int told;

        Told(String team, Page feature) {
            this.team = team;
            this.feature = feature;
            this.name = "feature." + id(feature);
            this.by = cast.productOwner(team);
            this.sprint = Integer.parseInt(feature.text("sprint", "0"));
            this.said = feature.copy("title").put("key", "MER-" + key++).put("team", Cast.unit(team));
            if (sprint > 0) {
                said.put("plannedSprint", sprint);
            }
        }

        void tell() {
            ObjectNode body = said.deepCopy();
            ArrayNode needs = body.putArray("needs");
            feature.pages("needs").forEach(need -> needs.add(need(need)));
            if (feature.has("outcome")) {
                body.put("outcome", "${outcome." + feature.text("outcome") + "}");
            }
            LocalDate planned = planned();
            steps.add(Step.post(name, at(planned), by, FEATURES, body));
            feature.pages("needs").forEach(need -> negotiate(need, planned));
            String status = feature.text("status", sprint == 0 || sprint > Days.CURRENT ? "PLANNED" : habit());
            if (sprint > 0 && !status.equals("PLANNED") && !status.equals("DROPPED")) {
                proceed("IN_PROGRESS", days.inSprint(sprint, 1));
            }
            if (feature.has("rescheduled")) {
                reschedule(feature.page("rescheduled"));
            }
            if (status.equals("DONE")) {
                proceed("DONE", day("doneAt", days.inSprint(sprint, 11)));
            } else if (status.equals("DROPPED")) {
                proceed("DROPPED", day("droppedAt", planned.plusDays(6)));
            }
        }

        private String habit() {
            return sprint < Days.CURRENT ? "DONE" : "IN_PROGRESS";
        }

        private LocalDate planned() {
            LocalDate ahead = days.today().minusDays(PLANNED_AHEAD);
            LocalDate usual = sprint == 0 ? ahead : days.inSprint(sprint, -4);
            return day("at", usual.isBefore(ahead) ? usual : ahead);
        }

        private void proceed(String status, LocalDate day) {
            ObjectNode body = said.deepCopy().put("status", status);
            String path = FEATURES + "/${" + name + "}";
            steps.add(Step.put(name + "." + status, at(day), by, path, body));
        }

        private void reschedule(Page rescheduled) {
            int later = Integer.parseInt(rescheduled.text("sprint"));
            ObjectNode body = rescheduled.copy("reason").put("plannedSprint", later);
            steps.add(Step.move(
                    name + ".rescheduled",
                    at(days.day(rescheduled.text("at"))),
                    by,
                    FEATURES + "/${" + name + "}",
                    "reschedule",
                    body));
            said.put("plannedSprint", later);
        }

        private void negotiate(Page need, LocalDate planned) {
            String producer = producer(need);
            String dependency = "need." + id(feature) + "." + producer;
            List<Page> moves = need.has("moves") ? need.pages("moves") : habit(planned);
            steps.addAll(negotiations.moves(dependency, team, producer, moves));
        }

        private List<Page> habit(LocalDate planned) {
            List<Page> moves = new ArrayList<>();
            moves.add(habit("commit", planned.plusDays(1)));
            if (sprint > 0 && sprint < Days.CURRENT) {
                moves.add(habit("deliver", days.inSprint(sprint, 9)));
                moves.add(habit("accept", days.inSprint(sprint, 10)));
            }
            return moves;
        }

        private Page habit(String move, LocalDate day) {
            long fromToday = day.toEpochDay() - days.today().toEpochDay();
            return new Page(Page.object().put("at", String.valueOf(fromToday)).put(move, "needed"));
        }

        private LocalDate day(String field, LocalDate otherwise) {
            String written = feature.maybe(field);
            return written == null ? otherwise : days.day(written);
        }

        private Instant at(LocalDate day) {
            return days.moment(day, name, told++);
        }
    }

    private static String producer(Page need) {
        return need.node().isString() ? need.node().asString() : need.text("team");
    }

    private static ObjectNode need(Page need) {
        ObjectNode body = Page.object().put("team", Cast.unit(producer(need)));
        @Nullable String note = need.maybe("note");
        return note == null ? body : body.put("note", note);
    }
}
