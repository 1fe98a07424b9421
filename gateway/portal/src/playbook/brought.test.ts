import { describe, expect, it } from 'vitest';
import { told } from './brought';

describe('an import of a folder', () => {
  it('says in one line what comes of it', () => {
    const pages = (['NEW', 'NEW', 'MERGED', 'CHANGED', 'CONFLICT'] as const).map((verdict) => ({ verdict }));

    expect(told({ applied: false, pages })).toBe('This would come of it: 2 new, 2 changed, 1 left out.');
    expect(told({ applied: true, pages: [{ verdict: 'UNCHANGED' }] })).toBe('Done: 1 as they are.');
  });
});
