import type { Impediment, Me, Ref } from '../api/contract';

/** What waits on the reader comes first, then the oldest. */
export function mineFirst(items: Impediment[], team: Ref, me: Pick<Me, 'person'>): Impediment[] {
  const mine = (one: Impediment) =>
    one.waitingFor === undefined
      ? one.holder.id === team.id
      : me.person !== undefined && one.waitingFor.includes(me.person.name);
  return [...items].sort((one, other) => Number(mine(other)) - Number(mine(one)) || other.ageDays - one.ageDays);
}
