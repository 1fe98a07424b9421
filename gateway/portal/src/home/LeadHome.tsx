import { useState } from 'react';
import { Link } from 'wouter';
import type { Community, Me, PageSummary } from '../api/contract';
import { useChanged } from '../api/live';
import { useGet } from '../api/query';
import { Agenda } from '../communities/Agenda';
import { Attendance } from '../communities/Attendance';
import '../communities/communities.css';
import { Findings } from '../communities/Findings';
import { SlotTime } from '../communities/parts';
import { Card } from '../ideas/Ideas';
import { plusDays, today, weekdayAndDay } from '../model/time';
import { Archive, StillTrue } from '../playbook/actions';
import { Queue } from '../playbook/Playbook';
import { Holds } from '../playbook/parts';
import '../playbook/playbook.css';
import { Button, ButtonLink } from '../ui/Button';
import { Page, Panel, Tabs } from '../ui/Page';
import { Empty, Show } from '../ui/States';
import { useFilters } from '../ui/useFilters';
import { useLed } from './led';

/** As many rows as one looks through at once; the rest is a click away. */
const few = 6;

/** For whoever leads a community: what comes next, what is late, and what people want to try. */
export default function LeadHome({ me }: { me: Me }) {
  const filters = useFilters();
  const { led, query } = useLed(me);
  const one = led.find(({ id }) => id === filters.get('community')) ?? led[0];
  return (
    <Page title={one?.name ?? 'Communities you lead'}>
      {led.length > 1 && (
        <Tabs
          label="Communities you lead"
          tabs={led.map(({ id, name }) => ({ name, href: `/?as=lead&community=${id}`, current: id === one?.id }))}
        />
      )}
      <Show query={query}>
        {() => (one ? <Led key={one.id} one={one} /> : <Empty title="You lead no community" />)}
      </Show>
    </Page>
  );
}

function Led({ one }: { one: Community }) {
  return (
    <>
      <Findings one={one} />
      <div className="columns wide-side">
        <div className="stack">
          <Next one={one} />
          <PagesByReview one={one} />
        </div>
        <div className="stack">
          <IdeasBySupport one={one} />
          <Queue one={one} />
          <Counts one={one} />
        </div>
      </div>
    </>
  );
}

/** The next gathering with its agenda, to be prepared in place. */
function Next({ one }: { one: Community }) {
  const query = useGet('/api/cop/gatherings/{id}', {
    path: { id: `${one.id}_${one.next?.on}` },
    enabled: one.next !== undefined,
  });
  if (!one.next) {
    return (
      <Panel title="Next gathering">
        <Empty
          title="No date is to come"
          action={
            <ButtonLink kind="primary" icon="promise" href={`/communities/${one.id}`}>
              Say when it meets
            </ButtonLink>
          }
        >
          A fixed rhythm keeps a community alive.
        </Empty>
      </Panel>
    );
  }
  return (
    <section className="stack" aria-label="Next gathering">
      <h2 className="row">
        Next:
        <Link href={`/communities/${one.id}/gatherings/${one.next.on}`}>
          <SlotTime slot={one.next} withEnd />
        </Link>
      </h2>
      <Show query={query}>
        {(gathering) => (
          <>
            <Attendance one={gathering} />
            <Agenda one={gathering} />
          </>
        )}
      </Show>
    </section>
  );
}

function PagesByReview({ one }: { one: Community }) {
  const [all, setAll] = useState(false);
  const query = useGet('/api/cop/communities/{id}/pages', {
    path: { id: one.id },
    query: { status: ['PUBLISHED'], reviewBefore: plusDays(today(), 4 * 365), limit: 100 },
  });
  const used = useGet('/api/cop/communities/{id}/adoption', { path: { id: one.id } }).data;
  const usedBy = (id: string) => used?.pages.find(({ page }) => page.id === id)?.used;
  return (
    <Panel
      title="Pages by the day they are looked at again"
      count={query.data && `${query.data.items.length}${query.data.next ? '+' : ''}`}
    >
      <Show query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              title="Nothing is published yet"
              action={<ButtonLink href={`/communities/${one.id}/pages`}>Open the playbook</ButtonLink>}
            />
          ) : (
            <>
              <ul className="rows">
                {items.slice(0, all ? undefined : few).map((page) => (
                  <Reviewed key={page.id} page={page} used={usedBy(page.id)} />
                ))}
              </ul>
              {items.length > few && !all && (
                <div className="more">
                  <Button onClick={() => setAll(true)}>Show all {items.length}</Button>
                </div>
              )}
            </>
          )
        }
      </Show>
    </Panel>
  );
}

function Reviewed({ page, used }: { page: PageSummary; used: number | undefined }) {
  const changed = useChanged(page.id);
  const [archiving, setArchiving] = useState(false);
  const of = <span className="sr-only"> {page.title}</span>;
  return (
    <li className={`stack-s ${changed ? 'is-changed' : ''}`}>
      <p>
        <Link href={`/pages/${page.id}`} className="plain-link strong" dir="auto">
          {page.title}
        </Link>
      </p>
      <p className="small quiet page-meta">
        <span>{page.owner?.name ?? 'nobody answers for it'}</span>
        {used !== undefined && <span>{used === 1 ? '1 team uses it' : `${used} teams use it`}</span>}
        <Holds one={page} />
      </p>
      <div className="row">
        <StillTrue one={page} size="small">
          Still true{of}
        </StillTrue>
        <ButtonLink size="small" kind="ghost" href={`/pages/${page.id}/edit`}>
          Edit{of}
        </ButtonLink>
        <Button size="small" kind="ghost" onClick={() => setArchiving(true)}>
          Archive{of}
        </Button>
      </div>
      {archiving && <Archiving id={page.id} onClose={() => setArchiving(false)} />}
    </li>
  );
}

/** The dialog acts on the page as it is now, which a list does not hold. */
function Archiving({ id, onClose }: { id: string; onClose: () => void }) {
  const page = useGet('/api/cop/pages/{id}', { path: { id } }).data;
  return page ? <Archive one={page} onClose={onClose} /> : null;
}

function IdeasBySupport({ one }: { one: Community }) {
  const query = useGet('/api/cop/communities/{id}/ideas', { path: { id: one.id } });
  return (
    <Panel
      title="Ideas by support"
      count={query.data?.items.length}
      actions={
        <ButtonLink size="small" kind="ghost" href={`/communities/${one.id}/ideas`}>
          All ideas
        </ButtonLink>
      }
    >
      <Show query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="No idea waits">Ask at the next gathering what people would like to try.</Empty>
          ) : (
            <ul className="rows">
              {[...items]
                .sort((left, right) => Number(right.trial?.due ?? false) - Number(left.trial?.due ?? false))
                .slice(0, few)
                .map((idea) => (
                  <Card key={idea.id} idea={idea} />
                ))}
            </ul>
          )
        }
      </Show>
    </Panel>
  );
}

/** How many were there, never who. */
function Counts({ one }: { one: Community }) {
  const query = useGet('/api/cop/communities/{id}/gatherings', {
    path: { id: one.id },
    query: { from: plusDays(today(), -120), to: today() },
  });
  const held = (query.data?.items ?? []).filter(({ attended }) => attended !== undefined).reverse();
  if (held.length === 0) return null;
  return (
    <Panel title="How many were there">
      <ul className="rows compact">
        {held.slice(0, few).map(({ id, on, start, attended }) => (
          <li key={id}>
            <div className="spread">
              <Link href={`/communities/${one.id}/gatherings/${on}`} className="plain-link">
                {weekdayAndDay(start)}
              </Link>
              <span className="strong">{attended}</span>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
