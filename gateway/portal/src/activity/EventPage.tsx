import type { LogEvent } from '../api/contract';
import { useGet } from '../api/query';
import { verbOf } from '../model/events';
import { longDate } from '../model/time';
import { Page, Panel } from '../ui/Page';
import { Show } from '../ui/States';
import './activity.css';
import { EventLine } from './parts';

const crumbs = [{ name: 'Activity', href: '/activity' }];

/** One event between what led to it and what followed from it. */
export default function EventPage({ position }: { position: string }) {
  const query = useGet('/api/feed/events/{position}', { path: { position: Number(position) } });
  return (
    <Show page query={query}>
      {({ causes, event, effects }) => (
        <Page
          title={`${event.by.name} ${verbOf(event)} ${event.title ?? ''}`}
          lead={longDate(event.at)}
          crumbs={crumbs}
        >
          <Panel
            title="Why, and what followed"
            note={
              causes.length > 0
                ? 'From what somebody did, first, to what followed from it.'
                : event.cause !== undefined
                  ? 'What led to it is not in the log, or not yours to see.'
                  : event.by.id.startsWith('guildhall|')
                    ? 'Guildhall looked at it by itself, after a day had passed or somebody had changed what it rests on.'
                    : 'It follows from nothing: somebody did it.'
            }
          >
            <ol className="chain">
              {causes.map((one) => (
                <Link key={one.position} event={one} />
              ))}
              <Link event={event} current />
              {effects.map((one) => (
                <Link key={one.position} event={one} />
              ))}
            </ol>
          </Panel>
        </Page>
      )}
    </Show>
  );
}

function Link({ event, current }: { event: LogEvent; current?: boolean }) {
  return (
    <li aria-current={current ? 'step' : undefined}>
      <EventLine event={event} />
    </li>
  );
}
