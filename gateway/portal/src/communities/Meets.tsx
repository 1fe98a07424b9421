import type { Community } from '../api/contract';
export function MeetsPanel({ one }: { one: Community }) {
  return <p>{one.name}</p>;
}
