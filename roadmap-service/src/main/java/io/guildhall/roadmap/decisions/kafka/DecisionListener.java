package io.guildhall.roadmap.decisions.kafka;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.AggregateType;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.StateMapper;
import io.guildhall.platform.replica.Consumers;
import io.guildhall.platform.replica.IncomingEvent;
import io.guildhall.platform.replica.UnreadableEvent;
import io.guildhall.roadmap.decisions.Concern;
import io.guildhall.roadmap.decisions.DecisionDraft;
import io.guildhall.roadmap.decisions.DecisionId;
import io.guildhall.roadmap.decisions.DecisionSuperseded;
import io.guildhall.roadmap.decisions.ReadDecision;
import io.guildhall.roadmap.decisions.Source;
import io.guildhall.roadmap.shared.Organization;
import io.guildhall.roadmap.shared.PersonId;
import io.guildhall.roadmap.shared.UnitId;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Hears what was decided elsewhere: answers of leadership, waivers of findings, overrides of assessments. Each becomes an
 * entry of the log. It also hears of superseded decisions, whose successors it makes where they are missing.
 */
@Component
class DecisionListener {

    private static final String ANSWERED = "guildhall.team.escalation-answered.v1";
    private static final String WAIVED = "guildhall.team.finding-waived.v1";
    private static final String WAIVED_IN_COMMUNITY = "guildhall.cop.finding-waived.v1";
    private static final String OVERRIDDEN = "guildhall.roadmap.outcome-overridden.v1";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
    private static final int MOST_QUOTED = 150;

    private final ReadDecision read;
    private final Organization organization;

    DecisionListener(Consumers consumers, ReadDecision read, Organization organization) {
        this.read = read;
        this.organization = organization;
        consumers.hear("decision-log", "team.impediments", event -> heard(ANSWERED, event, this::answered));
        consumers.hear("decision-log", "team.waivers", event -> heard(WAIVED, event, this::waived));
        consumers.hear(
                "decision-log",
                "cop.community-waivers",
                event -> heard(WAIVED_IN_COMMUNITY, event, this::waivedInCommunity));
        consumers.hear("decision-log", "roadmap.outcomes", event -> heard(OVERRIDDEN, event, this::overridden));
        consumers.hear(
                "decision-log",
                "roadmap.decisions",
                event -> heard(AggregateType.wireName(DecisionSuperseded.class), event, this::superseded));
    }

    private interface Entry {
        void enter(IncomingEvent event);
    }

    /** What this log cannot take it never can, so it is a dead letter; anything else that fails is tried again. */
    private static void heard(String type, IncomingEvent event, Entry entry) {
        if (!event.type().equals(type)) {
            return;
        }
        try {
            entry.enter(event);
        } catch (Refusal refusal) {
            if (refusal.status() == 503) {
                throw refusal;
            }
            throw new UnreadableEvent("The decision log does not take it: " + refusal.detail());
        }
    }

    private void answered(IncomingEvent event) {
        JsonNode change = event.change();
        JsonNode impediment = event.state();
        String title = impediment.path("title").asString("an impediment");
        String choice = switch (change.path("kind").asString("")) {
            case "ACCEPTED" -> "Accepted: leadership takes it on";
            case "DECLINED" -> "Declined";
            case "PROMISED" -> "Promised for " + day(change.path("promisedFor").asString("a day"));
            default -> "Answered";
        };
        String unit = impediment.path("team").asString("");
        enter(
                event,
                "LEADERSHIP_ANSWER",
                "What does leadership do about " + quoted(title) + name(unit) + "?",
                choice,
                change.path("reason").asString(proposal(impediment)),
                List.of(new Concern("IMPEDIMENT", event.subject(), title)),
                units(impediment.path("scopes")));
    }

    /** Where leadership gave no reason, what it was asked for tells most. */
    private static String proposal(JsonNode impediment) {
        String proposed = "";
        for (JsonNode escalation : impediment.path("escalations")) {
            proposed = escalation.path("evidence").path("proposal").asString(proposed);
        }
        return proposed.isBlank() ? "No reason was given" : "Asked for: " + proposed;
    }

