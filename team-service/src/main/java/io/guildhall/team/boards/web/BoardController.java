package io.guildhall.team.boards.web;

import io.guildhall.platform.access.Scope;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.platform.web.Caller;
import io.guildhall.team.dependencies.Dependencies;
import io.guildhall.team.dependencies.Dependency;
import io.guildhall.team.dependencies.DependencyStatus;
import io.guildhall.team.organization.Teams;
import io.guildhall.team.shown.Ref;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Dependencies by producing team and sprint, and who waits for whom. */
@RestController
class BoardController {

    private static final int MOST_SPRINTS = 20;

    private final Dependencies dependencies;
    private final Teams teams;
    private final Scopes scopes;
    private final Clock clock;

    BoardController(Dependencies dependencies, Teams teams, Scopes scopes, Clock clock) {
        this.dependencies = dependencies;
        this.teams = teams;
        this.scopes = scopes;
        this.clock = clock;
    }

    record Card(String id, String title, Ref consumer, Ref producer, DependencyStatus status, boolean broken) {}

    record Cell(String team, int sprint, List<Card> dependencies) {}

    /** @param open how much one team still waits for from another */
    record Edge(Ref consumer, Ref producer, int open, int broken) {}

    /** @param undated how many dependencies have no day yet and so stand in no sprint */
    record DependencyBoard(
            List<Sprints.Sprint> sprints, List<Ref> teams, List<Cell> cells, List<Edge> edges, int undated) {}

    @GetMapping("/api/team/boards/dependencies")
    DependencyBoard dependencies(
            @RequestParam(required = false) @Nullable Integer from,
            @RequestParam(required = false) @Nullable Integer to,
            @RequestParam(required = false) @Nullable String area,
            Caller caller) {
        LocalDate today = LocalDate.now(clock);
        Sprints sprints = Sprints.of(scopes, today);
        int first = from == null ? Math.max(1, sprints.on(today) - Sprints.LOOK_BACK) : from;
        int last = to == null ? first + 6 : to;
        if (last < first || (long) last - first >= MOST_SPRINTS) {
            throw Refusal.invalid("too-many-sprints", "A board shows 1 to " + MOST_SPRINTS + " sprints; narrow it.");
        }
        List<Scope> teams = area == null ? this.teams.all() : this.teams.of(area);
        List<Stored<Dependency>> open =
                dependencies.openOf(teams.stream().map(Scope::id).toList(), caller.actor());
        Map<String, Cell> cells = new LinkedHashMap<>();
        int undated = 0;
        for (Stored<Dependency> stored : open) {
            LocalDate due = due(stored.state());
            if (due == null) {
                undated++;
                continue;
            }
            int sprint = sprints.on(due);
            if (sprint >= first && sprint <= last) {
                String team = stored.state().producer();
                cells.computeIfAbsent(team + "/" + sprint, key -> new Cell(team, sprint, new ArrayList<>()))
                        .dependencies()
                        .add(card(stored, today));
            }
        }
        return new DependencyBoard(
                IntStream.rangeClosed(first, last).mapToObj(sprints::sprint).toList(),
                teams.stream().map(team -> new Ref(team.id(), team.name())).toList(),
                List.copyOf(cells.values()),
                edges(open, today),
                undated);
    }

    private List<Edge> edges(List<Stored<Dependency>> open, LocalDate today) {
        Map<String, Edge> edges = new TreeMap<>();
        for (Stored<Dependency> stored : open) {
            Dependency state = stored.state();
            if (state.status().open()) {
                int broken = state.broken(today).isPresent() ? 1 : 0;
                edges.merge(
                        state.consumer() + ">" + state.producer(),
                        new Edge(Ref.unit(state.consumer(), scopes), Ref.unit(state.producer(), scopes), 1, broken),
                        (one, other) -> new Edge(
                                one.consumer(),
                                one.producer(),
                                one.open() + other.open(),
                                one.broken() + other.broken()));
            }
        }
        return List.copyOf(edges.values());
    }

    private Card card(Stored<Dependency> stored, LocalDate today) {
        Dependency state = stored.state();
        return new Card(
                stored.id(),
                state.title(),
                Ref.unit(state.consumer(), scopes),
                Ref.unit(state.producer(), scopes),
                state.status(),
                state.broken(today).isPresent());
    }

    private static @Nullable LocalDate due(Dependency dependency) {
        return dependency.committedBy() != null ? dependency.committedBy() : dependency.neededBy();
    }
}
