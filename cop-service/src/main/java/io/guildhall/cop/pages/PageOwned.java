package io.guildhall.cop.pages;

import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import org.jspecify.annotations.Nullable;

@EventType("guildhall.cop.page-owned.v1")
@About("Somebody else answers for a page.")
public record PageOwned(
        @About("Id of the person") PersonId owner,

        @About("Id of the person before; null where nobody did") @Nullable
        PersonId before)
        implements DomainEvent {}
