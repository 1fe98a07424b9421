package io.guildhall.cop.shared;

/** A unit or a person with the name to show. */
public record Ref(String id, String name) {}
