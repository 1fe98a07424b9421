package io.guildhall.standalone.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** What teams need of each other by themselves, and every move about a dependency. */
final class Negotiations {

    private static final String DEPENDENCIES = "/api/team/dependencies";

    /** In the afternoon, so that a feature of the same day is there. */
    private static final Duration LATER = Duration.ofHours(5);

    private final Cast cast;
    private final Days days;

    Negotiations(Cast cast, Days days) {
        this.cast = cast;
        this.days = days;
    }

    /** Those that no feature asks for. */
    List<Step> steps(Page dependencies) {
        List<Step> steps = new ArrayList<>();
        for (Page one : dependencies.pages("dependencies")) {
            String consumer = one.text("consumer");
            String producer = one.text("producer");
            String name = "dependency." + one.text("id");
            ObjectNode body = one.copy("title")
                    .put("consumer", Cast.unit(consumer))
                    .put("producer", Cast.unit(producer))
                    .put("neededBy", days.day(one.text("neededBy")).toString());
            steps.add(Step.post(name, moment(one, name, 0), cast.scrumMaster(consumer), DEPENDENCIES, body));
            steps.addAll(moves(name, consumer, producer, one.pages("moves")));
        }
        return steps;
    }

    /** @param name of the dependency, as in {@link Ids} */
    List<Step> moves(String name, String consumer, String producer, List<Page> moves) {
        List<Step> steps = new ArrayList<>();
        for (Page move : moves) {
            steps.add(move(name, consumer, producer, move, steps.size() + 1));
        }
        return steps;
    }

    private Step move(String name, String consumer, String producer, Page move, int number) {
        String side = move.text("side", move.has("accept") || move.has("withdraw") ? "consumer" : "producer");
        String team = side.equals("consumer") ? consumer : producer;
        ObjectNode body = move.copy("reason");
        String verb;
        String by = cast.productOwner(team);
        if (move.has("commit")) {
            verb = "commit";
            if (!move.text("commit").equals("needed")) {
                body.put("by", days.day(move.text("commit")).toString());
            }
        } else if (move.has("counter")) {
            verb = "counter";
            body.put("date", days.day(move.text("counter")).toString());
        } else if (move.has("slip")) {
            verb = "slip";
            body.put("date", days.day(move.text("slip")).toString());
        } else if (move.has("decline")) {
            verb = "decline";
            body.put("reason", move.text("decline"));
        } else if (move.has("withdraw")) {
            verb = "withdraw";
            body.put("reason", move.text("withdraw"));
        } else {
            verb = move.has("deliver") ? "deliver" : "accept";
            by = move.has("deliver") ? cast.scrumMaster(team) : by;
        }
        boolean bare = verb.equals("deliver") || verb.equals("accept");
        return Step.move(
                name + "." + number + "." + verb,
                moment(move, name, number),
                by,
                DEPENDENCIES + "/${" + name + "}",
                verb,
                bare ? null : body);
    }

    private Instant moment(Page page, String name, int number) {
        return days.moment(page.text("at"), name, number).plus(LATER);
    }
}
