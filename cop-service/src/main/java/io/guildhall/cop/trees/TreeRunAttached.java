package io.guildhall.cop.trees;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.cop.tree-run-attached.v1")
@About("What came of a run of a decision tree was attached to something.")
public record TreeRunAttached(
        @About("To what kind of thing") Attachment.Kind kind,
        @About("Id of that thing") String id,
        @About("What was advised") String outcome)
        implements DomainEvent {}
