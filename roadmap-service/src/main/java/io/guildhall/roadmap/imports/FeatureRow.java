package io.guildhall.roadmap.imports;

import io.guildhall.platform.imports.Problem;
import io.guildhall.platform.imports.Row;
import io.guildhall.roadmap.features.FeatureStatus;
import io.guildhall.roadmap.features.Need;
import io.guildhall.roadmap.features.Timing;
import io.guildhall.roadmap.shared.UnitId;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The cells of one line under a mapping; what is odd about them is noted, not guessed. */
final class FeatureRow {

    /** A key that stands in a template for one that somebody has to fill in. */
    private static final Pattern TEMPLATE = Pattern.compile("[A-Za-z]+-(N+|X+|n+|x+|#+)");

    private static final Pattern DAY = Pattern.compile("([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})([T ].*)?");
    private static final Pattern SPRINT = Pattern.compile("(?:[Ss]print )?([1-9][0-9]{0,3})");

    private final Row row;
    private final FeatureMapping mapping;
    private final Map<String, List<Integer>> columns;
    private final List<Problem> problems = new ArrayList<>();

    /** @param columns where each name stands, for a name may stand there more than once */
    FeatureRow(Row row, FeatureMapping mapping, Map<String, List<Integer>> columns) {
        this.row = row;
        this.mapping = mapping;
        this.columns = columns;
    }

    List<Problem> problems() {
        return problems;
    }

    String key() {
        return cell(mapping.key());
    }

    String title() {
        return cell(mapping.title());
    }

    String team() {
        return cell(mapping.team());
    }

    boolean isTemplate() {
        return TEMPLATE.matcher(key()).matches();
    }

    FeatureStatus status() {
        String said = cell(mapping.status());
        for (Map.Entry<String, FeatureStatus> known : mapping.statuses().entrySet()) {
            if (known.getKey().equalsIgnoreCase(said)) {
                return known.getValue();
            }
        }
        problems.add(
                said.isEmpty()
                        ? new Problem("It has no status.", "It is taken as PLANNED; give it a status in the tracker.")
                        : new Problem(
                                "The status " + Problem.quoted(said) + " means nothing here.",
                                "It is taken as PLANNED; say in the mapping what it means, or mend it in the tracker."));
        return FeatureStatus.PLANNED;
    }

    Timing timing() {
        String sprint = cell(mapping.sprint());
        String date = cell(mapping.date());
        if (!sprint.isEmpty()) {
            Matcher number = SPRINT.matcher(sprint);
            if (number.matches()) {
                return Timing.inSprint(Integer.parseInt(number.group(1)));
            }
            problems.add(new Problem(
                    Problem.quoted(sprint) + " is no number of a sprint.",
                    "It is taken without a sprint; plan it here, or give the number in the tracker."));
        }
        if (date.isEmpty()) {
            return Timing.OPEN;
        }
        return day(date).map(Timing::on).orElseGet(() -> {
            problems.add(new Problem(
                    Problem.quoted(date) + " is no day.",
                    "It is taken without a date; plan it here, or export days as 2026-12-31."));
            return Timing.OPEN;
        });
    }

    private static Optional<LocalDate> day(String text) {
        Matcher day = DAY.matcher(text);
        try {
            return day.matches()
                    ? Optional.of(LocalDate.of(
                            Integer.parseInt(day.group(1)),
                            Integer.parseInt(day.group(2)),
                            Integer.parseInt(day.group(3))))
                    : Optional.empty();
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The other teams it needs; those nobody knows are noted and left out. */
    List<Need> needs(@Nullable UnitId owner, TeamLookup teams) {
        Set<UnitId> needed = new LinkedHashSet<>();
        for (String name : needed(teams)) {
            Optional<UnitId> team = teams.find(name);
            if (team.isEmpty()) {
                problems.add(new Problem(
                        "It depends on " + Problem.quoted(name) + ", which is no team here.",
                        "It is taken without that need; add the team to the catalog, then import both again."));
            } else if (team.get().equals(owner)) {
                problems.add(new Problem(
                        "It depends on its own team.", "That need is left out; name the other team in the tracker."));
            } else {
                needed.add(team.get());
            }
        }
        return needed.stream().map(team -> Need.of(team, null)).toList();
    }

    private Set<String> needed(TeamLookup teams) {
        Set<String> names = new LinkedHashSet<>();
        for (String column : mapping.dependsOn()) {
            for (int index : columns.getOrDefault(column, List.of())) {
                String cell = at(index);
                if (cell.isEmpty() || teams.find(cell).isPresent()) {
                    names.add(cell);
                } else {
                    Pattern.compile("[,;]")
                            .splitAsStream(cell)
                            .map(String::strip)
                            .forEach(names::add);
                }
            }
        }
        names.remove("");
        return names;
    }

    /** Finds a team by what the tracker calls it. */
    interface TeamLookup {
        Optional<UnitId> find(String name);
    }

    /** The first cell under this name that holds something. */
    private String cell(@Nullable String column) {
        if (column != null) {
            for (int index : columns.getOrDefault(column, List.of())) {
                String cell = at(index);
                if (!cell.isEmpty()) {
                    return cell;
                }
            }
        }
        return "";
    }

    private String at(int index) {
        return row.content().path(index).asString("").strip();
    }

    static String canonical(String key) {
        return key.toUpperCase(Locale.ROOT);
    }
}
