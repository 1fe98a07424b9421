import { describe, expect, it } from 'vitest';
import type { Running } from '../ui/CommandDialog';
import { onlyIf } from './unrelated';

const refused = (busy = false): Running => ({
  busy,
  problem: undefined,
  conflict: { id: 'g', version: 7, notes: 'Theirs', agenda: [] },
  repeatOn: () => undefined,
  settleConflict: () => undefined,
});

describe('a conflict in a gathering', () => {
  it('is shown where somebody else changed the same', () => {
    const shown = onlyIf(refused(), (now: { notes: string }) => now.notes !== 'Before');
    expect(shown.conflict?.version).toBe(7);
    expect(shown.unrelated).toBeUndefined();
  });

  it('is none where they changed something else: the same goes on top of theirs, once', () => {
    const again = onlyIf(refused(), (now: { notes: string }) => now.notes !== 'Theirs');
    expect(again.conflict).toBeUndefined();
    expect(again.unrelated).toBe(7);
    expect(onlyIf(refused(true), () => false).unrelated).toBeUndefined();
  });
});
