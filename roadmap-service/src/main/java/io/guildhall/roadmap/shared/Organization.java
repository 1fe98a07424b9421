package io.guildhall.roadmap.shared;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.Scope;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.aggregate.Refusal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** The organization as team-service publishes it, in the roadmap's words. */
@Component
public class Organization implements UnitNames {

    /** Where the product's kind stands. */
    public static final UnitId PRODUCT = new UnitId(Access.ROOT);

    private final Scopes scopes;

    Organization(Scopes scopes) {
        this.scopes = scopes;
    }

    @Override
    public String of(UnitId unit) {
        return scopes.scope(unit.value()).map(Scope::name).orElse("Unknown unit");
    }

    public Ref ref(UnitId unit) {
        return new Ref(unit.value(), of(unit));
    }

    public @Nullable Ref refOrNull(@Nullable UnitId unit) {
        return unit == null ? null : ref(unit);
    }

    public Ref ref(PersonId person) {
        return new Ref(person.value(), scopes.nameOf(person.value()));
    }

    /** The areas there are, by name. */
    public List<UnitId> areas() {
        return scopes.all().stream()
                .filter(scope -> scope.kind().equals("AREA")
                        && !scope.state().path("archived").asBoolean(false))
                .sorted(Comparator.comparing(Scope::name).thenComparing(Scope::id))
                .map(scope -> new UnitId(scope.id()))
                .toList();
    }

    /** @throws Refusal 422 when there is no such team */
    public void requireTeam(@Nullable UnitId team) {
        require(team, "TEAM", "team");
    }

    /** @throws Refusal 422 when there is no such area */
    public void requireArea(@Nullable UnitId area) {
        require(area, "AREA", "area");
    }

    /** @throws Refusal 422 when one of them does not exist */
    public void requireUnits(Collection<UnitId> units) {
        for (UnitId unit : units) {
            if (scopes.scope(unit.value()).isEmpty()) {
                throw unknown("unit", unit);
            }
        }
    }

    /** @throws Refusal 422 when nobody here has this id */
    public void requirePerson(PersonId person) {
        if (scopes.member(person.value()).isEmpty()) {
            throw Refusal.invalid(
                    "unknown-person", "There is nobody '" + person + "' here; choose somebody from the organization.");
        }
    }

    /** The sprint calendar; null until somebody has set it. */
    public @Nullable SprintCalendar calendar() {
        return scopes.scope(Access.ROOT)
                .flatMap(product -> calendar(product.state()))
                .orElse(null);
    }

    /** The calendar that a published state of the product holds, if it holds a usable one. */
    public static Optional<SprintCalendar> calendar(JsonNode product) {
        JsonNode calendar = product.path("calendar");
        try {
            return calendar.isObject()
                    ? Optional.of(new SprintCalendar(
                            LocalDate.parse(calendar.path("firstStart").asString("")),
                            calendar.path("lengthDays").asInt(0)))
                    : Optional.empty();
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private void require(@Nullable UnitId unit, String kind, String word) {
        if (unit != null
                && scopes.scope(unit.value())
                        .filter(scope -> scope.kind().equals(kind))
                        .isEmpty()) {
            throw unknown(word, unit);
        }
    }

    private static Refusal unknown(String word, UnitId unit) {
        return Refusal.invalid(
                        "unknown-" + word, "There is no " + word + " '" + unit + "'; choose one from the organization.")
                .with("field", word);
    }
}
