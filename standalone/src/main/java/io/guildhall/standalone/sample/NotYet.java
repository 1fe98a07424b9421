package io.guildhall.standalone.sample;

import java.io.IOException;

/** Something that an event may still bring about: a role that counts, or a dependency that a feature asks for. */
final class NotYet extends IOException {

    private static final long serialVersionUID = 1;

    NotYet(String what) {
        super(what);
    }
}
