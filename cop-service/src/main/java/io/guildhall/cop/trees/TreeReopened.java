package io.guildhall.cop.trees;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.cop.tree-reopened.v1")
@About("An archived decision tree is worked on again.")
public record TreeReopened() implements DomainEvent {}
