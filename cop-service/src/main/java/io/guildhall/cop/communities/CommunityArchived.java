package io.guildhall.cop.communities;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import org.jspecify.annotations.Nullable;

@EventType("guildhall.cop.community-archived.v1")
@About("The community has ended; what it wrote stays readable.")
public record CommunityArchived(
        @About("Why, where somebody said so") @Nullable String reason) implements DomainEvent {}
