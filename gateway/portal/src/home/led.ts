import type { Me } from '../api/contract';
import { useGet } from '../api/query';

/** The communities somebody belongs to, and those of them that they lead. */
export function useLed(me: Me) {
  const query = useGet('/api/cop/communities', { query: { mine: true, limit: 100 } });
  const items = query.data?.items ?? [];
  const person = me.person?.id;
  const led = items.filter(({ lead, coLeads }) => [lead, ...coLeads].some((one) => one && one.id === person));
  return { query, items, led };
}
