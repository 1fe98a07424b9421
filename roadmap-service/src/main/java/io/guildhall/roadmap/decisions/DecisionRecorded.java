package io.guildhall.roadmap.decisions;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import org.jspecify.annotations.Nullable;

@EventType("guildhall.roadmap.decision-recorded.v1")
@About("A decision, or the proposal of one, is in the log.")
public record DecisionRecorded(
        @About("What was to be decided.") String question,
        @About("What was chosen.") String choice,
        @About("Why.") String why,
        @About("Whether it holds or is a proposal.") DecisionStatus status,
        @About("The decision it replaces.") @Nullable DecisionId supersedes,

        @About("The event it was read from; null when a person wrote it.") @Nullable
        Source source)
        implements DomainEvent {}
