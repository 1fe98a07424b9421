package io.guildhall.platform.aggregate;

/** Events that lead to events go round in a circle: what would be the sixth is not recorded, however often it is tried. */
public final class TooManyHops extends RuntimeException {

    TooManyHops(Cause cause, int most) {
        super("More than " + most + " events follow from one: " + cause);
    }
}
