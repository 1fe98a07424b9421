import type { Import, ImportRow } from '../api/contract';

/** How many rows a choice of the filter has, shown or not. */
export function shownCount({ rows, counts }: Import, verdict: string): number {
  const of: Record<string, number> = {
    FINDINGS: counts.finding + counts.refused,
    CREATE: counts.create,
    UPDATE: counts.update,
    UNCHANGED: counts.unchanged,
    REFUSED: counts.refused,
    SKIPPED: counts.skipped,
  };
  return of[verdict] ?? rows;
}

export interface Reason {
  what: string;
  todo: string;
  file: string;
  /** Of how many rows it is true, in words where not all were looked at. */
  rows: string;
  of: number;
}

const many = 5;

/**
 * The reasons for which many rows are refused.
 *
 * @param refused as many of the refused rows as were asked for; the number is exact only when these are all
 */
export function commonReasons(one: Import | undefined, refused: ImportRow[]): Reason[] {
  if (!one) return [];
  const found = new Map<string, { what: string; todo: string; rows: number }>();
  for (const { what, todo } of refused.flatMap((row) => row.problems)) {
    const known = found.get(what) ?? { what, todo, rows: 0 };
    known.rows++;
    found.set(what, known);
  }
  const exact = refused.length >= one.counts.refused;
  return [...found.values()]
    .filter((reason) => reason.rows >= many)
    .map((reason) => ({
      ...reason,
      file: one.file,
      rows: exact ? `${reason.rows}` : `At least ${reason.rows}`,
      of: one.rows,
    }));
}
