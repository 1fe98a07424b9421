package io.guildhall.standalone.sample;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/**
 * Puts ids in the place of names. Most are what a step has made; the dependency of a feature's need, the finding of a rule and
 * a key result come to be by themselves, as what comes from the shelf does, and are looked up.
 *
 * <pre>
 * ${feature.refunds}                what that step has made
 * ${need.refunds.settlement}        the dependency that follows from what a feature needs of a team
 * ${result.pass.0}                  the first key result of an outcome
 * ${finding.settlement.a-rule}      the finding of that rule about a team
 * ${page.craft.Its title}           the page of a community with that title
 * ${tree.craft.Its title}           the decision tree of a community with that title
 * </pre>
 */
final class Ids {

    private static final Pattern NAME = Pattern.compile("\\$\\{([^}]+)}");

    private final Journal journal;
    private final Errands errands;
    private final Map<String, String> found = new ConcurrentHashMap<>();

    Ids(Journal journal, Errands errands) {
        this.journal = journal;
        this.errands = errands;
    }

    /** @throws NotYet when something is not there yet, which an event may change */
    String putInto(String text) throws IOException, InterruptedException {
        Matcher names = NAME.matcher(text);
        StringBuilder whole = new StringBuilder();
        while (names.find()) {
            names.appendReplacement(whole, Matcher.quoteReplacement(id(names.group(1))));
        }
        return names.appendTail(whole).toString();
    }

    private String id(String name) throws IOException, InterruptedException {
        String known = journal.id(name).orElse(found.get(name));
        if (known == null) {
            known = lookUp(name);
            found.put(name, known);
        }
        return known;
    }

    private String lookUp(String name) throws IOException, InterruptedException {
        String[] parts = name.split("\\.", -1);
        return switch (parts[0]) {
            case "need" ->
                item(
                        name,
                        errands.read("/api/team/dependencies?limit=100&feature=" + id("feature." + parts[1])),
                        "/producer/id",
                        id("unit." + parts[2]));
            case "finding" ->
                item(name, errands.read("/api/team/findings?unit=" + id("unit." + parts[1])), "/rule", parts[2]);
            case "page", "tree" ->
                item(
                        name,
                        errands.read(
                                "/api/cop/communities/" + id("community." + parts[1]) + "/" + parts[0] + "s?limit=100"),
                        "/title",
                        parts[2]);
            case "result" ->
                errands.read("/api/roadmap/outcomes/" + id("outcome." + parts[1]))
                        .at("/keyResults/" + parts[2] + "/id")
                        .asString();
            default -> throw new IllegalArgumentException("Nothing in the story is called " + name);
        };
    }

    private static String item(String name, JsonNode list, String field, String value) throws NotYet {
        return StreamSupport.stream(list.path("items").spliterator(), false)
                .filter(one -> one.at(field).asString("").equals(value))
                .map(one -> one.path("id").asString())
                .findFirst()
                .orElseThrow(() -> new NotYet(name + " is not there"));
    }
}
