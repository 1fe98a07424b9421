package io.guildhall.cop.adoption;

import io.guildhall.cop.shared.TeamId;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.cop.page-declined.v1")
@About("A team does not use a page.")
public record PageDeclined(
        @About("What the page is called") String title,
        @About("Id of the team") TeamId team,
        @About("Why") String why) implements DomainEvent {}
