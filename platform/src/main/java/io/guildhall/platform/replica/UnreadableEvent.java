package io.guildhall.platform.replica;

/** A record that can never be applied; it goes to the dead letter topic and holds nobody up. */
public final class UnreadableEvent extends RuntimeException {

    public UnreadableEvent(String message) {
        super(message);
    }
}
