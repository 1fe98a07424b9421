import { describe, expect, it } from 'vitest';
import type { DependencyStatus, Feature } from '../api/contract';
import { waitsFor } from './features';

const dependency = (status: DependencyStatus): Feature['dependencies'][number] => ({
  id: status,
  title: 'A key',
  status,
  producer: { id: 't', name: 'Locks' },
  broken: false,
});
const words = (...statuses: DependencyStatus[]) => waitsFor({ dependencies: statuses.map(dependency) });

describe('what a feature waits for', () => {
  it('is in time only where somebody has committed', () => {
    expect(words('PROPOSED', 'COUNTERED')).toBe('2 unanswered');
    expect(words('COMMITTED', 'PROPOSED')).toBe('1 unanswered, 1 in time');
  });

  it('says nothing of what was withdrawn', () => {
    expect(words('WITHDRAWN')).toBe('');
    expect(words('ACCEPTED', 'DECLINED')).toBe('1 declined, 1 delivered');
  });
});
