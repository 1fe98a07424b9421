package io.guildhall.cop.adoption;

import io.guildhall.cop.shared.TeamId;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.cop.adoption-taken-back.v1")
@About("A team takes back what it said of a page.")
public record AdoptionTakenBack(
        @About("What the page is called") String title,
        @About("Id of the team") TeamId team) implements DomainEvent {}
