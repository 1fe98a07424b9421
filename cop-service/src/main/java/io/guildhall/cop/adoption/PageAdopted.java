package io.guildhall.cop.adoption;

import io.guildhall.cop.shared.TeamId;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.cop.page-adopted.v1")
@About("A team uses a page as it is.")
public record PageAdopted(
        @About("What the page is called") String title,
        @About("Id of the team") TeamId team) implements DomainEvent {}
