package io.guildhall.cop.pages;

/** Another text came first; whoever writes brings theirs together with it and tries again. */
final class MovedOn extends RuntimeException {

    MovedOn() {
        super("Another text came first", null, false, false);
    }
}
