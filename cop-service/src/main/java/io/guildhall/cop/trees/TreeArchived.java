package io.guildhall.cop.trees;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import org.jspecify.annotations.Nullable;

@EventType("guildhall.cop.tree-archived.v1")
@About("Nobody begins a decision tree any more; it stays readable.")
public record TreeArchived(
        @About("Why, where somebody said so") @Nullable String reason,
        @About("What it was before") TreeStatus from) implements DomainEvent {}
