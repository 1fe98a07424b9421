package io.guildhall.roadmap.imports;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.CommandContext;
import io.guildhall.platform.imports.ImportSession;
import io.guildhall.platform.imports.Problem;
import io.guildhall.platform.imports.Row;
import io.guildhall.platform.imports.RowResult;
import io.guildhall.platform.imports.Verdict;
import io.guildhall.roadmap.features.FeatureDraft;
import io.guildhall.roadmap.features.FeatureStatus;
import io.guildhall.roadmap.features.ImportFeature;
import io.guildhall.roadmap.features.Need;
import io.guildhall.roadmap.features.Origin;
import io.guildhall.roadmap.shared.UnitId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One pass over an export: a line is a feature. */
final class FeatureSession implements ImportSession {

    /** Teams that were imported a moment ago may still be on their way here; so long they are waited for, once. */
    private static final long PATIENCE = Duration.ofSeconds(3).toNanos();

    private static final long STEP_MILLIS = 50;

    private final FeatureMapping mapping;
    private final Map<String, List<Integer>> columns = new HashMap<>();
    private final TeamNames teams;
    private final ImportFeature features;
    private final Map<String, Integer> lines = new HashMap<>();
    private final Map<String, UnitId> expected = new HashMap<>();
    private long patience = PATIENCE;

    FeatureSession(FeatureMapping mapping, List<String> names, TeamNames teams, ImportFeature features) {
        this.mapping = mapping;
        this.teams = teams;
        this.features = features;
        mapping.expectedTeams().forEach(name -> expected.put(TeamNames.canonical(name), new UnitId(name)));
        for (int i = 0; i < names.size(); i++) {
            columns.computeIfAbsent(names.get(i), any -> new ArrayList<>()).add(i);
        }
    }

    @Override
    public void survey(Row row) {
        String key = cells(row).key();
        if (!key.isEmpty()) {
            lines.putIfAbsent(FeatureRow.canonical(key), row.line());
        }
    }

    @Override
    public String key(Row row) {
        return cells(row).key();
    }

    @Override
    public RowResult check(Row row, CommandContext context) {
        return take(cells(row), row.line(), this::knownOrExpected, false, context);
    }

    @Override
    public RowResult apply(Row row, CommandContext context) {
        return take(cells(row), row.line(), this::awaited, true, context);
    }

    private RowResult take(
            FeatureRow cells, int line, FeatureRow.TeamLookup lookup, boolean apply, CommandContext context) {
        RowResult unusable = unusable(cells, line);
        if (unusable != null) {
            return unusable;
        }
        Optional<UnitId> owner = cells.team().isEmpty() ? Optional.empty() : lookup.find(cells.team());
        if (owner.isEmpty() && !cells.team().isEmpty()) {
            return RowResult.refused(
                    cells.key(),
                    "There is no team " + Problem.quoted(cells.team()) + " here.",
                    "Import the catalog that has the team, or correct the team in the tracker; then import again.");
        }
        Origin origin = new Origin(mapping.source(), cells.key());
        UnitId team = owner.or(() -> features.teamOf(origin)).orElse(null);
        if (owner.isEmpty()) {
            cells.problems()
                    .add(new Problem(
                            "It has no team.",
                            team == null
                                    ? "It is taken without one; say here whose it is."
                                    : "It keeps the one it has here."));
        }
        FeatureStatus status = cells.status();
        List<Need> needs = cells.needs(team, lookup);
        if (!status.open() && !needs.isEmpty()) {
            cells.problems()
                    .add(new Problem(
                            "It is " + status + ", so what it needs of other teams makes no dependency.",
                            "Nothing to do; if it is not finished, correct its status in the tracker."));
        }
        FeatureDraft draft = new FeatureDraft(
                cells.key(), cells.title(), team, cells.timing(), status, needs, Visibility.ORGANIZATION);
        ImportFeature.Effect effect =
                apply ? features.take(origin, draft, context).effect() : features.preview(origin, draft, context);
        return new RowResult(
                cells.key(),
                verdict(effect),
                cells.problems(),
                needs.isEmpty() ? Map.of() : Map.of("needs", needs.size()));
    }

    private @Nullable RowResult unusable(FeatureRow cells, int line) {
        if (mapping.key() == null || mapping.title() == null) {
            return RowResult.refused(
                    cells.key(),
                    "Nobody knows which columns hold the key and the title.",
                    "Choose both columns in the mapping.");
        }
        if (cells.key().isEmpty()) {
            return RowResult.refused(
                    "", "It has no key.", "Give it a key in the column " + Problem.quoted(mapping.key()) + ".");
        }
        if (cells.isTemplate()) {
            return RowResult.refused(
                    cells.key(), "This is a template and no feature.", "Nothing to do: leave it out of the export.");
        }
        int first = lines.getOrDefault(FeatureRow.canonical(cells.key()), line);
        if (first != line) {
            return RowResult.refused(
                    cells.key(),
                    "The key " + Problem.quoted(cells.key()) + " stands on line " + first + " already.",
                    "Give one of the two another key in the tracker, then import again.");
        }
        return null;
    }

    /** A team that is only expected stands under its name: a check writes nothing, so nothing refers to it. */
    private Optional<UnitId> knownOrExpected(String name) {
        return teams.find(name).or(() -> Optional.ofNullable(expected.get(TeamNames.canonical(name))));
    }

    private Optional<UnitId> awaited(String name) {
        Optional<UnitId> team = teams.find(name);
        long since = System.nanoTime();
        while (team.isEmpty() && System.nanoTime() - since < patience) {
            try {
                Thread.sleep(STEP_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                break;
            }
            team = teams.find(name);
        }
        patience -= Math.min(patience, System.nanoTime() - since);
        return team;
    }

    private FeatureRow cells(Row row) {
        return new FeatureRow(row, mapping, columns);
    }

    private static Verdict verdict(ImportFeature.Effect effect) {
        return switch (effect) {
            case CREATED -> Verdict.CREATE;
            case REVISED -> Verdict.UPDATE;
            case UNCHANGED -> Verdict.UNCHANGED;
        };
    }
}
