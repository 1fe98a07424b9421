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
          <Panel title="Why, and what followed" note={origin(event, causes)}>
            <ol className="chain">
              {causes.map((one) => (
                <Step key={one.position} event={one} />
              ))}
              <Step event={event} current />
              {effects.map((one) => (
                <Step key={one.position} event={one} />
              ))}
            </ol>
          </Panel>
        </Page>
      )}
    </Show>
  );
}

function Step({ event, current }: { event: LogEvent; current?: boolean }) {
  return (
    <li aria-current={current ? 'step' : undefined}>
      <EventLine event={event} />
    </li>
  );
}

function origin(event: LogEvent, causes: LogEvent[]): string {
  if (causes.length > 0) return 'From what somebody did, first, to what followed from it.';
  if (event.cause !== undefined) return 'What led to it is not in the log, or not yours to see.';
  return event.by.id.startsWith('guildhall|')
    ? 'Guildhall looked at it by itself, after a day had passed or somebody had changed what it rests on.'
    : 'It follows from nothing: somebody did it.';
}
