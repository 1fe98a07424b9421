package io.guildhall.cop.communities;

import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.cop.community-co-lead-added.v1")
@About("Somebody leads the community together with its lead.")
public record CommunityCoLeadAdded(
        @About("Id of the person") PersonId person) implements DomainEvent {}
