package io.guildhall.cop.pages;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import org.jspecify.annotations.Nullable;

@EventType("guildhall.cop.page-written.v1")
@About("A page got another text.")
public record PageWritten(
        @About("Counts the texts it has had") int revision,
        @About("What it is called now") String title,
        @About("Characters of the text") int characters,

        @About("What was changed, where the writer said so") @Nullable
        String note)
        implements DomainEvent {}
