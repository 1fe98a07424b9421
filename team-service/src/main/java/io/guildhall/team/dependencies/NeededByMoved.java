package io.guildhall.team.dependencies;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The day something is needed by has moved. */
@About("The day something is needed by has moved")
@EventType("guildhall.team.needed-by-moved.v1")
public record NeededByMoved(
        @Nullable LocalDate from, @Nullable LocalDate to, boolean breaksCommitment) implements DomainEvent {}
