package io.guildhall.cop.gatherings;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.cop.gathering-noted.v1")
@About("The notes of a gathering say something else.")
public record GatheringNoted(
        @About("How many characters they have; the text is in the state")
        int characters) implements DomainEvent {}
