import { useGet } from '../api/query';

/** As many of each kind as one looks through at home; the rest is a click away. */
export const few = 3;

/** As many of each kind as the service tells of. */
const most = 100;

/** What waits for whoever owns pages or writes them with their owner. */
export function useWork() {
  const changes = useGet('/api/cop/changes', { query: { own: true } });
  const back = useGet('/api/cop/pages', { query: { sentBack: true } });
  const late = useGet('/api/cop/pages', { query: { overdue: true } });
  const alike = useGet('/api/cop/improvements');
  const all = [changes, back, late, alike];
  const numbers = all.map(({ data }) => data?.items.length ?? 0);
  const sum = (each: number[]) => each.reduce((total, one) => total + one, 0);
  const count = sum(numbers);
  return {
    changes: changes.data?.items ?? [],
    back: back.data?.items ?? [],
    late: late.data?.items ?? [],
    alike: alike.data?.items ?? [],
    count,
    label: `${count}${numbers.some((one) => one >= most) ? '+' : ''}`,
    /** Whether a part of it cannot be read. */
    failed: all.some(({ data, error }) => data === undefined && error !== null),
    /** Whether there is more than home shows. */
    more: count > sum(numbers.map((one) => Math.min(one, few))),
    query: {
      data: (all.every((one) => !one.isPending) && all.some(({ data }) => data !== undefined)) || undefined,
      error: all.find(({ error }) => error)?.error ?? null,
      isPending: all.some(({ isPending }) => isPending),
      refetch: () => {
        for (const { refetch } of all) void refetch();
      },
    },
  };
}
