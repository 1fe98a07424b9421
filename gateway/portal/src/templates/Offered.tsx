import { Link } from 'wouter';
import type { HelpfulPage } from '../api/contract';
import { useGet } from '../api/query';

/** The pages that communities have published about some rules; asked for once for all that a page shows. */
export function useHelp(rules: string[]): HelpfulPage[] {
  const treats = [...new Set(rules)].sort();
  const query = useGet('/api/cop/helpful-pages', { query: { treats }, enabled: treats.length > 0, keep: true });
  return treats.length === 0 ? [] : (query.data?.items ?? []);
}

/** What has been written about what went wrong, where there is something. */
export function Helps({ rule, pages }: { rule: string; pages: HelpfulPage[] }) {
  const found = pages.filter(({ treats }) => treats.includes(rule));
  if (found.length === 0) return null;
  return (
    <p className="small">
      <span className="quiet">What helps:</span>{' '}
      {found.map((page, at) => (
        <span key={page.id}>
          {at > 0 && ', '}
          <Link href={`/pages/${page.id}`} dir="auto" title={page.summary ?? page.community.name}>
            {page.title}
          </Link>
        </span>
      ))}
    </p>
  );
}
