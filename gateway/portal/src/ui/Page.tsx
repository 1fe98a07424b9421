import { type ReactNode, useEffect, useRef } from 'react';
import { Link } from 'wouter';

export interface Crumb {
  name: string;
  href: string;
}

export function Page({
  title,
  lead,
  crumbs = [],
  actions,
  marks,
  children,
}: {
  title: string;
  lead?: ReactNode;
  crumbs?: Crumb[];
  actions?: ReactNode;
  marks?: ReactNode;
  children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Guildhall`;
  }, [title]);
  return (
    <>
      <div className="page-head">
        {crumbs.length > 0 && (
          <nav aria-label="Breadcrumb" className="crumbs">
            <ol>
              {crumbs.map((crumb) => (
                <li key={crumb.href}>
                  <Link href={crumb.href}>{crumb.name}</Link>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <div className="page-title">
          <div className="grow">
            <h1 dir="auto">{title}</h1>
            {marks && <div className="row page-marks">{marks}</div>}
            {lead && <p className="page-lead">{lead}</p>}
          </div>
          {actions && <div className="row page-actions">{actions}</div>}
        </div>
      </div>
      <div className="page-body">{children}</div>
    </>
  );
}

export function Panel({
  title,
  count,
  note,
  actions,
  footer,
  children,
  padded,
}: {
  title: string;
  count?: number | string | undefined;
  note?: ReactNode;
  actions?: ReactNode;
  footer?: ReactNode;
  children: ReactNode;
  padded?: boolean;
}) {
  return (
    <section className="panel" aria-label={title}>
      <header>
        <div>
          <h2>
            {title} {count !== undefined && <span className="count">{count}</span>}
          </h2>
          {note && <p>{note}</p>}
        </div>
        {actions && <div className="row">{actions}</div>}
      </header>
      {padded ? <div className="body">{children}</div> : children}
      {footer && <footer>{footer}</footer>}
    </section>
  );
}

export interface Tab {
  name: string;
  href: string;
  current: boolean;
  count?: ReactNode;
}

export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  const row = useRef<HTMLElement>(null);
  const current = tabs.find((tab) => tab.current)?.href;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each time that another one is current
  useEffect(() => {
    const tab = row.current?.querySelector<HTMLElement>('[aria-current]');
    if (!tab || !row.current) return;
    const { left, right } = row.current.getBoundingClientRect();
    const at = tab.getBoundingClientRect();
    if (at.left < left || at.right > right) row.current.scrollLeft += (at.left + at.right - left - right) / 2;
  }, [current]);
  return (
    <nav ref={row} className="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <Link key={tab.href} href={tab.href} aria-current={tab.current ? 'page' : undefined}>
          {tab.name} {tab.count !== undefined && <span className="count">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  );
}

/** A list that grows on request. */
export function More({
  query,
}: {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown };
}) {
  if (!query.hasNextPage) return null;
  return (
    <div className="more">
      <button type="button" className="button" onClick={() => void query.fetchNextPage()}>
        {query.isFetchingNextPage ? 'Loading…' : 'Show more'}
      </button>
    </div>
  );
}
