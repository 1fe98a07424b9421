package io.guildhall.cop.trees;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.cop.tree-run-detached.v1")
@About("A run of a decision tree was taken away from what it was attached to.")
public record TreeRunDetached(
        @About("From what kind of thing") Attachment.Kind kind,
        @About("Id of that thing") String id) implements DomainEvent {}
