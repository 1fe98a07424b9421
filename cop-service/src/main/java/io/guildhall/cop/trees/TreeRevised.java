package io.guildhall.cop.trees;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.cop.tree-revised.v1")
@About("A decision tree says something else.")
public record TreeRevised(
        @About("What it is called now") String title,
        @About("Counts what it has said, from 1") int revision) implements DomainEvent {}
