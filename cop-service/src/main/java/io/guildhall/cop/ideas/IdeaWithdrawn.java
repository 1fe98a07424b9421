package io.guildhall.cop.ideas;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.cop.idea-withdrawn.v1")
@About("Whoever proposed an idea takes it back.")
public record IdeaWithdrawn(@About("What it is called") String title) implements DomainEvent {}
