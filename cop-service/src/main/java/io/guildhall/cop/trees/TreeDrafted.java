package io.guildhall.cop.trees;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import org.jspecify.annotations.Nullable;

@EventType("guildhall.cop.tree-drafted.v1")
@About("Somebody began to make a decision tree.")
public record TreeDrafted(
        @About("What it is called") String title,
        @About("What it is for, in one line") @Nullable String summary) implements DomainEvent {}
