import { isoDate } from './time';

/** First and last day of a calendar quarter such as 2026-Q4. */
export function daysOf(quarter: string): { from: string; until: string } {
  const [year, number] = quarter.split('-Q').map(Number);
  const first = ((number ?? 1) - 1) * 3;
  return {
    from: isoDate(new Date(year ?? 0, first, 1)),
    until: isoDate(new Date(year ?? 0, first + 3, 0)),
  };
}
