package io.guildhall.cop.communities;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import java.util.List;
import org.jspecify.annotations.Nullable;

@EventType("guildhall.cop.community-revised.v1")
@About("A community says otherwise what it is for, for whom or where it is found.")
public record CommunityRevised(
        String name,
        @About("What it is for") @Nullable String purpose,
        @About("The roles it is for; none is everybody") List<Audience> audience,
        List<Link> links)
        implements DomainEvent {}
