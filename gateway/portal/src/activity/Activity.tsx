import { usePages } from '../api/query';
import { useOrganization } from '../app/me';
import { UnitOptions } from '../app/UnitOptions';
import { FollowList } from '../follows/FollowList';
import { kinds } from '../model/events';
import { plusDays, today } from '../model/time';
import { subscribeTo, subscribeWords } from '../subscriptions/words';
import { ButtonLink } from '../ui/Button';
import { Select } from '../ui/Field';
import { More, Page, Panel } from '../ui/Page';
import { Empty, Show } from '../ui/States';
import { useFilters } from '../ui/useFilters';
import './activity.css';
import { EventLine } from './parts';

type Events = ReturnType<typeof usePages<'/api/feed/events'>>;

const spans: Record<string, string> = { 1: 'Today', 7: 'The last 7 days', 30: 'The last 30 days' };

export default function Activity() {
  const filters = useFilters();
  const organization = useOrganization();
  const days = Number(filters.get('days'));
  const followed = filters.get('followed') === 'true';
  const query = usePages('/api/feed/events', {
    query: {
      topic: filters.get('topic'),
      unit: filters.get('unit'),
      subject: filters.get('subject'),
      by: filters.get('by'),
      followed: followed || undefined,
      from: spans[days] ? new Date(`${plusDays(today(), 1 - days)}T00:00:00`).toISOString() : undefined,
      limit: 50,
    },
    keep: true,
  });
  return (
    <Page
      title="Activity"
      lead="What has happened, as far as you may see it, and what led to it."
      actions={
        <ButtonLink href={subscribeTo(filters.get('topic'), filters.get('unit'), followed)} icon="link">
          {subscribeWords(filters.get('topic'), followed)}
        </ButtonLink>
      }
    >
      <div className="filters" role="search">
        <Select label="What" value={filters.get('topic') ?? ''} onText={(topic) => filters.set({ topic })}>
          <option value="">Everything</option>
          {Object.entries(kinds).map(([topic, kind]) => (
            <option key={topic} value={topic}>
              {kind.name}
            </option>
          ))}
        </Select>
        <Select label="Where" value={filters.get('unit') ?? ''} onText={(unit) => filters.set({ unit })}>
          <option value="">The whole product</option>
          <UnitOptions organization={organization} />
        </Select>
        <Select label="Which" value={followed ? 'true' : ''} onText={(chosen) => filters.set({ followed: chosen })}>
          <option value="">All that I may see</option>
          <option value="true">What I follow</option>
        </Select>
        <Select label="When" value={filters.get('days') ?? ''} onText={(span) => filters.set({ days: span })}>
          <option value="">At any time</option>
          {Object.entries(spans).map(([span, name]) => (
            <option key={span} value={span}>
              {name}
            </option>
          ))}
        </Select>
      </div>
      {followed ? (
        <div className="columns">
          <Happened query={query} empty="What happens to the things you follow will show here." />
          <FollowList />
        </div>
      ) : (
        <Happened
          query={query}
          empty={
            filters.any
              ? 'Choose more kinds of things, another place or a longer time.'
              : 'Whatever people do will show here.'
          }
        />
      )}
    </Page>
  );
}

function Happened({ query, empty }: { query: Events; empty: string }) {
  return (
    <Panel title="What happened">
      <Show query={query} lines={8}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="Nothing has happened here">{empty}</Empty>
          ) : (
            <ul className="rows">
              {items.map((event) => (
                <li key={event.position} className="happening">
                  <EventLine event={event} />
                  <ButtonLink
                    href={`/activity/${event.position}`}
                    size="small"
                    kind="ghost"
                    aria-label={`Why? ${event.title ?? event.subject}`}
                  >
                    Why?
                  </ButtonLink>
                </li>
              ))}
            </ul>
          )
        }
      </Show>
      <More query={query} />
    </Panel>
  );
}
