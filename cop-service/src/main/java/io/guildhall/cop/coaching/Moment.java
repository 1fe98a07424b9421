package io.guildhall.cop.coaching;

/** When a question fits. */
public enum Moment {
    OLD_IMPEDIMENT,
    DEPENDENCY_COUNTERED_TWICE,
    SAME_FACILITATOR,
    STRATEGY_RUNNING,
    PROMISE_BROKEN,
    OVERDUE_PAGE,
    WORK_WITHOUT_OUTCOME,
    ANY
}
