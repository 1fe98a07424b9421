import type { Feature } from '../api/contract';

/** Whether somebody still works, or will work, on it. */
export function isOpen(one: Feature): boolean {
  return one.status === 'PLANNED' || one.status === 'IN_PROGRESS';
}
