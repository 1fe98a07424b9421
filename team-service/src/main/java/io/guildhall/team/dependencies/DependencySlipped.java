package io.guildhall.team.dependencies;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** The producer has moved the day it committed to. */
@About("The producer has moved the day it committed to")
@EventType("guildhall.team.dependency-slipped.v1")
public record DependencySlipped(
        @Nullable LocalDate from, LocalDate to, @Nullable String reason) implements DomainEvent {}
