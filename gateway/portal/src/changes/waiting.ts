import type { ChangeSummary, Community, ImprovablePage, PageSummary } from '../api/contract';
import { countLabel, useGet, usePages } from '../api/query';

/** What waits for a look in a community: what others have offered, what readers propose, and what teams do otherwise. */
export function useWaiting(one: Community) {
  const enabled = one.member && !one.archived;
  const pages = usePages('/api/cop/communities/{id}/pages', {
    path: { id: one.id },
    query: { status: ['IN_REVIEW', 'PROPOSED'], limit: 50 },
    enabled,
  });
  const changes = usePages('/api/cop/communities/{id}/changes', {
    path: { id: one.id },
    query: { limit: 50 },
    enabled,
  });
  const improvements = useGet('/api/cop/improvements', { query: { community: one.id }, enabled }).data?.items ?? [];
  const items = [...(pages.data?.items ?? [])].sort((left, right) => rank(left) - rank(right));
  const all: (PageSummary | ChangeSummary | ImprovablePage)[] = [
    ...items,
    ...(changes.data?.items ?? []),
    ...improvements,
  ];
  const next = pages.hasNextPage || changes.hasNextPage ? 'more' : undefined;
  return {
    pages: items,
    changes: changes.data?.items ?? [],
    improvements,
    /** Whichever has more. */
    more: pages.hasNextPage ? pages : changes,
    count: all.length === 0 ? undefined : countLabel({ items: all, ...(next ? { next } : {}) }),
  };
}

function rank(page: PageSummary): number {
  return page.status === 'IN_REVIEW' ? 0 : 1;
}
