import type { ComparedLine } from '../api/contract';

export type Stretch = { at: number; lines: ComparedLine[]; hidden: boolean };

/** Lines that are shown before and after a change. */
const around = 3;

/** Puts away long stretches that are the same in both texts, all but what is near a change. */
export function collapse(lines: ComparedLine[]): Stretch[] {
  const near = new Array<boolean>(lines.length).fill(false);
  lines.forEach((line, index) => {
    if (line.kind !== 'SAME') near.fill(true, Math.max(0, index - around), index + around + 1);
  });
  const stretches: Stretch[] = [];
  lines.forEach((line, at) => {
    const last = stretches.at(-1);
    const hidden = near[at] !== true;
    if (last && last.hidden === hidden) last.lines.push(line);
    else stretches.push({ at, lines: [line], hidden });
  });
  // To say that one line is left out takes a line as well.
  return stretches.map((one) => (one.lines.length === 1 ? { ...one, hidden: false } : one));
}

/** `3 lines added, 1 removed`. */
export function difference(lines: ComparedLine[]): string {
  const count = (kind: ComparedLine['kind']) => lines.filter((line) => line.kind === kind).length;
  const added = count('ADDED');
  const removed = count('REMOVED');
  if (added + removed === 0) return 'The texts are the same.';
  const words = [added > 0 && `${amount(added)} added`, removed > 0 && `${amount(removed)} removed`];
  return `${words.filter(Boolean).join(', ')}.`;
}

export function amount(lines: number): string {
  return lines === 1 ? '1 line' : `${lines} lines`;
}
