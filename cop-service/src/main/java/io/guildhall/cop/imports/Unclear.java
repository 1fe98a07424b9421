package io.guildhall.cop.imports;

import io.guildhall.platform.imports.Problem;

/** What people wrote cannot be understood, or has more than one meaning. */
final class Unclear extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Problem why;

    Unclear(String what, String todo) {
        super(what, null, false, false);
        why = new Problem(what, todo);
    }

    Problem why() {
        return why;
    }
}
