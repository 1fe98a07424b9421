package io.guildhall.feed.subscription;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.replica.Replica;
import io.guildhall.platform.replica.Replicated;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.fortuna.ical4j.model.Recur;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The gatherings of communities, each date by itself and in UTC: what was moved or cancelled is then understood by every
 * calendar, and no time zone has to be described.
 */
@Component
public class CommunityDates {

    /** What roles in communities begin with. */
    private static final String ROLES = "COMMUNITY_";

    private final Replica<Community> communities;
    private final Access access;
    private final Scopes scopes;

    CommunityDates(Replica<Community> communities, Access access, Scopes scopes) {
        this.communities = communities;
        this.access = access;
        this.scopes = scopes;
    }

    /**
     * What is planned between two days.
     *
     * @param unit a community that the actor may see; null for those that the actor belongs to
     */
    public List<Occasion> of(@Nullable String unit, LocalDate from, LocalDate to, Actor actor) {
        List<String> ids = unit == null ? belongsTo(actor) : maySee(unit, actor) ? List.of(unit) : List.of();
        List<Occasion> found = new ArrayList<>();
        for (Replicated<Community> community : communities.findAll(ids)) {
            Map<LocalDate, Community.Deviation> deviations = community.state().schedule().deviations().stream()
                    .collect(Collectors.toMap(Community.Deviation::on, Function.identity(), (one, other) -> other));
            for (Community.Spell spell : community.state().schedule().spells()) {
                for (LocalDate day : days(spell, from, to)) {
                    found.add(occasion(community, spell.cadence(), day, deviations.get(day)));
                }
            }
        }
        return found;
    }

    private List<String> belongsTo(Actor actor) {
        return actor.person() == null
                ? List.of()
                : access.rolesOf(actor.person()).stream()
                        .filter(role -> role.getValue().startsWith(ROLES))
                        .map(role -> role.getKey().id())
                        .distinct()
                        .toList();
    }

    private boolean maySee(String unit, Actor actor) {
        return scopes.scope(unit).filter(scope -> access.sees(actor, scope)).isPresent();
    }

    private static List<LocalDate> days(Community.Spell spell, LocalDate from, LocalDate to) {
        LocalDate first = spell.cadence().first();
        LocalDate last = spell.last() == null || spell.last().isAfter(to) ? to : spell.last();
        if (last.isBefore(first)) {
            return List.of();
        }
        String rule = spell.cadence().rule();
        // Weeks begin on Monday, as RFC 5545 says; left to itself, the library begins them on Sunday.
        return new Recur<LocalDate>(rule.contains("WKST=") ? rule : rule + ";WKST=MO")
                .getDates(first, from.isBefore(first) ? first : from, last).stream()
                        .filter(day -> !day.isBefore(from) && !day.isAfter(last))
                        .distinct()
                        .toList();
    }

    private static Occasion occasion(
            Replicated<Community> community,
            Community.Cadence cadence,
            LocalDate day,
            Community.@Nullable Deviation deviation) {
        LocalDateTime planned = day.atTime(cadence.at());
        LocalDateTime begins = deviation == null ? planned : Objects.requireNonNullElse(deviation.movedTo(), planned);
        Instant start = begins.atZone(cadence.zone()).toInstant();
        return new Occasion(
                "gathering-" + community.id() + "-" + day,
                community.state().name(),
                begins.toLocalDate(),
                begins.toLocalDate(),
                Occasion.momentOf(community.sequence()),
                deviation != null && deviation.movedTo() == null,
                "/communities/" + community.id() + "/gatherings/" + day,
                new Occasion.Hours(
                        start,
                        start.plusSeconds(cadence.minutes() * 60L),
                        cadence.zone(),
                        deviation == null ? null : deviation.reason()));
    }
}
