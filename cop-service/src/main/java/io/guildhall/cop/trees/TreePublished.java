package io.guildhall.cop.trees;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.cop.tree-published.v1")
@About("A decision tree has no gaps, and can be run.")
public record TreePublished(
        @About("What it is called") String title,
        @About("Counts what it has said, from 1") int revision) implements DomainEvent {}
