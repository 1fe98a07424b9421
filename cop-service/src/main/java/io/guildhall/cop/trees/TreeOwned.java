package io.guildhall.cop.trees;

import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

@EventType("guildhall.cop.tree-owned.v1")
@About("Somebody else answers for a decision tree.")
public record TreeOwned(
        @About("Id of the person") PersonId owner,
        @About("Id of the person before") PersonId before) implements DomainEvent {}
