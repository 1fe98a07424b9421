package io.guildhall.cop.communities;

import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.cop.community-co-lead-ended.v1")
@About("Somebody is no longer co-lead.")
public record CommunityCoLeadEnded(
        @About("Id of the person") PersonId person) implements DomainEvent {}
