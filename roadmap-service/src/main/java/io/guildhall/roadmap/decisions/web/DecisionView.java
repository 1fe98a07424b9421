package io.guildhall.roadmap.decisions.web;

import io.guildhall.platform.access.Access;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.Actor;
import io.guildhall.platform.aggregate.Stored;
import io.guildhall.roadmap.decisions.Concern;
import io.guildhall.roadmap.decisions.Decision;
import io.guildhall.roadmap.decisions.DecisionId;
import io.guildhall.roadmap.decisions.DecisionStatus;
import io.guildhall.roadmap.decisions.Decisions;
import io.guildhall.roadmap.decisions.Option;
import io.guildhall.roadmap.decisions.Source;
import io.guildhall.roadmap.decisions.SupersedeDecision;
import io.guildhall.roadmap.decisions.Veto;
import io.guildhall.roadmap.shared.Organization;
import io.guildhall.roadmap.shared.Ref;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * A decision as it is shown.
 *
 * @param units where it holds; none is the whole product
 * @param source the event it was read from; null when somebody wrote it
 * @param can the use cases that the reader may carry out now
 */
record DecisionView(
        String id,
        long version,
        String question,
        List<Option> options,
        String choice,
        String why,
        Ref by,
        Instant at,
        List<Concern> concerns,
        List<Ref> units,
        DecisionStatus status,
        @Nullable DecisionId supersedes,
        @Nullable DecisionId supersededBy,
        @Nullable VetoView veto,
        @Nullable Source source,
        Visibility visibility,
        List<String> can) {

    record VetoView(Ref by, Instant at, String reason) {}

    /** Makes views for one reader. */
    @Component
    static class Views {

        private final Organization organization;
        private final Access access;

        Views(Organization organization, Access access) {
            this.organization = organization;
            this.access = access;
        }

        DecisionView of(Stored<Decision> stored, Actor reader) {
            Decision decision = stored.state();
            return new DecisionView(
                    stored.id(),
                    stored.version(),
                    decision.question(),
                    decision.options(),
                    decision.choice(),
                    decision.why(),
                    organization.ref(decision.by()),
                    decision.at(),
                    decision.concerns(),
                    decision.scopes().stream().map(organization::ref).toList(),
                    decision.status(),
                    decision.supersedes(),
                    decision.supersededBy(),
                    veto(decision.veto()),
                    decision.source(),
                    decision.visibility(),
                    can(decision, reader));
        }

        private @Nullable VetoView veto(@Nullable Veto veto) {
            return veto == null ? null : new VetoView(organization.ref(veto.by()), veto.at(), veto.reason());
        }

        private List<String> can(Decision decision, Actor reader) {
            List<String> can = new ArrayList<>();
            List<String> home = Decisions.home(decision);
            boolean proposed = decision.status() == DecisionStatus.PROPOSED;
            if (proposed && access.may(reader, "AcceptDecision", home)) {
                can.add("AcceptDecision");
            }
            if ((proposed || decision.status() == DecisionStatus.ACCEPTED)
                    && access.may(reader, "VetoDecision", home)) {
                can.add("VetoDecision");
            }
            if (decision.status() != DecisionStatus.SUPERSEDED
                    && (SupersedeDecision.maySupersede(decision, reader.id())
                            || access.may(reader, "SupersedeDecision", home))) {
                can.add("SupersedeDecision");
            }
            return can;
        }
    }
}
