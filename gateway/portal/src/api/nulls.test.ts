import { describe, expect, it } from 'vitest';
import { withoutNulls } from './nulls';

describe('absent values', () => {
  it('are absent, however deep, but keep their place in a list', () => {
    expect(withoutNulls({ a: null, b: { c: null, d: 0, e: '' }, f: [null, { g: null }] })).toEqual({
      b: { d: 0, e: '' },
      f: [null, {}],
    });
  });
});
