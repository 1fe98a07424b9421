import type { Me, Role } from '../api/contract';

/** Each unit once in which one of the roles is held. */
export function unitsHeld(me: Me, roles: Role[]) {
  const units = me.roles.filter((one) => roles.includes(one.role)).map((one) => one.unit);
  return units.filter((unit, index) => units.findIndex((other) => other.id === unit.id) === index);
}
