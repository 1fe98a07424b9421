package io.guildhall.standalone.sample;

import io.guildhall.standalone.identity.Persona;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The people of the story, their places, and how the organization comes to be. */
final class Cast {

    /** The person whom the administrator's sign-in is linked to before anything else. */
    static final String FIRST = Persona.ADMIN.fullName();

    private static final String ADMIN = Persona.ADMIN.subject();
    private static final String PEOPLE = "/api/team/people";
    private static final String UNITS = "/api/team/units";
    private static final Map<String, String> SUBJECTS =
            Arrays.stream(Persona.values()).collect(Collectors.toMap(Persona::fullName, Persona::subject));

    private final Page organization;
    private final Days days;
    private final String issuer;
    private final Map<String, Page> teams = new LinkedHashMap<>();
    private final List<Step> steps = new ArrayList<>();
    private final Set<String> people = new LinkedHashSet<>();
    private final List<Runnable> appointments = new ArrayList<>();

    Cast(Page organization, Days days, String issuer) {
        this.organization = organization;
        this.days = days;
        this.issuer = issuer;
        organization.pages("teams").forEach(team -> teams.put(team.text("id"), team));
    }

    /** The name somebody signs in with. */
    static String user(String person) {
        return SUBJECTS.getOrDefault(person, dotted(person));
    }

    private static String dotted(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", ".");
    }

    String productOwner(String team) {
        return user(team(team).text("owner"));
    }

    String scrumMaster(String team) {
        return user(team(team).text("master"));
    }

    static String unit(String id) {
        return "${unit." + id + "}";
    }

    static String person(String name) {
        return "${person." + name + "}";
    }

    private Page team(String id) {
        Page team = teams.get(id);
        if (team == null) {
            throw new IllegalArgumentException("No team " + id);
        }
        return team;
    }

    /** Founds the units, then makes the people known, links their sign-ins and gives them their roles. */
    List<Step> steps() {
        people.add(FIRST);
        Page product = organization.page("product");
        found("product", "PRODUCT", product, null, null, 2);
        product.pages("roles").forEach(role -> appoint("product", role));
        organization.pages("groups").forEach(this::group);
        organization.pages("areas").forEach(area -> {
            found(area.text("id"), "AREA", area, "product", null, 3);
            appoint(area.text("id"), area.text("owner"), "AREA_PRODUCT_OWNER");
        });
        teams.values().forEach(this::team);
        people.forEach(this::register);
        appointments.forEach(Runnable::run);
        steps.add(Step.post(
                "calendar",
                at(8),
                ADMIN,
                UNITS + "/product/calendar",
                Page.object().put("firstStart", days.firstStart().toString()).put("lengthDays", Days.SPRINT)));
        return steps;
    }

    private void group(Page group) {
        String parent = group.maybe("parent");
        found(group.text("id"), "SCRUM_OF_SCRUMS", group, parent, null, parent == null ? 3 : 4);
        appoint(group.text("id"), group.text("master"), "SCRUM_OF_SCRUMS_MASTER");
    }

    private void team(Page team) {
        String id = team.text("id");
        found(id, "TEAM", team, team.text("area"), team.text("group"), 5);
        appoint(id, team.text("owner"), "PRODUCT_OWNER");
        if (!team.has("masterIs")) {
            appoint(id, team.text("master"), "SCRUM_MASTER");
        }
        appoint(id, team.text("lead"), "TECH_LEAD");
        team.texts("developers").forEach(developer -> appoint(id, developer, "DEVELOPER"));
        team.pages("roles").forEach(role -> appoint(id, role));
    }

    private void found(String id, String kind, Page unit, @Nullable String parent, @Nullable String group, int stage) {
        ObjectNode body = unit.copy("name", "description").put("kind", kind);
        if (parent != null) {
            body.put("parent", unit(parent));
        }
        if (group != null) {
            body.put("scrumOfScrums", unit(group));
        }
        steps.add(Step.post("unit." + id, at(stage), ADMIN, UNITS, body));
    }

    private void register(String name) {
        boolean first = name.equals(FIRST);
        ObjectNode body = Page.object().put("name", name).put("email", dotted(name) + "@meridian.example");
        steps.add(Step.post("person." + name, at(first ? 0 : 6), ADMIN, PEOPLE, body));
        if (!organization.texts("withoutSignIn").contains(name)) {
            steps.add(Step.post(
                    "link." + name,
                    at(first ? 1 : 7),
                    ADMIN,
                    PEOPLE + "/" + person(name) + "/links",
                    Page.object().put("issuer", issuer).put("subject", user(name))));
        }
    }

    private void appoint(String unit, String person, String role) {
        appoint(unit, new Page(Page.object().put("person", person).put("role", role)));
    }

    private void appoint(String unit, Page role) {
        String name = role.text("person");
        people.add(name);
        ObjectNode body = role.copy("role", "share", "responsibilities")
                .put("person", person(name))
                .put("from", days.day(role.text("from", "s1d-6")).toString());
        if (role.has("to")) {
            body.put("to", days.day(role.text("to")).toString());
        }
        appointments.add(() -> steps.add(Step.post(
                "role." + unit + "." + role.text("role") + "." + name,
                at(8),
                ADMIN,
                UNITS + "/" + unit(unit) + "/assignments",
                body)));
    }

    private Instant at(int stage) {
        return days.moment(days.inSprint(1, -6), "organization", stage);
    }
}
