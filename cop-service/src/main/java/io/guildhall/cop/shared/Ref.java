package io.guildhall.cop.shared;

/** A person or a community with the name to show. */
public record Ref(String id, String name) {}
