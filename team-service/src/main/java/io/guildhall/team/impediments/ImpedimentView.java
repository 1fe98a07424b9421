package io.guildhall.team.impediments;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.Scopes;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.team.shown.Ref;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * An impediment as it is shown.
 *
 * @param ageDays whole days since it was raised, or until it was resolved
 * @param supporters how many people said: me too
 * @param meToo whether the reader is one of them
 * @param can the use cases that the reader may carry out now
 */
public record ImpedimentView(
        String id,
        long version,
        String title,
        Ref team,
        Ref raisedBy,
        Instant raisedAt,
        ImpedimentScope scope,
        @Nullable String category,
        @Nullable String stops,
        List<Ref> affectedTeams,
        List<String> features,
        Impediment.State state,
        Level level,
        Ref holder,
        @Nullable String waitingFor,
        @Nullable String nextStep,
        long ageDays,
        @Nullable Integer daysLost,
        int supporters,
        boolean meToo,
        List<UpdateView> updates,
        List<EscalationView> escalations,
        @Nullable AnswerView answer,
        @Nullable ResolutionView resolution,
        Visibility visibility,
        List<String> can) {

    public record UpdateView(Instant at, Ref by, String text) {}

    public record EscalationView(Level to, Ref holder, Instant at, Ref by, EvidenceView evidence) {}

    public record EvidenceView(
            @Nullable String impact,
            boolean impactUnknown,
            @Nullable Integer daysLost,
            List<Ref> affectedTeams,
            @Nullable String proposal,
            @Nullable LocalDate respondBy,
            List<String> records) {}

    /** @param broken whether the promised day has passed with the impediment still open */
    public record AnswerView(
            Impediment.Answer.Kind kind,
            Ref by,
            Instant at,
            @Nullable String reason,
            @Nullable LocalDate promisedFor,
            boolean broken) {}

    /** @param sharedWith the id of the community that was told; null where none was */
    public record ResolutionView(
            Instant at,
            Ref by,
            String fix,
            boolean causeRemoved,
            @Nullable String sharedWith) {}

    /** Makes views for one reader. */
    @Component
    public static class Views {

        private final Scopes scopes;
        private final Access access;
        private final Clock clock;

        Views(Scopes scopes, Access access, Clock clock) {
            this.scopes = scopes;
            this.access = access;
            this.clock = clock;
        }

        public ImpedimentView of(Stored<Impediment> stored, Actor reader) {
            Impediment state = stored.state();
            return new ImpedimentView(
                    stored.id(),
                    stored.version(),
                    state.title(),
                    unit(state.team()),
                    person(state.raisedBy()),
                    state.raisedAt(),
                    state.scope(),
                    state.category(),
                    state.stops(),
                    units(state.affectedTeams()),
                    state.features(),
                    state.status(),
                    state.level(),
                    unit(state.holder()),
                    state.waitingFor(),
                    state.nextStep(),
                    state.ageDays(clock.instant()),
                    state.daysLost(),
                    state.supporters().size(),
                    state.supporters().contains(reader.id()),
                    state.updates().stream()
                            .map(update -> new UpdateView(update.at(), person(update.by()), update.text()))
                            .toList(),
                    state.escalations().stream().map(this::escalation).toList(),
                    answer(state),
                    resolution(state.resolution()),
                    state.visibility(),
                    can(state, reader));
        }

        public Ref unitRef(String id) {
            return unit(id);
        }

        public EvidenceView evidence(Evidence evidence) {
            return new EvidenceView(
                    evidence.impact(),
                    evidence.impactUnknown(),
                    evidence.daysLost(),
                    units(evidence.affectedTeams()),
                    evidence.proposal(),
                    evidence.respondBy(),
                    evidence.records());
        }

        private EscalationView escalation(Impediment.Escalation escalation) {
            return new EscalationView(
                    escalation.to(),
                    unit(escalation.holder()),
                    escalation.at(),
                    person(escalation.by()),
                    evidence(escalation.evidence()));
        }

        private @Nullable AnswerView answer(Impediment state) {
            Impediment.Answer answer = state.answer();
            return answer == null
                    ? null
                    : new AnswerView(
                            answer.kind(),
                            person(answer.by()),
                            answer.at(),
                            answer.reason(),
                            answer.promisedFor(),
                            state.promiseBroken(LocalDate.now(clock)));
        }

        private @Nullable ResolutionView resolution(Impediment.@Nullable Resolution resolution) {
            return resolution == null
                    ? null
                    : new ResolutionView(
                            resolution.at(),
                            person(resolution.by()),
                            resolution.fix(),
                            resolution.causeRemoved(),
                            resolution.sharedWith());
        }

        private List<String> can(Impediment state, Actor reader) {
            List<String> can = new ArrayList<>();
            if (state.status() != Impediment.State.OPEN) {
                return can;
            }
            add(can, reader, "DescribeImpediment", state.deciders());
            add(can, reader, "UpdateImpediment", state.scopes());
            add(can, reader, "ResolveImpediment", state.deciders());
            if (!state.raisedBy().equals(reader.id())) {
                add(can, reader, "SupportImpediment", List.of(Access.ROOT));
            }
            if (state.level() != Level.EXECUTIVE_ACTION_TEAM || state.answer() != null) {
                add(can, reader, "EscalateImpediment", List.of(state.team(), state.holder()));
            }
            if (state.level() == Level.EXECUTIVE_ACTION_TEAM) {
                add(can, reader, "AnswerEscalation", List.of(Access.ROOT));
            }
            return can;
        }

        private void add(List<String> can, Actor reader, String useCase, List<String> targets) {
            if (access.may(reader, useCase, targets)) {
                can.add(useCase);
            }
        }

        private Ref unit(String id) {
            return Ref.unit(id, scopes);
        }

        private Ref person(String id) {
            return Ref.person(id, scopes);
        }

        private List<Ref> units(List<String> ids) {
            return ids.stream().map(this::unit).toList();
        }
    }
}
