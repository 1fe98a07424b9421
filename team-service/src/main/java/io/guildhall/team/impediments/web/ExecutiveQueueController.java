package io.guildhall.team.impediments.web;

import io.guildhall.platform.aggregate.Stored;
import io.guildhall.platform.web.Caller;
import io.guildhall.team.impediments.Evidence;
import io.guildhall.team.impediments.Impediment;
import io.guildhall.team.impediments.ImpedimentView;
import io.guildhall.team.impediments.Impediments;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What leadership is asked, shortest first to understand: the ask, the cost, the age, the proposal, respond-by. */
@RestController
class ExecutiveQueueController {

    private final Impediments impediments;
    private final ImpedimentView.Views views;
    private final Clock clock;

    ExecutiveQueueController(Impediments impediments, ImpedimentView.Views views, Clock clock) {
        this.impediments = impediments;
        this.views = views;
        this.clock = clock;
    }

    /** @param cost the impact in the team's words, null where it is said to be unknown */
    record Ask(
            ImpedimentView impediment,
            String ask,
            @Nullable String cost,
            @Nullable Integer daysLost,
            long ageDays,
            @Nullable String proposal,
            @Nullable LocalDate respondBy,
            boolean waiting) {}

    /** @param kept promises whose impediment was resolved by the promised day, {@code broken} those it was not */
    record ExecutiveQueue(List<Ask> items, int kept, int broken) {}

    @GetMapping("/api/team/queues/executive")
    ExecutiveQueue queue(Caller caller) {
        LocalDate today = LocalDate.now(clock);
        List<Stored<Impediment>> all = impediments.heldByLeadership(caller.actor());
        List<Ask> items = all.stream()
                .filter(stored -> stored.state().status() == Impediment.State.OPEN)
                .map(stored -> ask(stored, caller, today))
                .sorted(Comparator.comparing((Ask ask) -> !ask.waiting()).thenComparing(ask -> -ask.ageDays()))
                .toList();
        int kept = (int) all.stream().filter(stored -> kept(stored.state())).count();
        int broken = (int) all.stream()
                .filter(stored -> promised(stored.state()) && !kept(stored.state()))
                .filter(stored ->
                        stored.state().resolution() != null || stored.state().promiseBroken(today))
                .count();
        return new ExecutiveQueue(items, kept, broken);
    }

    private Ask ask(Stored<Impediment> stored, Caller caller, LocalDate today) {
        ImpedimentView view = views.of(stored, caller.actor());
        List<Impediment.Escalation> escalations = stored.state().escalations();
        Evidence evidence = escalations.get(escalations.size() - 1).evidence();
        boolean waiting = stored.state().answer() == null || stored.state().promiseBroken(today);
        return new Ask(
                view,
                view.title(),
                evidence.impactUnknown() ? null : evidence.impact(),
                evidence.daysLost(),
                view.ageDays(),
                evidence.proposal(),
                evidence.respondBy(),
                waiting);
    }

    private static boolean promised(Impediment state) {
        return state.answer() != null && state.answer().promisedFor() != null;
    }

    private boolean kept(Impediment state) {
        return promised(state)
                && state.resolution() != null
                && state.answer() != null
                && state.answer().promisedFor() != null
                && !LocalDate.ofInstant(state.resolution().at(), clock.getZone())
                        .isAfter(state.answer().promisedFor());
    }
}
