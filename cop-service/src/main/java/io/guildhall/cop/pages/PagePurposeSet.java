package io.guildhall.cop.pages;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import java.util.List;
import org.jspecify.annotations.Nullable;

@EventType("guildhall.cop.page-purpose-set.v1")
@About("A page is for something else: what is made of it, or the rules it helps with.")
public record PagePurposeSet(
        @About("What is made of it when it is filled in; null for a page that is read") @Nullable
        Makes makes,

        @About("Ids of the rules whose findings it helps with")
        List<String> treats)
        implements DomainEvent {}
