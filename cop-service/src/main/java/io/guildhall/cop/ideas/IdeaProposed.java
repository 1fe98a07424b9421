package io.guildhall.cop.ideas;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.cop.idea-proposed.v1")
@About("Somebody suggests something to a community.")
public record IdeaProposed(@About("What it is called") String title) implements DomainEvent {}
