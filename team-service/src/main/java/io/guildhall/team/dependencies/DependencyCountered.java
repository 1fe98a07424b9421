package io.guildhall.team.dependencies;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One side offers another day. */
@About("One side offers another day")
@EventType("guildhall.team.dependency-countered.v1")
public record DependencyCountered(
        Side by, LocalDate date, @Nullable String reason) implements DomainEvent {}
