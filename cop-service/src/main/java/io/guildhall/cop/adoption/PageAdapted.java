package io.guildhall.cop.adoption;

import io.guildhall.cop.shared.TeamId;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.cop.page-adapted.v1")
@About("A team uses a page with something of its own.")
public record PageAdapted(
        @About("What the page is called") String title,
        @About("Id of the team") TeamId team,
        @About("With what") String with)
        implements DomainEvent {}
