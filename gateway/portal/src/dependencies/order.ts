import type { Dependency, DependencyStatus } from '../api/contract';

const closed: DependencyStatus[] = ['ACCEPTED', 'WITHDRAWN'];

/** The late ones, then by the day they are needed, then what has no day; what needs nobody any more stands last. */
export function urgentFirst(late: Dependency[], items: Dependency[]): Dependency[] {
  const place = (one: Dependency) => (closed.includes(one.status) ? 3 : one.broken ? 0 : one.neededBy ? 1 : 2);
  const seen = new Set(late.map((one) => one.id));
  const all = [...late, ...items.filter((one) => !seen.has(one.id))];
  return all.sort(
    (one, other) => place(one) - place(other) || (one.neededBy ?? '').localeCompare(other.neededBy ?? ''),
  );
}
