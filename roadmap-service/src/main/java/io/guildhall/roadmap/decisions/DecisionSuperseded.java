package io.guildhall.roadmap.decisions;

import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import io.guildhall.roadmap.shared.UnitId;
import java.util.List;

@EventType("guildhall.roadmap.decision-superseded.v1")
@About("Another decision has replaced this one.")
public record DecisionSuperseded(
        @About("The decision that replaces it.") DecisionId successor,
        @About("What was to be decided.") String question,
        @About("What is chosen now.") String choice,
        @About("Why.") String why,
        @About("What was weighed.") List<Option> options,
        @About("What the new decision is about.") List<Concern> concerns,
        @About("Who may see the new decision.") Visibility visibility,

        @About("Where the new decision holds; none is the whole product.")
        List<UnitId> units)
        implements DomainEvent {}
