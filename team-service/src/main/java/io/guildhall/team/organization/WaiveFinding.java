package io.guildhall.team.organization;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Shows what differs from the rules, and waives it with a reason. */
@Component
public class WaiveFinding {

    private final Units units;
    private final Waivers waivers;
    private final Access access;
    private final RoleRules rules;
    private final Clock clock;

    WaiveFinding(Units units, Waivers waivers, Access access, RoleRules rules, Clock clock) {
        this.units = units;
        this.waivers = waivers;
        this.access = access;
        this.rules = rules;
        this.clock = clock;
    }

    /** @param waiver null where nobody waived it, or the waiver is over */
    public record Shown(Finding finding, @Nullable Waiver waiver) {}

    /** @param unit null for all units */
    public List<Shown> findings(@Nullable String unit) {
        LocalDate today = LocalDate.now(clock);
        List<Stored<Unit>> looked = unit == null ? units.all() : List.of(units.get(unit));
        List<Finding> findings = looked.stream()
                .flatMap(stored -> Findings.of(stored.id(), stored.state(), rules, today).stream())
                .toList();
        Map<String, Waiver> waived =
                waivers.of(findings.stream().map(Finding::id).collect(Collectors.toSet()));
        return findings.stream()
                .map(finding -> {
                    Waiver waiver = waived.get(finding.id());
                    return new Shown(finding, waiver != null && waiver.holdsOn(today) ? waiver : null);
                })
                .toList();
    }

    public Stored<Waiver> waive(String finding, String reason, @Nullable LocalDate until, CommandContext context) {
        Finding found = findings(null).stream()
                .map(Shown::finding)
                .filter(candidate -> Objects.equals(candidate.id(), finding))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("finding", finding));
        access.require(context.actor(), "WaiveFinding", found.unit());
        return waivers.put(
                finding, context, Waiver.waive(found, reason, until, context.by(), context.at(), LocalDate.now(clock)));
    }
}
