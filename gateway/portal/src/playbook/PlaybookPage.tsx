import { Link } from 'wouter';
import type { PlaybookPage as One } from '../api/contract';
import { useChanged } from '../api/live';
import { useGet, usePages } from '../api/query';
import { proposalOf } from '../changes/drafts';
import { Question } from '../coaching/Question';
import { FollowButton } from '../follows/FollowButton';
import { may, use } from '../model/can';
import { ruleWord } from '../model/rules';
import { longDay } from '../model/time';
import { listed } from '../model/words';
import { UseTemplate } from '../templates/UseTemplate';
import { Button, ButtonLink } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Ago, DecisionMark } from '../ui/Marks';
import { Page, Panel } from '../ui/Page';
import { Prose } from '../ui/Prose';
import { Empty, Notice, Show } from '../ui/States';
import { isDrafted } from '../ui/useDraft';
import { UsedBy } from './Adoption';
import { Keep, Onwards } from './actions';
import { Contents, FoldedContents } from './Contents';
import { draftOf } from './draft';
import { Holds, PageMarks } from './parts';
import './playbook.css';

export default function PlaybookPage({ id }: { id: string }) {
  const query = useGet('/api/cop/pages/{id}', { path: { id } });
  return (
    <Show page query={query}>
      {(one) => <Loaded one={one} />}
    </Show>
  );
}

/** Headings from which on a table of contents helps. */
const enough = 3;

export function crumbsOf(one: One) {
  const at = `/communities/${one.community.id}`;
  return [
    { name: 'Communities', href: '/communities' },
    { name: one.community.name, href: at },
    { name: 'Playbook', href: `${at}/pages` },
  ];
}

function Loaded({ one }: { one: One }) {
  const changed = useChanged(one.id);
  const withContents = one.contents.length >= enough;
  const edits = may(one, use.editPage);
  const proposed = useProposed(one.id);
  return (
    <Page
      title={one.title}
      crumbs={crumbsOf(one)}
      marks={<Meta one={one} proposed={proposed} />}
      actions={
        <>
          <FollowButton kind="PAGE" id={one.id} title={one.title} />
          <Onwards one={one} />
          {one.status === 'PUBLISHED' && <UseTemplate one={one} />}
          {may(one, use.proposeChange) && (
            <ButtonLink href={`/pages/${one.id}/propose`} icon="pen">
              Propose a change
            </ButtonLink>
          )}
          {edits && (
            <ButtonLink href={`/pages/${one.id}/edit`} icon="pen">
              Edit
            </ButtonLink>
          )}
        </>
      }
    >
      <div className={`reading ${withContents ? 'with-contents' : ''}`}>
        <div className="stack">
          <Notices one={one} edits={edits} proposed={proposed} />
          {withContents && <FoldedContents headings={one.contents} />}
          <article className={`sheet ${changed ? 'is-changed' : ''}`}>
            {one.text.trim() === '' ? (
              <Empty
                title="Nothing is written here yet"
                action={
                  edits && (
                    <ButtonLink href={`/pages/${one.id}/edit`} icon="pen" kind="primary">
                      Write it
                    </ButtonLink>
                  )
                }
              />
            ) : (
              <Prose html={one.html} label={one.title} />
            )}
          </article>
          {one.makes === 'DECISION_RECORD' && <DecidedWith id={one.id} />}
          <UsedBy one={one} />
          {one.status === 'PUBLISHED' && one.overdue && (
            <div className="screen-only">
              <Question moment="OVERDUE_PAGE" about={one.id} />
            </div>
          )}
          <Foot one={one} />
        </div>
        {withContents && <Contents headings={one.contents} />}
      </div>
    </Page>
  );
}

/** How many proposals of readers wait for an answer. */
function useProposed(id: string): number {
  const query = usePages('/api/cop/pages/{id}/changes', { path: { id }, query: { limit: 100 } });
  return query.data?.items.filter(({ status }) => status === 'OPEN').length ?? 0;
}

function proposedWords(count: number): string {
  return count === 1 ? '1 proposed change' : `${count} proposed changes`;
}

