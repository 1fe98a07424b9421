package io.guildhall.platform.aggregate;

/** Something that has happened to an aggregate: a past-tense record that carries an {@link EventType}. */
public interface DomainEvent {}
