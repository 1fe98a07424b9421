package io.guildhall.cop.pages;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import org.jspecify.annotations.Nullable;

@EventType("guildhall.cop.page-drafted.v1")
@About("Somebody began to write a page.")
public record PageDrafted(
        @About("What it is called") String title,
        @About("What it is about, in one line") @Nullable String summary,

        @About("What is made of it when it is filled in; null for a page that is read") @Nullable
        Makes makes)
        implements DomainEvent {}
