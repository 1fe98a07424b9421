package io.guildhall.cop.imports;

/** A stretch of time after which something repeats. */
record Period(int count, Unit unit) {

    enum Unit {
        DAY,
        WEEK,
        MONTH,
        YEAR,
        SPRINT
    }

    static final Period WEEK = new Period(1, Unit.WEEK);

    Period times(int factor) {
        return new Period(count * factor, unit);
    }

    boolean isMonths() {
        return unit == Unit.MONTH;
    }
}
