package io.guildhall.platform.web;

/**
 * A controller of things with an {@code id} in their path: who is refused because one has changed meanwhile (412) is told in
 * {@code current} what it is now, and need not ask again.
 */
public interface ShowsCurrent {

    /**
     * What {@code GET} would show this caller.
     *
     * @throws io.guildhall.platform.aggregate.Refusal where it would be refused; then nothing is shown
     */
    Object current(String id, Caller caller);
}
