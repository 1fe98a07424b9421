package io.guildhall.cop.shared;

import com.fasterxml.jackson.annotation.JsonEnumDefaultValue;

/** When a coaching question fits. */
public enum Moment {
    OLD_IMPEDIMENT,
    DEPENDENCY_COUNTERED_TWICE,
    SAME_FACILITATOR,
    STRATEGY_RUNNING,
    PROMISE_BROKEN,
    OVERDUE_PAGE,
    WORK_WITHOUT_OUTCOME,
    ANY,
    /** One that a newer version has introduced. */
    @JsonEnumDefaultValue
    UNKNOWN
}
