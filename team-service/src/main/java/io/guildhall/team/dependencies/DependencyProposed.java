package io.guildhall.team.dependencies;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** One team asks another for something. */
@About("One team asks another for something")
@EventType("guildhall.team.dependency-proposed.v1")
public record DependencyProposed(
        String consumer,
        String producer,
        @Nullable String feature,
        @Nullable LocalDate neededBy) implements DomainEvent {}
