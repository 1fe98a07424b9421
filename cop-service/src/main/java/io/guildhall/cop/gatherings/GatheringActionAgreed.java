package io.guildhall.cop.gatherings;

import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import org.jspecify.annotations.Nullable;

@EventType("guildhall.cop.gathering-action-agreed.v1")
@About("People agreed to do something.")
public record GatheringActionAgreed(
        @About("Tells it from the others of this gathering") String id,
        @About("What is to be done") String text,

        @About("Id of the person who does it; null where nobody has taken it") @Nullable
        PersonId owner)
        implements DomainEvent {}
