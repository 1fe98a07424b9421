import type { DependencyStatus, Feature } from '../api/contract';

/** Whether somebody still works, or will work, on it. */
export function isOpen(one: Feature): boolean {
  return one.status === 'PLANNED' || one.status === 'IN_PROGRESS';
}

const answers: [DependencyStatus[], string][] = [
  [['PROPOSED', 'COUNTERED'], 'unanswered'],
  [['DECLINED'], 'declined'],
  [['COMMITTED'], 'in time'],
  [['DELIVERED', 'ACCEPTED'], 'delivered'],
];

/** How those stand that it waits for, none of which is late. */
export function waitsFor(one: Pick<Feature, 'dependencies'>): string {
  return answers
    .flatMap(([statuses, word]) => {
      const count = one.dependencies.filter(({ status }) => statuses.includes(status)).length;
      return count > 0 ? [`${count} ${word}`] : [];
    })
    .join(', ');
}
