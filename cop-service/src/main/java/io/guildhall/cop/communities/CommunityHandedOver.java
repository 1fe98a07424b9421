package io.guildhall.cop.communities;

import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import org.jspecify.annotations.Nullable;

@EventType("guildhall.cop.community-handed-over.v1")
@About("Somebody else leads the community.")
public record CommunityHandedOver(
        @About("Id of the person who leads it now") PersonId lead,

        @About("Id of the person who led it before and is co-lead now; null when nobody did") @Nullable
        PersonId before)
        implements DomainEvent {}
