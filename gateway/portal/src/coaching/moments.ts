import type { Moment } from '../api/contract';

/** Where somebody meets a question, in the words of whoever writes one. */
export const momentWords: Record<Moment, string> = {
  OLD_IMPEDIMENT: 'An impediment that has grown old',
  DEPENDENCY_COUNTERED_TWICE: 'A dependency that goes back and forth',
  PROMISE_BROKEN: 'A commitment that does not hold',
  WORK_WITHOUT_OUTCOME: 'A feature that serves no outcome',
  OVERDUE_PAGE: 'A page past its date',
  SAME_FACILITATOR: 'Five gatherings with one facilitator',
  ANY: 'At any time, on a Scrum Master’s first screen',
  STRATEGY_RUNNING: 'A strategy that is tried',
  UNKNOWN: 'A moment that this page does not know',
};

/** Those that a page recognizes; a question for another one would be shown to nobody. */
export const momentsMet = (Object.keys(momentWords) as Moment[]).filter(
  (moment) => moment !== 'STRATEGY_RUNNING' && moment !== 'UNKNOWN',
);
