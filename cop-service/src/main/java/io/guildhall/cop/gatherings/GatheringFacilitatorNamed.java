package io.guildhall.cop.gatherings;

import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import org.jspecify.annotations.Nullable;

@EventType("guildhall.cop.gathering-facilitator-named.v1")
@About("Somebody else facilitates the gathering, or nobody is named any more.")
public record GatheringFacilitatorNamed(
        @About("Id of the person; null where nobody is named") @Nullable
        PersonId facilitator) implements DomainEvent {}
