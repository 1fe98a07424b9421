import { useState } from 'react';
import { Link } from 'wouter';
import type { Community, PageSummary } from '../api/contract';
import { useChanged } from '../api/live';
import { useGet, usePages } from '../api/query';
import { ChangeRow } from '../changes/parts';
import { useWaiting } from '../changes/waiting';
import { may, use } from '../model/can';
import { choices, oneOf, pageWords } from '../model/words';
import { Button, ButtonLink } from '../ui/Button';
import { Choice, Select } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { Ago } from '../ui/Marks';
import { More, Panel } from '../ui/Page';
import { Prose } from '../ui/Prose';
import { Empty, Show } from '../ui/States';
import { useFilters } from '../ui/useFilters';
import { Onwards } from './actions';
import { Folder } from './Folder';
import { ImprovementRow } from './Improvements';
import { KeptFiles } from './KeptFiles';
import { Holds, PageMarks } from './parts';
import './comparison.css';
import './playbook.css';
import { Shelf } from './Shelf';

/** What a community has written down: what waits for a look first, then everything by title. */
export function Playbook({ one }: { one: Community }) {
  const filters = useFilters();
  const status = oneOf(pageWords, filters.get('status'));
  const overdue = filters.get('overdue') === 'true';
  const query = usePages('/api/cop/communities/{id}/pages', {
    path: { id: one.id },
    query: { status: status ? [status] : undefined, overdue, limit: 50 },
    keep: true,
  });
  const writes = one.member && !one.archived;
  const [shelf, setShelf] = useState(false);
  const [folder, setFolder] = useState(false);
  const [files, setFiles] = useState(false);
  return (
    <>
      {writes && <Queue one={one} />}
      <Panel
        title="Pages"
        count={query.data && `${query.data.items.length}${query.hasNextPage ? '+' : ''}`}
        actions={
          <>
            <div className="filters">
              <Select label="Status" value={status ?? ''} onText={(value) => filters.set({ status: value })}>
                <option value="">All but archived</option>
                {choices(pageWords).map(([value, word]) => (
                  <option key={value} value={value}>
                    {word}
                  </option>
                ))}
              </Select>
              <Choice
                label="To be looked at again"
                checked={overdue}
                onChange={(event) => filters.set({ overdue: event.target.checked ? 'true' : undefined })}
              />
            </div>
            {may(one, use.installShelf) && <Button onClick={() => setShelf(true)}>From the shelf</Button>}
            {writes && (
              <ButtonLink icon="plus" href={`/communities/${one.id}/pages/new`}>
                Write a page
              </ButtonLink>
            )}
          </>
        }
      >
        <Show query={query} lines={6}>
          {({ items }) =>
            items.length === 0 ? (
              <NoPages one={one} filtered={status !== undefined || overdue} writes={writes} />
            ) : (
              <ul className="rows">
                {items.map((page) => (
                  <Row key={page.id} page={page} />
                ))}
              </ul>
            )
          }
        </Show>
        <More query={query} />
      </Panel>
      <Elsewhere one={one} onBring={() => setFolder(true)} onFiles={() => setFiles(true)} />
      {shelf && <Shelf one={one} onClose={() => setShelf(false)} />}
      {files && <KeptFiles one={one} onClose={() => setFiles(false)} />}
      {folder && <Folder one={one} onClose={() => setFolder(false)} />}
    </>
  );
}

/** The playbook as a folder, to keep in Git or to carry to another community. */
function Elsewhere({ one, onBring, onFiles }: { one: Community; onBring: () => void; onFiles: () => void }) {
  return (
    <div className="row">
      <a className="button" href={`/api/cop/communities/${one.id}/playbook.zip`} download>
        <Icon name="import" />
        <span>Export as a folder</span>
      </a>
      {may(one, use.importPlaybook) && <Button onClick={onBring}>Bring in a folder or a page</Button>}
      {may(one, use.removeFile) && <Button onClick={onFiles}>Files</Button>}
      <span className="small quiet">
        Markdown files with their images, for Git or another community; decision trees are not among them.
      </span>
    </div>
  );
}

function Row({ page }: { page: PageSummary }) {
  const changed = useChanged(page.id);
  return (
    <li className={changed ? 'is-changed' : ''}>
      <About page={page} />
    </li>
  );
}

function About({ page }: { page: PageSummary }) {
  return (
    <div className="page-row grow">
      <p className="row">
        <Link href={`/pages/${page.id}`} className="plain-link strong" dir="auto">
          {page.title}
        </Link>
        <PageMarks one={page} />
      </p>
      {page.summary && (
        <p className="summary" dir="auto">
          {page.summary}
        </p>
      )}
      <p className="small quiet page-meta">
        <span>{page.owner ? page.owner.name : 'nobody answers for it'}</span>
        <span>
          written <Ago at={page.writtenAt} />
        </span>
        <Holds one={page} />
      </p>
    </div>
  );
}

/** What others have offered and proposed: it is read and answered in place. */
export function Queue({ one }: { one: Community }) {
  const { pages, changes, improvements, more, count } = useWaiting(one);
  if (count === undefined) return null;
  return (
    <Panel title="Waiting for a look" count={count}>
      <ul className="rows">
        {pages.map((page) => (
          <Waiting key={page.id} page={page} />
        ))}
        {changes.map((change) => (
          <ChangeRow key={change.id} change={change} withPage />
        ))}
        {improvements.map((improvement) => (
          <ImprovementRow key={`${improvement.page.id} ${improvement.words}`} one={improvement} />
        ))}
      </ul>
      <More query={more} />
    </Panel>
  );
}

function Waiting({ page }: { page: PageSummary }) {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <div className="spread">
        <About page={page} />
        <Button size="small" aria-expanded={open} icon={open ? 'down' : 'chevron'} onClick={() => setOpen(!open)}>
          Read it here<span className="sr-only"> {page.title}</span>
        </Button>
      </div>
      {open && <Reviewed id={page.id} />}
    </li>
  );
}

function Reviewed({ id }: { id: string }) {
  const query = useGet('/api/cop/pages/{id}', { path: { id } });
  return (
    <Show query={query} lines={3}>
      {(page) => (
        <div className="queue-text stack">
          <Prose html={page.html} label={page.title} />
          <div className="row">
            <Onwards one={page} size="small" />
          </div>
        </div>
      )}
    </Show>
  );
}

function NoPages({ one, filtered, writes }: { one: Community; filtered: boolean; writes: boolean }) {
  if (filtered) return <Empty title="No page is like that">Choose another status to see the others.</Empty>;
  if (!writes) {
    return (
      <Empty title="Nothing is written down yet">
        {one.archived ? undefined : 'Its members write here what works; join it to do so.'}
      </Empty>
    );
  }
  return (
    <Empty
      title="Nothing is written down yet"
      action={
        <ButtonLink kind="primary" icon="pen" href={`/communities/${one.id}/pages/new`}>
          Write a page
        </ButtonLink>
      }
    >
      Write down what works, so that others need not find it out again: a title is enough to begin with.
    </Empty>
  );
}
