import { beforeEach, describe, expect, it } from 'vitest';
import { forgetAll, isOwn, remember, seenFor } from './seen';

beforeEach(forgetAll);

describe('what one has just done', () => {
  it('is handed to views of the other services only', () => {
    remember('/api/team/dependencies/{id}/slip', 'team.dependencies/d1@0042', 0);
    expect(seenFor('/api/roadmap/outcomes/{id}', 100)).toBe('team.dependencies/d1@0042');
    expect(seenFor('/api/team/dependencies', 100)).toBeUndefined();
  });

  it('is forgotten when everybody must have caught up', () => {
    remember('/api/team/dependencies/{id}/slip', 'team.dependencies/d1@0042', 0);
    expect(seenFor('/api/roadmap/outcomes/{id}', 60_000)).toBeUndefined();
  });

  it('is not news when it comes back on the stream', () => {
    remember('/api/team/impediments', 'team.impediments/i1@7');
    expect(isOwn('i1', '7')).toBe(true);
    expect(isOwn('i1', '00000000007')).toBe(true);
    expect(isOwn('i1', '8')).toBe(false);
  });
});
