import { Link } from 'wouter';
import type { PageSummary } from '../api/contract';
import { useChanged } from '../api/live';
import { ChangeRow } from '../changes/parts';
import { StillTrue } from '../playbook/actions';
import { ImprovementRow } from '../playbook/Improvements';
import { Holds } from '../playbook/parts';
import '../playbook/playbook.css';
import '../playbook/comparison.css';
import { ButtonLink } from '../ui/Button';
import { Page, Panel } from '../ui/Page';
import { Empty, Notice, Show } from '../ui/States';
import { few, useWork } from './work';

/** At home, whatever one's role: the first of each kind. */
export default function YourPages() {
  const work = useWork();
  return (
    <div className="page-body your-pages">
      <Panel
        title="Your pages"
        count={work.label}
        actions={
          work.more && (
            <ButtonLink size="small" kind="ghost" href="/your-pages">
              All {work.label}
            </ButtonLink>
          )
        }
      >
        <Rows work={work} limit={few} />
      </Panel>
    </div>
  );
}

/** All of it, on a page of its own. */
export function AllYourPages() {
  const work = useWork();
  return (
    <Page
      title="Your pages"
      lead="What waits for you in the pages that you own or write: changes that readers propose, what reviewers ask for, what is to be looked at again, and what teams do otherwise."
    >
      <Panel title="Waiting for you" count={work.query.data && work.label}>
        <Show query={work.query} lines={5}>
          {() => (
            <>
              {work.failed && (
                <Notice tone="warn">A part of it cannot be read right now; try again in a moment.</Notice>
              )}
              {work.count > 0 && <Rows work={work} />}
              {work.count === 0 && !work.failed && <Empty title="Nothing waits for you" />}
            </>
          )}
        </Show>
      </Panel>
    </Page>
  );
}

function Rows({ work, limit }: { work: ReturnType<typeof useWork>; limit?: number | undefined }) {
  return (
    <ul className="rows">
      {work.changes.slice(0, limit).map((change) => (
        <ChangeRow key={change.id} change={change} withPage />
      ))}
      {work.back.slice(0, limit).map((page) => (
        <SentBack key={page.id} page={page} />
      ))}
      {work.late.slice(0, limit).map((page) => (
        <Late key={page.id} page={page} />
      ))}
      {work.alike.slice(0, limit).map((one) => (
        <ImprovementRow key={`${one.page.id} ${one.words}`} one={one} />
      ))}
    </ul>
  );
}

function SentBack({ page }: { page: PageSummary }) {
  const changed = useChanged(page.id);
  return (
    <li className={`spread ${changed ? 'is-changed' : ''}`}>
      <div className="page-row grow">
        <Title page={page} />
        <p className="small" dir="auto">
          Sent back to you: “{page.remark}”
        </p>
        <p className="small quiet">{page.community.name}</p>
      </div>
      <Edit page={page} />
    </li>
  );
}

function Late({ page }: { page: PageSummary }) {
  const changed = useChanged(page.id);
  return (
    <li className={`spread ${changed ? 'is-changed' : ''}`}>
      <div className="page-row grow">
        <Title page={page} />
        <p className="small quiet page-meta">
          <span>{page.community.name}</span>
          <Holds one={page} />
        </p>
      </div>
      <div className="row">
        <StillTrue one={page} size="small">
          Still true<span className="sr-only"> {page.title}</span>
        </StillTrue>
        <Edit page={page} />
      </div>
    </li>
  );
}

function Title({ page }: { page: PageSummary }) {
  return (
    <p>
      <Link href={`/pages/${page.id}`} className="plain-link strong" dir="auto">
        {page.title}
      </Link>
    </p>
  );
}

function Edit({ page }: { page: PageSummary }) {
  return (
    <ButtonLink size="small" kind="ghost" href={`/pages/${page.id}/edit`}>
      Edit<span className="sr-only"> {page.title}</span>
    </ButtonLink>
  );
}
