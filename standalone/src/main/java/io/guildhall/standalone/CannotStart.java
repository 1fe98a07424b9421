package io.guildhall.standalone;

/** Why the product does not start, in one line that tells what to do. */
final class CannotStart extends RuntimeException {

    CannotStart(String whatToDo) {
        super(whatToDo);
    }

    CannotStart(String whatToDo, Throwable cause) {
        super(whatToDo, cause);
    }
}
