import { type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import type { SearchHit } from '../api/contract';
import type { Problem } from '../api/problem';
import { useAll, useGet, usePages } from '../api/query';
import { useOrganization } from '../app/me';
import { quarterWords } from '../model/time';
import { kindWords } from '../model/words';
import { Button } from '../ui/Button';
import { Excerpt } from '../ui/Excerpt';
import { TextField } from '../ui/Field';
import { PageMark } from '../ui/Marks';
import { More, Page, Panel } from '../ui/Page';
import { Empty, Notice, Skeleton, Trouble } from '../ui/States';
import { useFilters } from '../ui/useFilters';
import { useSettled } from '../ui/useSettled';
import { matches } from './matches';
import './search.css';

/** Pages shown at first, and at most: they come without a cursor, the best ones first. */
const few = 20;
const most = 100;

/** What the other lists take of what was typed. */
const longest = 200;

/** Everything that the palette finds, with room for all of it. */
export default function Results() {
  const filters = useFilters();
  const typed = filters.get('q') ?? '';
  const words = useSettled(typed.trim());
  return (
    <Page
      title={words ? `Results for “${words}”` : 'Search'}
      lead="Pages are found by what stands in them, all else by its title. Only what is visible to you is looked through."
    >
      <div className="filters" role="search">
        <TextField
          maxLength={200}
          className="search"
          label="Words"
          type="search"
          autoComplete="off"
          autoFocus={typed === ''}
          value={typed}
          onText={(q) => filters.set({ q, pages: undefined })}
        />
      </div>
      {words.length < 2 ? (
        <Empty title="What do you look for?">
          Two characters or more: one word of a page is enough, also the beginning of it.
        </Empty>
      ) : (
        <Found words={words} />
      )}
    </Page>
  );
}

function Found({ words }: { words: string }) {
  const filters = useFilters();
  const all = filters.get('pages') === 'all';
  const pages = useGet('/api/cop/search', { query: { q: words, limit: all ? most : few }, keep: true });
  const building = useWhileBuilding(pages);
  const q = words.slice(0, longest);
  const trees = usePages('/api/cop/trees', { query: { q, limit: few }, keep: true });
  const ideas = usePages('/api/cop/ideas', { query: { q, limit: few }, keep: true });
  const communities = usePages('/api/cop/communities', { query: { q, limit: few }, keep: true });
  const impediments = usePages('/api/team/impediments', { query: { q, limit: few }, keep: true });
  const features = usePages('/api/roadmap/features', { query: { q, limit: few }, keep: true });
  const outcomes = useAll(usePages('/api/roadmap/outcomes', { query: { limit: 100 } }));
  const named = outcomes.data?.items.filter((one) => matches(one.title, words)) ?? [];
  const units = (useOrganization()?.units ?? []).filter((unit) => !unit.archived && matches(unit.name, words));

  const lists = [pages, trees, ideas, communities, impediments, features];
  const pending = [...lists, outcomes].some((list) => list.isPending);
  const failed = [...lists, outcomes].some((list) => list.isError);
  const count = lists.reduce((sum, list) => sum + (list.data?.items.length ?? 0), named.length + units.length);
  const more = pages.data?.items.length === few || lists.some((list) => 'hasNextPage' in list && list.hasNextPage);
  return (
    <>
      <p role="status" className="quiet">
        {pending ? 'Looking…' : `${count}${more ? '+' : ''} found.`}
      </p>
      {building ? (
        <Notice icon="clock">
          The pages are being made ready to be searched, as at each start. They come by themselves.
        </Notice>
      ) : (
        <Group
          title="Playbook pages"
          query={pages}
          items={pages.data?.items}
          footer={<Further hits={pages.data?.items} />}
        >
          {(hit) => <Hit key={hit.id} hit={hit} />}
        </Group>
      )}
      <Group title="Decision trees" query={trees} items={trees.data?.items} footer={<More query={trees} />}>
        {(one) => <One key={one.id} href={`/trees/${one.id}`} title={one.title} about={one.community.name} />}
      </Group>
      <Group title="Ideas" query={ideas} items={ideas.data?.items} footer={<More query={ideas} />}>
        {(one) => <One key={one.id} href={`/ideas/${one.id}`} title={one.title} about={one.community.name} />}
      </Group>
      <Group
        title="Communities"
        query={communities}
        items={communities.data?.items}
        footer={<More query={communities} />}
      >
        {(one) => (
          <One key={one.id} href={`/communities/${one.id}`} title={one.name} about={one.member ? 'yours' : undefined} />
        )}
      </Group>
      <Group
        title="Impediments"
        query={impediments}
        items={impediments.data?.items}
        footer={<More query={impediments} />}
      >
        {(one) => <One key={one.id} href={`/impediments/${one.id}`} title={one.title} about={one.team.name} />}
      </Group>
      <Group title="Features" query={features} items={features.data?.items} footer={<More query={features} />}>
        {(one) => <One key={one.id} href={`/features/${one.id}`} title={one.title} about={one.key} />}
      </Group>
      <Group title="Outcomes" query={outcomes} items={named}>
        {(one) => <One key={one.id} href={`/outcomes/${one.id}`} title={one.title} about={quarterWords(one.quarter)} />}
      </Group>
      <Group title="Units" items={units}>
        {(unit) => <One key={unit.id} href={`/units/${unit.id}`} title={unit.name} about={kindWords[unit.kind]} />}
      </Group>
      {pending && count === 0 && <Skeleton lines={6} />}
      {!pending && !failed && count === 0 && (
        <Empty title={`Nothing found for “${words}”`}>Leave a word out, or write only its beginning.</Empty>
      )}
    </>
  );
}

interface Asked {
  error: Problem | null;
  refetch: () => unknown;
}

/** Looks again as soon as the service says that it is worth it. */
function useWhileBuilding({ error, refetch }: Asked): boolean {
  const building = error?.type.endsWith('/index-being-built') ?? false;
  useEffect(() => {
    if (!building) return undefined;
    const timer = setInterval(() => void refetch(), (error?.retryAfterSeconds ?? 5) * 1000);
    return () => clearInterval(timer);
  }, [building, error, refetch]);
  return building;
}

function Group<T>({
  title,
  query,
  items = [],
  footer,
  children,
}: {
  title: string;
  query?: Asked;
  items?: T[] | undefined;
  footer?: ReactNode;
  children: (one: T) => ReactNode;
}) {
  if (query?.error) {
    return (
      <Panel title={title}>
        <Trouble error={query.error} retry={() => void query.refetch()} />
      </Panel>
    );
  }
  if (items.length === 0) return null;
  return (
    <Panel title={title} count={items.length}>
      <ul className="rows">{items.map(children)}</ul>
      {footer}
    </Panel>
  );
}

function One({ href, title, about }: { href: string; title: string; about?: string | undefined }) {
  return (
    <li>
      <div className="found">
        <Link href={href} className="plain-link strong" dir="auto">
          {title}
        </Link>
        {about && <p className="small quiet">{about}</p>}
      </div>
    </li>
  );
}

function Hit({ hit }: { hit: SearchHit }) {
  return (
    <li>
      <div className="found">
        <p className="row">
          <Link href={`/pages/${hit.id}`} className="plain-link strong" dir="auto">
            <Excerpt parts={hit.highlights.title} />
          </Link>
          <PageMark status={hit.status} />
        </p>
        {hit.highlights.text.map(({ parts }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a piece is known by its place
          <p key={place} className="excerpt" dir="auto">
            <Excerpt parts={parts} />
          </p>
        ))}
        <p className="small quiet">{hit.community.name}</p>
      </div>
    </li>
  );
}

function Further({ hits = [] }: { hits?: SearchHit[] | undefined }) {
  const filters = useFilters();
  if (hits.length === few && filters.get('pages') !== 'all') {
    return (
      <div className="more">
        <Button onClick={() => filters.set({ pages: 'all' })}>Show more</Button>
      </div>
    );
  }
  return hits.length === most ? (
    <p className="more small quiet">These are the first {most}; another word finds the right one.</p>
  ) : null;
}
