package io.guildhall.cop.pages;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import org.jspecify.annotations.Nullable;

@EventType("guildhall.cop.page-archived.v1")
@About("A page holds no more; it stays readable.")
public record PageArchived(
        @About("Why, where somebody said so") @Nullable String reason,
        @About("What it was before") PageStatus from) implements DomainEvent {}
