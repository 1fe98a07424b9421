package io.guildhall.cop.ideas;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.cop.idea-dropped.v1")
@About("A trial has shown that an idea is not worth doing.")
public record IdeaDropped(
        @About("What it is called") String title,
        @About("What was learned") String learned) implements DomainEvent {}
