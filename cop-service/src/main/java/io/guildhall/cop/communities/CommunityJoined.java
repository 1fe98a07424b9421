package io.guildhall.cop.communities;

import io.guildhall.cop.shared.CommunityId;
import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.cop.community-joined.v1")
@About("Somebody belongs to the community.")
public record CommunityJoined(
        @About("Id of the community") CommunityId community,
        @About("Id of the person") PersonId person) implements DomainEvent {}
