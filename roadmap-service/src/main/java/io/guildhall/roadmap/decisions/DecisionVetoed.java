package io.guildhall.roadmap.decisions;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.roadmap.decision-vetoed.v1")
@About("A decision was stopped.")
public record DecisionVetoed(@About("Why.") String reason) implements DomainEvent {}
