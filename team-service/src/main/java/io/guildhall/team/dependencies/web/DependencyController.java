package io.guildhall.team.dependencies.web;

import io.guildhall.platform.aggregate.Page;
import io.guildhall.platform.aggregate.Refusal;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.platform.web.Caller;
import io.guildhall.platform.web.IfMatch;
import io.guildhall.platform.web.Replies;
import io.guildhall.platform.web.ShowsCurrent;
import io.guildhall.team.dependencies.Dependencies;
import io.guildhall.team.dependencies.Dependency;
import io.guildhall.team.dependencies.DependencyStatus;
import io.guildhall.team.dependencies.DependencyView;
import io.guildhall.team.dependencies.MoveDependency;
import io.guildhall.team.dependencies.ProposeDependency;
import io.guildhall.team.dependencies.Side;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Dependencies over HTTP. */
@RestController
@RequestMapping("/api/team/dependencies")
class DependencyController implements ShowsCurrent {

    private final Dependencies dependencies;
    private final ProposeDependency propose;
    private final MoveDependency move;
    private final DependencyView.Views views;
    private final Clock clock;

    DependencyController(
            Dependencies dependencies,
            ProposeDependency propose,
            MoveDependency move,
            DependencyView.Views views,
            Clock clock) {
        this.dependencies = dependencies;
        this.propose = propose;
        this.move = move;
        this.views = views;
        this.clock = clock;
    }

    record ProposeRequest(
            String title,
            String consumer,
            String producer,
            @Nullable LocalDate neededBy,
            @Nullable String feature) {}

    record CommitRequest(@Nullable LocalDate by) {}

    record DateRequest(LocalDate date, @Nullable String reason) {}

    record ReasonRequest(@Nullable String reason) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<DependencyView> propose(@RequestBody ProposeRequest body, Caller caller) {
        Stored<Dependency> proposed = propose.propose(
                new ProposeDependency.Command(
                        required("title", body.title()),
                        required("consumer", body.consumer()),
                        required("producer", body.producer()),
                        body.neededBy(),
                        body.feature()),
                caller.command());
        return Replies.created("/api/team/dependencies/" + proposed.id(), proposed, views.of(proposed, caller.actor()));
    }

    @GetMapping
    Page<DependencyView> listDependencies(
            @RequestParam(required = false) @Nullable String team,
            @RequestParam(required = false) @Nullable String role,
            @RequestParam(required = false) @Nullable DependencyStatus status,
            @RequestParam(required = false) @Nullable String feature,
            @RequestParam(required = false) @Nullable Boolean broken,
            @RequestParam(required = false) @Nullable String needsAnswerFrom,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "25") int limit,
            Caller caller) {
        Dependencies.Filter filter =
                new Dependencies.Filter(team, side(role), status, feature, broken, needsAnswerFrom);
        return dependencies
                .page(filter, caller.actor(), LocalDate.now(clock), cursor, limit)
                .map(found -> views.of(found, caller.actor()));
    }

    @GetMapping("/{id}")
    ResponseEntity<DependencyView> getDependency(@PathVariable String id, Caller caller) {
        return reply(dependencies.get(id, caller.actor()), caller);
    }

    @IfMatch
    @PostMapping("/{id}/commit")
    ResponseEntity<DependencyView> commit(@PathVariable String id, @RequestBody CommitRequest body, Caller caller) {
        return reply(move.commit(id, body.by(), caller.command()), caller);
    }

    @IfMatch
    @PostMapping("/{id}/counter")
    ResponseEntity<DependencyView> counter(@PathVariable String id, @RequestBody DateRequest body, Caller caller) {
        return reply(move.counter(id, required("date", body.date()), body.reason(), caller.command()), caller);
    }

    @IfMatch
    @PostMapping("/{id}/decline")
    ResponseEntity<DependencyView> decline(@PathVariable String id, @RequestBody ReasonRequest body, Caller caller) {
        return reply(move.decline(id, body.reason(), caller.command()), caller);
    }

    @IfMatch
    @PostMapping("/{id}/slip")
    ResponseEntity<DependencyView> slip(@PathVariable String id, @RequestBody DateRequest body, Caller caller) {
        return reply(move.slip(id, required("date", body.date()), body.reason(), caller.command()), caller);
    }

    @IfMatch
    @PostMapping("/{id}/deliver")
    ResponseEntity<DependencyView> deliver(@PathVariable String id, Caller caller) {
        return reply(move.deliver(id, caller.command()), caller);
    }

    @IfMatch
    @PostMapping("/{id}/accept")
    ResponseEntity<DependencyView> accept(@PathVariable String id, Caller caller) {
        return reply(move.accept(id, caller.command()), caller);
    }

    @IfMatch
    @PostMapping("/{id}/withdraw")
    ResponseEntity<DependencyView> withdraw(@PathVariable String id, @RequestBody ReasonRequest body, Caller caller) {
        return reply(move.withdraw(id, body.reason(), caller.command()), caller);
    }

    @IfMatch
    @PostMapping("/{id}/need-by")
    ResponseEntity<DependencyView> needBy(@PathVariable String id, @RequestBody DateRequest body, Caller caller) {
        return reply(move.needBy(id, required("date", body.date()), caller.command()), caller);
    }

    @Override
    public Object current(String id, Caller caller) {
        return views.of(dependencies.get(id, caller.actor()), caller.actor());
    }

    private ResponseEntity<DependencyView> reply(Stored<Dependency> stored, Caller caller) {
        return Replies.found(stored, views.of(stored, caller.actor()));
    }

    private static @Nullable Side side(@Nullable String role) {
        if (role == null) {
            return null;
        }
        return switch (role.toUpperCase(Locale.ROOT)) {
            case "CONSUMER" -> Side.CONSUMER;
            case "PRODUCER" -> Side.PRODUCER;
            default -> throw new Refusal("bad-role", 400, "Unknown role", "'role' is consumer or producer.");
        };
    }

    private static <T> T required(String field, @Nullable T value) {
        if (value == null) {
            throw Refusal.invalid("field-missing", "'" + field + "' has to be there.");
        }
        return value;
    }
}
