import { describe, expect, it } from 'vitest';
import type { Import } from '../api/contract';
import { next } from './order';

const at = (status: Import['status']) => ({ status }) as Import;

describe('applying an import of several files', () => {
  it('starts with the organization, which the features refer to', () => {
    expect(next({ catalog: at('CHECKED'), features: at('CHECKED') })).toBe('catalog');
    expect(next({ catalog: at('APPLYING'), features: at('CHECKED') })).toBe('wait');
    expect(next({ catalog: at('APPLIED'), features: at('CHECKED') })).toBe('features');
    expect(next({ catalog: at('APPLIED'), features: at('APPLYING') })).toBe('wait');
    expect(next({ catalog: at('APPLIED'), features: at('APPLIED') })).toBe('done');
  });

  it('goes on with the communities, and their meetings are last', () => {
    const organization = { catalog: at('APPLIED') };
    expect(next({ meetings: at('CHECKED'), communities: at('CHECKED'), catalog: at('CHECKED') })).toBe('catalog');
    expect(next({ ...organization, meetings: at('CHECKED'), communities: at('CHECKED') })).toBe('communities');
    expect(next({ ...organization, meetings: at('CHECKED'), communities: at('APPLYING') })).toBe('wait');
    expect(next({ ...organization, meetings: at('CHECKED'), communities: at('APPLIED') })).toBe('meetings');
  });

  it('takes one file alone, and goes on after a failure', () => {
    expect(next({ features: at('CHECKED') })).toBe('features');
    expect(next({ catalog: at('FAILED') })).toBe('catalog');
  });
});
