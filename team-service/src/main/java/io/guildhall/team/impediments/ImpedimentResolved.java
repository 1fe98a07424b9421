package io.guildhall.team.impediments;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import org.jspecify.annotations.Nullable;

/** An impediment is gone. */
@About("An impediment is gone")
@EventType("guildhall.team.impediment-resolved.v1")
public record ImpedimentResolved(
        String fix,
        boolean causeRemoved,

        @About("Id of the community it is worth sharing with; null where nobody said so") @Nullable
        String sharedWith)
        implements DomainEvent {}
