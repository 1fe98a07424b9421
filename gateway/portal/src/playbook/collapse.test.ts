import { describe, expect, it } from 'vitest';
import type { ComparedLine } from '../api/contract';
import { collapse, difference } from './collapse';

const kinds: Record<string, ComparedLine['kind']> = { '=': 'SAME', '+': 'ADDED', '-': 'REMOVED' };

/** `==+-` is two lines that stay, an added and a removed one. */
function lines(shape: string): ComparedLine[] {
  return [...shape].map((mark, index) => ({ kind: kinds[mark] ?? 'SAME', text: String(index) }));
}

function shown(shape: string): string {
  return collapse(lines(shape))
    .map((one) => (one.hidden ? `(${one.lines.length})` : String(one.lines.length)))
    .join(' ');
}

describe('a comparison', () => {
  it('shows three lines around each change, and puts the rest away', () => {
    expect(shown('==========+==========')).toBe('(7) 7 (7)');
    expect(shown('+==========-')).toBe('4 (4) 4');
  });

  it('puts nothing away between changes that are near each other', () => {
    expect(shown('+======-')).toBe('8');
  });

  it('shows a single line rather than to say that it is left out', () => {
    expect(shown('====+')).toBe('1 4');
    expect(collapse(lines('====+')).every((one) => !one.hidden)).toBe(true);
  });

  it('puts all away where nothing differs, and has nothing of nothing', () => {
    expect(shown('=====')).toBe('(5)');
    expect(shown('')).toBe('');
  });

  it('loses no line', () => {
    const all = lines('===-=====================+==+======================-=');
    expect(collapse(all).flatMap((one) => one.lines)).toEqual(all);
  });

  it('says in words how much differs', () => {
    expect(difference(lines('=++-'))).toBe('2 lines added, 1 line removed.');
    expect(difference(lines('=-'))).toBe('1 line removed.');
    expect(difference(lines('=='))).toBe('The texts are the same.');
  });
});
