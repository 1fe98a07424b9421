package io.guildhall.cop.pages;

import io.guildhall.cop.shared.PersonId;
import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;
import java.util.List;

@EventType("guildhall.cop.page-authors-named.v1")
@About("Other people may write in a page.")
public record PageAuthorsNamed(@About("Ids of the people") List<PersonId> authors) implements DomainEvent {}
