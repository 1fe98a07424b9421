package io.guildhall.team.boards.web;

import io.guildhall.platform.access.Scope;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.platform.web.Caller;
import io.guildhall.team.dependencies.Dependencies;
import io.guildhall.team.dependencies.Dependency;
import io.guildhall.team.dependencies.DependencyView;
import io.guildhall.team.impediments.Impediment;
import io.guildhall.team.impediments.ImpedimentView;
import io.guildhall.team.impediments.Impediments;
import io.guildhall.team.impediments.Level;
import io.guildhall.team.organization.Teams;
import io.guildhall.team.shown.Ref;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The agenda of a Scrum of Scrums, compiled: what is new, overdue, broken or promised, and how the teams stand. */
@RestController
class ScrumOfScrumsController {

    private static final Duration NEW = Duration.ofDays(7);
    private static final int OVERDUE_DAYS = 10;
    private static final int SPRINTS_AHEAD = 6;

    private final Impediments impediments;
    private final Dependencies dependencies;
    private final ImpedimentView.Views impedimentViews;
    private final DependencyView.Views dependencyViews;
    private final Teams teams;
    private final Scopes scopes;
    private final Clock clock;

    ScrumOfScrumsController(
            Impediments impediments,
            Dependencies dependencies,
            ImpedimentView.Views impedimentViews,
            DependencyView.Views dependencyViews,
            Teams teams,
            Scopes scopes,
            Clock clock) {
        this.impediments = impediments;
        this.dependencies = dependencies;
        this.impedimentViews = impedimentViews;
        this.dependencyViews = dependencyViews;
        this.teams = teams;
        this.scopes = scopes;
        this.clock = clock;
    }

    /** @param oldestAgeDays null where nothing is open */
    record TeamRow(Ref team, int open, @Nullable Long oldestAgeDays) {}

    record MatrixCell(int sprint, int due, int late) {}

    record MatrixRow(Ref team, List<MatrixCell> cells) {}

    record Matrix(List<Integer> sprints, List<MatrixRow> rows) {}

    /**
     * @param newSince escalated here within the last seven days
     * @param overdue waiting here, raised more than ten days ago
     * @param commitments of the teams: broken ones first, then those whose day was moved within the last seven days
     * @param promises what leadership has promised to these teams
     */
    record ScrumOfScrumsBoard(
            Ref sos,
            List<ImpedimentView> newSince,
            List<ImpedimentView> overdue,
            List<DependencyView> commitments,
            List<ImpedimentView> promises,
            List<TeamRow> teams,
            Matrix matrix,
            List<Ref> teamsWithoutScrumMaster) {}

    @GetMapping("/api/team/boards/scrum-of-scrums/{id}")
    ScrumOfScrumsBoard board(@PathVariable String id, Caller caller) {
        Scope group = scopes.scope(id)
                .filter(scope -> scope.kind().equals("SCRUM_OF_SCRUMS"))
                .orElseThrow(() -> Refusal.notFound("Scrum of Scrums", id));
        LocalDate today = LocalDate.now(clock);
        List<Scope> teams = this.teams.of(id);
        Instant since = clock.instant().minus(NEW);
        Set<String> ids = teams.stream().map(Scope::id).collect(Collectors.toSet());
        List<Stored<Impediment>> open = impediments.openOf(List.copyOf(ids), caller.actor());
        List<Stored<Impediment>> here = impediments.openHeldBy(List.of(id), caller.actor());
        List<Stored<Dependency>> needed = dependencies.openOf(ids, caller.actor());
        return new ScrumOfScrumsBoard(
                new Ref(id, group.name()),
                shown(here.stream().filter(this::isNew), caller),
                shown(here.stream().filter(stored -> age(stored) > OVERDUE_DAYS && !isNew(stored)), caller),
                needed.stream()
                        .filter(stored -> stored.state().broken(today).isPresent()
                                || stored.state().changedSince(since))
                        .sorted(Comparator.comparing(
                                stored -> stored.state().broken(today).isEmpty()))
                        .map(stored -> dependencyViews.of(stored, caller.actor()))
                        .toList(),
                shown(
                        open.stream()
                                .filter(stored -> stored.state().level() == Level.EXECUTIVE_ACTION_TEAM
                                        && stored.state().answer() != null),
                        caller),
                teams.stream().map(team -> row(team, open)).toList(),
                matrix(teams, needed, today),
                teams.stream()
                        .filter(team -> team.grants().stream()
                                .noneMatch(grant -> grant.role().equals("SCRUM_MASTER") && grant.activeOn(today)))
                        .map(team -> new Ref(team.id(), team.name()))
                        .toList());
    }

    private List<ImpedimentView> shown(java.util.stream.Stream<Stored<Impediment>> some, Caller caller) {
        return some.sorted(Comparator.comparing(
                        (Stored<Impediment> stored) -> stored.state().raisedAt()))
                .map(stored -> impedimentViews.of(stored, caller.actor()))
                .toList();
    }

    private boolean isNew(Stored<Impediment> stored) {
        List<Impediment.Escalation> escalations = stored.state().escalations();
        Instant since = clock.instant().minus(NEW);
        return !escalations.isEmpty()
                && escalations.get(escalations.size() - 1).at().isAfter(since);
    }

    private long age(Stored<Impediment> stored) {
        return stored.state().ageDays(clock.instant());
    }

    private TeamRow row(Scope team, List<Stored<Impediment>> open) {
        List<Stored<Impediment>> own = open.stream()
                .filter(stored -> stored.state().team().equals(team.id()))
                .toList();
        return new TeamRow(
                new Ref(team.id(), team.name()),
                own.size(),
                own.isEmpty() ? null : own.stream().mapToLong(this::age).max().orElse(0));
    }

    private Matrix matrix(List<Scope> teams, List<Stored<Dependency>> needed, LocalDate today) {
        Sprints sprints = Sprints.of(scopes, today);
        int current = sprints.on(today);
        List<Integer> shown = IntStream.range(
                        Math.max(1, current - Sprints.LOOK_BACK), Math.max(1, current) + SPRINTS_AHEAD)
                .boxed()
                .toList();
        List<MatrixRow> rows = new ArrayList<>();
        for (Scope team : teams) {
            List<MatrixCell> cells = shown.stream()
                    .map(sprint -> cell(team.id(), sprint, sprints, needed, today))
                    .toList();
            rows.add(new MatrixRow(new Ref(team.id(), team.name()), cells));
        }
        return new Matrix(shown, rows);
    }

    private static MatrixCell cell(
            String team, int sprint, Sprints sprints, List<Stored<Dependency>> needed, LocalDate today) {
        List<Dependency> due = needed.stream()
                .map(Stored::state)
                .filter(state -> state.producer().equals(team) && state.status().open())
                .filter(state -> {
                    LocalDate day = state.committedBy() != null ? state.committedBy() : state.neededBy();
                    return day != null && sprints.on(day) == sprint;
                })
                .toList();
        int late = (int)
                due.stream().filter(state -> state.broken(today).isPresent()).count();
        return new MatrixCell(sprint, due.size(), late);
    }
}