function Meta({ one, proposed }: { one: One; proposed: number }) {
  return (
    <>
      {one.summary && (
        <p className="page-lead" dir="auto">
          {one.summary}
        </p>
      )}
      <span className="row screen-only">
        <PageMarks one={one} />
      </span>
      <p className="small quiet page-meta screen-only">
        <span>
          <Link href={`/communities/${one.community.id}`}>{one.community.name}</Link>
        </span>
        <span>{one.owner ? `${one.owner.name} answers for it` : 'nobody answers for it'}</span>
        {one.authors.length > 0 && <span>{listed(one.authors.map(({ name }) => name))} may write it, too</span>}
        <span>
          written <Ago at={one.writtenAt} /> by {one.by.name}
        </span>
        <Holds one={one} />
        {proposed > 0 && (
          <span>
            <Link href={`/pages/${one.id}/changes`}>{proposedWords(proposed)}</Link>
          </span>
        )}
      </p>
      {one.treats.length > 0 && (
        <p className="small quiet page-meta screen-only">Helps with: {one.treats.map(ruleWord).join('; ')}</p>
      )}
      <p className="print-only">
        {one.community.name}, revision {one.revision}, {longDay(one.writtenAt)}
        {one.owner && `, ${one.owner.name} answers for it`}
      </p>
    </>
  );
}

function Notices({ one, edits, proposed }: { one: One; edits: boolean; proposed: number }) {
  return (
    <div className="stack screen-only notices">
      {one.status === 'ARCHIVED' && <Notice>It is archived: what it says may hold no more.</Notice>}
      {one.status === 'PROPOSED' && (
        <Notice tone="accent">
          It is a proposal, and nobody answers for it yet. Whoever takes it makes a page of it.
        </Notice>
      )}
      {one.remark && edits && (
        <Notice tone="warn" icon="swap">
          <p className="strong">It was sent back. Asked for is:</p>
          <p className="purpose" dir="auto">
            {one.remark}
          </p>
        </Notice>
      )}
      {edits && proposed > 0 && (
        <Notice
          tone="accent"
          icon="decision"
          action={
            <ButtonLink size="small" href={`/pages/${one.id}/changes`}>
              Answer
            </ButtonLink>
          }
        >
          Readers have {proposedWords(proposed)} for you to take over or to decline.
        </Notice>
      )}
      {!edits && isDrafted(proposalOf(one.id)) && (
        <Notice
          tone="accent"
          icon="pen"
          action={
            <ButtonLink size="small" href={`/pages/${one.id}/propose`}>
              Write on
            </ButtonLink>
          }
        >
          You have written a proposal that is not sent yet. It is kept in this tab.
        </Notice>
      )}
      {edits && isDrafted(draftOf(one.id)) && (
        <Notice
          tone="accent"
          icon="pen"
          action={
            <ButtonLink size="small" href={`/pages/${one.id}/edit`}>
              Write on
            </ButtonLink>
          }
        >
          You have written something here that is not saved yet. It is kept in this tab.
        </Notice>
      )}
    </div>
  );
}

/** The decisions that were recorded with a template. */
function DecidedWith({ id }: { id: string }) {
  const query = usePages('/api/roadmap/decisions', { query: { concerns: id, limit: 5 } });
  const items = query.data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <div className="screen-only">
      <Panel title="Decisions recorded with it" count={`${items.length}${query.hasNextPage ? '+' : ''}`}>
        <ul className="rows">
          {items.map((decision) => (
            <li key={decision.id} className="spread">
              <Link href={`/decisions/${decision.id}`}>{decision.question}</Link>
              <DecisionMark status={decision.status} />
            </li>
          ))}
        </ul>
        {query.hasNextPage && (
          <div className="more">
            <Link href={`/decisions?concerns=${id}`}>All of them</Link>
          </div>
        )}
      </Panel>
    </div>
  );
}

function Foot({ one }: { one: One }) {
  return (
    <footer className="page-foot screen-only">
      <div className="row">
        <ButtonLink size="small" kind="ghost" icon="clock" href={`/pages/${one.id}/history`}>
          History
        </ButtonLink>
        <a className="button small ghost" href={`/api/cop/pages/${one.id}/page.md`} download>
          <Icon name="import" />
          <span>As a file</span>
        </a>
        <ButtonLink size="small" kind="ghost" icon="decision" href={`/pages/${one.id}/changes`}>
          Proposed changes
        </ButtonLink>
        <Button size="small" kind="ghost" icon="print" onClick={() => window.print()}>
          Print
        </Button>
        <Keep one={one} />
      </div>
      {one.backlinks.length > 0 && (
        <section aria-labelledby="backlinks">
          <h2 id="backlinks">{one.makes ? 'Pages that lead here, or were made of it' : 'Pages that lead here'}</h2>
          <ul>
            {one.backlinks.map((page) => (
              <li key={page.id}>
                <Link href={`/pages/${page.id}`} dir="auto">
                  {page.name}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </footer>
  );
}
