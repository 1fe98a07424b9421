package io.guildhall.roadmap.shared;

/** How people call a unit. */
@FunctionalInterface
public interface UnitNames {

    /** The name, or the id of a unit that is not known here (yet). */
    String of(UnitId unit);
}
