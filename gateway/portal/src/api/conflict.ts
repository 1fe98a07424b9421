import { isRecord, type Problem } from './problem';

export interface Versioned {
  id: string;
  version: number;
  [field: string]: unknown;
}

/** What the server holds now, when that is why it refused. */
export function conflictOf(problem: Problem): Versioned | undefined {
  if (problem.status !== 412 || !isRecord(problem.current)) return undefined;
  const { id, version } = problem.current;
  return typeof id === 'string' && typeof version === 'number' ? (problem.current as Versioned) : undefined;
}

export interface Difference {
  field: string;
  label: string;
  before: unknown;
  theirs: unknown;
  /** What the user typed; absent when the form does not hold this field. */
  yours?: unknown;
  /** Both changed it, to different things: a person has to choose. */
  clash: boolean;
}

/**
 * What changed since the user looked, field by field, next to what they typed. Only labelled fields are shown: the rest
 * is derived or technical.
 */
export function differences(
  before: object,
  theirs: object,
  yours: object | undefined,
  labels: Record<string, string>,
): Difference[] {
  const was = before as Record<string, unknown>;
  const now = theirs as Record<string, unknown>;
  const mine = (yours ?? {}) as Record<string, unknown>;
  return Object.entries(labels).flatMap(([field, label]) => {
    const changedByThem = !same(was[field], now[field]);
    const typed = field in mine;
    const changedByMe = typed && !same(was[field], mine[field]);
    if (!changedByThem) return [];
    return [
      {
        field,
        label,
        before: was[field],
        theirs: now[field],
        ...(typed ? { yours: mine[field] } : {}),
        clash: changedByMe && !same(now[field], mine[field]),
      },
    ];
  });
}

/** Their changes where only they changed something, mine where I did, the user's pick where both did. */
export function merge<T extends object>(
  before: object,
  theirs: object,
  yours: T,
  picks: Record<string, 'mine' | 'theirs'>,
): T {
  const was = before as Record<string, unknown>;
  const now = theirs as Record<string, unknown>;
  const mine = yours as Record<string, unknown>;
  const merged: Record<string, unknown> = {};
  for (const field of Object.keys(mine)) {
    const changedByMe = !same(was[field], mine[field]);
    const changedByThem = !same(was[field], now[field]);
    const takeTheirs = changedByThem && (!changedByMe || picks[field] === 'theirs');
    merged[field] = takeTheirs ? plain(now[field]) : mine[field];
  }
  return merged as T;
}

/** Equal for the reader: a reference equals its id, and absent equals empty. */
function same(left: unknown, right: unknown): boolean {
  return JSON.stringify(plain(left)) === JSON.stringify(plain(right));
}

export function plain(value: unknown): unknown {
  if (value === null || value === undefined || value === '') return undefined;
  if (Array.isArray(value)) return value.map(plain);
  if (isRecord(value)) {
    if (typeof value.id === 'string' && typeof value.name === 'string' && Object.keys(value).length <= 3)
      return value.id;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
  }
  return value;
}
