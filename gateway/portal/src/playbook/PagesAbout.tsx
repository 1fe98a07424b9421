import { Link } from 'wouter';
import { useGet } from '../api/query';
import { Panel } from '../ui/Page';

/** The pages of playbooks that lead to something, as far as the reader may see them; nothing where there are none. */
export function PagesAbout({ path, title }: { path: string; title: string }) {
  const pages = useGet('/api/cop/backlinks', { query: { path } }).data?.items ?? [];
  if (pages.length === 0) return null;
  return (
    <Panel title={title} count={pages.length}>
      <ul className="rows">
        {pages.map((page) => (
          <li key={page.id}>
            <Link href={`/pages/${page.id}`} className="plain-link strong" dir="auto">
              {page.title}
            </Link>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
