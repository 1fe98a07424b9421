package io.guildhall.team.organization;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

/** A sign-in is a person's no longer. */
@About("A sign-in is a person's no longer")
@EventType("guildhall.team.sign-in-unlinked.v1")
public record SignInUnlinked() implements DomainEvent {}