    private void waived(IncomingEvent event) {
        JsonNode waiver = event.state();
        String unit = waiver.path("unit").asString("");
        List<Concern> concerns = new ArrayList<>();
        concerns.add(new Concern("FINDING", event.subject(), null));
        if (!unit.isBlank()) {
            concerns.add(new Concern("UNIT", unit, organization.of(new UnitId(unit))));
        }
        waived(event, name(unit), concerns, unit.isBlank() ? units(waiver.path("scopes")) : List.of(new UnitId(unit)));
    }

    /** A community is no unit; what is waived in a private one is its members' affair. */
    private void waivedInCommunity(IncomingEvent event) {
        boolean open = event.state().path("visibility").asString("").equals(Visibility.ORGANIZATION.name());
        if (open) {
            String community = event.state().path("community").asString("");
            waived(
                    event,
                    "",
                    List.of(new Concern("FINDING", event.subject(), null), new Concern("COMMUNITY", community, null)),
                    List.of());
        }
    }

    private void waived(IncomingEvent event, String where, List<Concern> concerns, List<UnitId> units) {
        JsonNode waiver = event.state();
        String rule = waiver.path("rule").asString("a rule");
        String until =
                event.change().path("until").asString(waiver.path("until").asString(""));
        enter(
                event,
                "WAIVER",
                waiver.path("text").isString()
                        ? "Does this have to be mended: "
                                + quoted(waiver.path("text").stringValue())
                        : "Does the rule " + quoted(rule) + " hold" + where + "?",
                "Waived" + (until.isBlank() ? "" : " until " + day(until)),
                event.change().path("reason").asString(waiver.path("reason").asString("No reason was given")),
                concerns,
                units);
    }

    private void overridden(IncomingEvent event) {
        JsonNode change = event.change();
        String title = change.path("title").asString("an outcome");
        enter(
                event,
                "OVERRIDE",
                "How does " + quoted(title) + " stand?",
                sentence(change.path("state").asString("")) + " until "
                        + day(change.path("until").asString("")),
                change.path("reason").asString("No reason was given"),
                List.of(new Concern("OUTCOME", event.subject(), title)),
                units(event.state().path("scopes")));
    }

    private void superseded(IncomingEvent event) {
        read.superseded(
                new DecisionId(event.subject()),
                StateMapper.json().treeToValue(event.change(), DecisionSuperseded.class),
                new PersonId(event.by()),
                event.at(),
                event.asCause());
    }

    private void enter(
            IncomingEvent event,
            String kind,
            String question,
            String choice,
            String why,
            List<Concern> concerns,
            List<UnitId> units) {
        read.read(
                new Source(event.id(), kind),
                new DecisionDraft(question, choice, why, List.of(), concerns, units, visibility(event.state())),
                new PersonId(event.by()),
                event.at(),
                event.asCause());
    }

    /** Whoever may see the thing may see what was decided about it. */
    private static Visibility visibility(JsonNode state) {
        String visibility = state.path("visibility").asString(Visibility.ORGANIZATION.name());
        try {
            return Visibility.valueOf(visibility);
        } catch (IllegalArgumentException e) {
            return Visibility.TEAM;
        }
    }

    private String name(String unit) {
        return unit.isBlank() ? "" : " in " + organization.of(new UnitId(unit));
    }

    private static List<UnitId> units(JsonNode scopes) {
        List<UnitId> units = new ArrayList<>();
        scopes.forEach(scope -> units.add(new UnitId(scope.asString(""))));
        return units;
    }

    /** AT_RISK as people write it: At risk. */
    private static String sentence(String word) {
        return word.isEmpty()
                ? word
                : word.charAt(0) + word.substring(1).replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    private static String day(String date) {
        try {
            return DAY.format(LocalDate.parse(date));
        } catch (DateTimeParseException e) {
            return date;
        }
    }

    private static String quoted(String text) {
        return '"' + (text.length() <= MOST_QUOTED ? text : text.substring(0, MOST_QUOTED - 1) + "…") + '"';
    }
}
