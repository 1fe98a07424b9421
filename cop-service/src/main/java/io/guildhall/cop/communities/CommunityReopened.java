package io.guildhall.cop.communities;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.cop.community-reopened.v1")
@About("An archived community goes on.")
public record CommunityReopened() implements DomainEvent {}
