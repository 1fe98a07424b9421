import { Link } from 'wouter';
import type { LogEvent } from '../api/contract';
import { endOf, kindOf, verbOf, wordsOf } from '../model/events';
import { Icon } from '../ui/Icon';
import { Ago } from '../ui/Marks';

/** Who did what to what, and in which words. */
export function EventLine({ event }: { event: LogEvent }) {
  const kind = kindOf(event);
  const words = wordsOf(event);
  const title = event.title ?? kind.name;
  return (
    <div className="event grow">
      <Icon name={kind.icon} />
      <div className="grow">
        <p>
          <span className="strong">{event.by.name}</span> {verbOf(event)}{' '}
          {kind.href ? (
            <Link href={kind.href(event.subject)} className="plain-link strong">
              {title}
            </Link>
          ) : (
            <span className="strong">{title}</span>
          )}
          <span className="quiet">{endOf(event)}</span>
        </p>
        {words && <p className="event-words">{words}</p>}
        <p className="small quiet">
          {kind.name}, <Ago at={event.at} />
        </p>
      </div>
    </div>
  );
}
