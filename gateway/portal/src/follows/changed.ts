import type { Follow } from '../api/contract';

/** What one follows after a change, the newest first. */
export function changed(items: Follow[], one: Follow, on: boolean): Follow[] {
  const others = items.filter((other) => other.kind !== one.kind || other.id !== one.id);
  if (!on) return others;
  return others.length < items.length ? items : [one, ...items];
}
