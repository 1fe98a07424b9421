package io.guildhall.cop.communities;

import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.cop.community-left.v1")
@About("Somebody does not belong to the community any more.")
public record CommunityLeft(
        @About("Id of the community") CommunityId community,
        @About("Id of the person") PersonId person) implements DomainEvent {}
