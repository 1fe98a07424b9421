import { describe, expect, it } from 'vitest';
import type { Import } from '../api/contract';
import { next } from './order';

const at = (status: Import['status']) => ({ status }) as Import;

describe('applying an import of two files', () => {
  it('starts with the organization, which the features refer to', () => {
    expect(next(at('CHECKED'), at('CHECKED'))).toBe('team');
    expect(next(at('APPLYING'), at('CHECKED'))).toBe('wait');
    expect(next(at('APPLIED'), at('CHECKED'))).toBe('roadmap');
    expect(next(at('APPLIED'), at('APPLYING'))).toBe('wait');
    expect(next(at('APPLIED'), at('APPLIED'))).toBe('done');
  });

  it('takes one file alone, and goes on after a failure', () => {
    expect(next(undefined, at('CHECKED'))).toBe('roadmap');
    expect(next(at('FAILED'), undefined)).toBe('team');
  });
});
