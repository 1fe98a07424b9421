import { describe, expect, it } from 'vitest';
import type { Follow } from '../api/contract';
import { changed } from './changed';

const vault: Follow = { kind: 'IMPEDIMENT', id: '1', title: 'The vault is shut' };
const team: Follow = { kind: 'UNIT', id: '1', title: 'Tickets' };

describe('what one follows', () => {
  it('begins with what was followed last', () => {
    expect(changed([team], vault, true)).toEqual([vault, team]);
  });
  it('holds nothing twice, and keeps its order', () => {
    expect(changed([team, vault], { ...vault, title: 'As it was called before' }, true)).toEqual([team, vault]);
  });
  it('loses only what is not followed any more', () => {
    expect(changed([vault, team], vault, false)).toEqual([team]);
    expect(changed([team], vault, false)).toEqual([team]);
  });
});
