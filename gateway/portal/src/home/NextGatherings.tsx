import { Link } from 'wouter';
import type { Me } from '../api/contract';
import { clockTime, longDate, weekdayAndDay } from '../model/time';
import { Panel } from '../ui/Page';
import { useLed } from './led';

/** When one's communities meet next; nothing for whoever belongs to none. */
export function NextGatherings({ me }: { me: Me }) {
  const coming = useLed(me)
    .items.flatMap(({ id, name, next }) => (next ? [{ id, name, next }] : []))
    .sort((left, right) => left.next.start.localeCompare(right.next.start));
  if (coming.length === 0) return null;
  return (
    <Panel title="Your communities meet">
      <ul className="rows compact">
        {coming.map(({ id, name, next }) => (
          <li key={id}>
            <div className="spread">
              <Link href={`/communities/${id}/gatherings/${next.on}`} className="plain-link strong">
                {name}
              </Link>
              <time dateTime={next.start} title={longDate(next.start)} className="nowrap">
                {weekdayAndDay(next.start)}, {clockTime(Date.parse(next.start))}
              </time>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
