package io.guildhall.team.organization;

import io.guildhall.platform.aggregate.About;
import io.guildhall.platform.aggregate.DomainEvent;
import io.guildhall.platform.aggregate.EventType;

/** A sign-in was linked to a person. */
@About("A sign-in was linked to a person")
@EventType("guildhall.team.sign-in-linked.v1")
public record SignInLinked() implements DomainEvent {}
