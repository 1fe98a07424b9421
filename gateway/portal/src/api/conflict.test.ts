import { describe, expect, it } from 'vitest';
import { conflictOf, differences, merge } from './conflict';
import { problemFrom } from './problem';

const labels = { title: 'Title', area: 'Area', quarter: 'Quarter' };
const before = { id: 'o1', version: 3, title: 'Old', area: { id: 'a1', name: 'Booking' }, quarter: '2026-Q4' };

describe('a conflict', () => {
  it('is a 412 that carries what the server holds now', () => {
    const current = { ...before, version: 4 };
    expect(conflictOf(problemFrom(412, { current }))).toEqual(current);
    expect(conflictOf(problemFrom(412, { title: 'no current' }))).toBeUndefined();
    expect(conflictOf(problemFrom(409, { current }))).toBeUndefined();
  });

  it('shows only what somebody else changed', () => {
    const theirs = { ...before, version: 4, title: 'Theirs' };
    expect(differences(before, theirs, { ...before, quarter: '2027-Q1' }, labels).map((row) => row.field)).toEqual([
      'title',
    ]);
  });

  it('clashes only where both changed the same field to different things', () => {
    const theirs = { ...before, title: 'Theirs', quarter: '2027-Q1' };
    const yours = { title: 'Yours', area: 'a1', quarter: '2027-Q1' };
    const rows = differences(before, theirs, yours, labels);
    expect(rows.map(({ field, clash }) => [field, clash])).toEqual([
      ['title', true],
      ['quarter', false],
    ]);
  });

  it('takes a reference and its id for the same', () => {
    expect(differences(before, { ...before }, { area: 'a1' }, labels)).toEqual([]);
    const theirs = { ...before, area: { id: 'a2', name: 'Operations' } };
    expect(differences(before, theirs, { area: 'a1' }, labels)[0]?.clash).toBe(false);
  });
});

describe('merging', () => {
  const theirs = { ...before, title: 'Theirs', area: { id: 'a2', name: 'Operations' } };
  const yours = { title: 'Yours', area: 'a1', quarter: '2027-Q1' };

  it('keeps what I typed, takes what only they changed, and asks for the rest', () => {
    expect(merge(before, theirs, yours, { title: 'mine' })).toEqual({ title: 'Yours', area: 'a2', quarter: '2027-Q1' });
    expect(merge(before, theirs, yours, { title: 'theirs' })).toEqual({
      title: 'Theirs',
      area: 'a2',
      quarter: '2027-Q1',
    });
  });

  it('never adds a field that the form does not send', () => {
    expect(Object.keys(merge(before, theirs, { title: 'Yours' }, {}))).toEqual(['title']);
  });
});
