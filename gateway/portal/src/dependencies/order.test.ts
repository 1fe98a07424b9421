import { expect, it } from 'vitest';
import type { Dependency } from '../api/contract';
import { urgentFirst } from './order';

const dependency = (id: string, more: Partial<Dependency> = {}) =>
  ({ id, status: 'PROPOSED', broken: false, ...more }) as Dependency;

it('puts late ones first, then those due soonest, and neither loses nor repeats any', () => {
  const late = dependency('late', { status: 'COMMITTED', broken: true, neededBy: '2026-12-20' });
  const shown = urgentFirst(
    [late],
    [
      dependency('undated'),
      dependency('done', { status: 'ACCEPTED', neededBy: '2026-01-05' }),
      dependency('later', { neededBy: '2026-12-10' }),
      dependency('soon', { neededBy: '2026-12-01' }),
      late,
    ],
  );
  expect(shown.map((one) => one.id)).toEqual(['late', 'soon', 'later', 'undated', 'done']);
});
