package io.guildhall.roadmap.decisions;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import io.guildhall.roadmap.shared.PersonId;

@EventType("guildhall.roadmap.decision-accepted.v1")
@About("A proposed decision holds now.")
public record DecisionAccepted(@About("Who accepted it.") PersonId by) implements DomainEvent {}
