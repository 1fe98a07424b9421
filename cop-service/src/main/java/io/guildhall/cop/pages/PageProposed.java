package io.guildhall.cop.pages;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import org.jspecify.annotations.Nullable;

@EventType("guildhall.cop.page-proposed.v1")
@About("Something is worth a page; nobody answers for it yet.")
public record PageProposed(
        @About("What it is called") String title,
        @About("What it is about, in one line") @Nullable String summary,

        @About("Id of the event that led to it; null when a person proposed it") @Nullable
        String source)
        implements DomainEvent {}
