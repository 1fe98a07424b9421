package io.guildhall.platform.replica;

/**
 * What follows from a newer, or the same, state of another service's aggregate. It compares state with state, so that a
 * repetition records nothing; what it throws is tried again for as long as it takes.
 */
public interface Reaction<T> {

    /** @param event the event that brought the state; its {@link IncomingEvent#asCause} goes with every command */
    void react(Replicated<T> replicated, IncomingEvent event);
}
