package io.guildhall.roadmap.outcomes;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import java.time.LocalDate;

@EventType("guildhall.roadmap.outcome-overridden.v1")
@About("A person says that an outcome stands otherwise than assessed.")
public record OutcomeOverridden(
        @About("The title of the outcome.") String title,
        @About("How it stands, in that person's opinion.") Confidence state,
        @About("Why.") String reason,
        @About("The last day this holds.") LocalDate until)
        implements DomainEvent {}
