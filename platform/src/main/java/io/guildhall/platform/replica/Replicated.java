package io.guildhall.platform.replica;

/** The newest known state of an aggregate of another service. */
public record Replicated<T>(String id, long sequence, T state) {}
