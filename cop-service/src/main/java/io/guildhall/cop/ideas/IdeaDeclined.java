package io.guildhall.cop.ideas;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.cop.idea-declined.v1")
@About("An idea is not tried.")
public record IdeaDeclined(
        @About("What it is called") String title,
        @About("Why") String reason) implements DomainEvent {}
