package io.guildhall.platform.imports;

/** What importing a row comes to, or came to. */
public enum Verdict {
    CREATE,
    UPDATE,
    UNCHANGED,
    /** The row is wrong; its problems say what to do. */
    REFUSED,
    /** The row is right and deliberately left out. */
    SKIPPED;

    /** Whether such a row is taken. */
    public boolean taken() {
        return this == CREATE || this == UPDATE || this == UNCHANGED;
    }
}
