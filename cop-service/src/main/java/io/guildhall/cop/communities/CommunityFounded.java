package io.guildhall.cop.communities;

import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.access.Visibility;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import java.util.List;
import org.jspecify.annotations.Nullable;

@EventType("guildhall.cop.community-founded.v1")
@About("A community of practice was founded.")
public record CommunityFounded(
        @About("What it is called") String name,
        @About("What it is for") @Nullable String purpose,
        @About("The roles it is for; none is everybody") List<Audience> audience,
        Visibility visibility,

        @About("Id of the person who leads it; null where nobody does yet") @Nullable
        PersonId lead)
        implements DomainEvent {}
