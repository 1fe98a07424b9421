import { isRecord, type Problem } from '../api/problem';

/** Where two people changed the same lines: what each made of them, as it stands between Git's marks. */
export interface Place {
  /** In the text, from the first mark to behind the last. */
  start: number;
  end: number;
  theirs: string;
  mine: string;
}

const place = /^<{7} .*\n((?:(?!={7}$|<{7} ).*\n)*?)={7}\n((?:(?!>{7} ).*\n)*?)>{7} .*(?:\n|$)/gm;

export function placesIn(text: string): Place[] {
  return [...text.matchAll(place)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    theirs: found[1] ?? '',
    mine: found[2] ?? '',
  }));
}

export type Side = 'theirs' | 'mine' | 'both';

/** Puts what one of them wrote, or both, in the place of the marks. */
export function settle(text: string, { start, end, theirs, mine }: Place, side: Side): string {
  const chosen = side === 'theirs' ? theirs : side === 'mine' ? mine : theirs + mine;
  return text.slice(0, start) + chosen + text.slice(end);
}

/** What the service tells where texts meet. */
export function meetingOf(problem: Problem | undefined) {
  if (problem?.status !== 409 || !problem.type.endsWith('/texts-meet')) return undefined;
  const { present, together } = problem.told;
  if (!isRecord(present) || typeof together !== 'string') return undefined;
  const { revision, text } = present;
  return typeof revision === 'number' && typeof text === 'string' ? { revision, theirs: text, together } : undefined;
}
