import type { Import } from '../api/contract';

/** Whose turn it is: a pure answer from the two states, so that a reload finds the same one. */
export function next(catalog: Import | undefined, features: Import | undefined): 'team' | 'roadmap' | 'wait' | 'done' {
  for (const [one, service] of [
    [catalog, 'team'],
    [features, 'roadmap'],
  ] as const) {
    if (!one || one.status === 'APPLIED') continue;
    return one.status === 'APPLYING' ? 'wait' : service;
  }
  return 'done';
}
