import { Link } from 'wouter';
import { useCommand } from '../api/command';
import type { Dependency } from '../api/contract';
import { useChanged } from '../api/live';
import { may, use } from '../model/can';
import { daysBetween, today } from '../model/time';
import { ButtonLink } from '../ui/Button';
import { CommandButton } from '../ui/CommandDialog';
import { DependencyMark, When } from '../ui/Marks';
import { toast } from '../ui/Toasts';
import './dependencies.css';

export const dependencyLabels = {
  title: 'What is needed',
  status: 'Status',
  neededBy: 'Needed by',
  committedBy: 'Committed by',
  counterOffer: 'Offered date',
  consumer: 'Waiting team',
  producer: 'Delivering team',
};

/** The date a commitment would be for, without asking: what was offered last, else when it is needed. */
export function commitDate(one: Dependency): string | undefined {
  return one.counterOffer?.date ?? one.neededBy;
}

export function CommitButton({ one, size }: { one: Dependency; size?: 'small' }) {
  const commit = useCommand('post', '/api/team/dependencies/{id}/commit', {
    onDone: () => toast(`Committed: ${one.title}`),
  });
  const by = commitDate(one);
  if (!may(one, use.commit) || !by) return null;
  return (
    <CommandButton
      icon="check"
      kind="primary"
      size={size}
      action="Commit"
      command={commit}
      before={one}
      labels={dependencyLabels}
      onRun={() => commit.run({ path: { id: one.id }, version: one.version, body: { by } })}
    >
      {one.counterOffer ? 'Agree to' : 'Commit for'} <When date={by} />
    </CommandButton>
  );
}

/** What can be answered in a list: one click to agree, or the way to the page that asks for more. */
export function Answers({ one }: { one: Dependency }) {
  return (
    <>
      <CommitButton one={one} size="small" />{' '}
      {may(one, use.counter) && (
        <ButtonLink
          size="small"
          href={`/dependencies/${one.id}?do=counter`}
          aria-label={`Offer another date: ${one.title}`}
        >
          Another date
        </ButtonLink>
      )}
      {may(one, use.accept) && (
        <ButtonLink size="small" kind="primary" href={`/dependencies/${one.id}`} aria-label={`Accept: ${one.title}`}>
          Accept delivery
        </ButtonLink>
      )}
    </>
  );
}

/** How far apart the two dates are, in words. */
export function Gap({ one }: { one: Pick<Dependency, 'neededBy' | 'committedBy' | 'status' | 'broken'> }) {
  if (!one.neededBy || !one.committedBy) return null;
  const late = daysBetween(one.neededBy, one.committedBy);
  if (late > 0) return <span className="age red">{late} d late</span>;
  if (one.broken) return <span className="age red">{daysBetween(one.committedBy, today())} d overdue</span>;
  if (late < 0 && one.status === 'COMMITTED') return <span className="quiet small nowrap">{-late} d early</span>;
  return null;
}

/** Two cells of a table: until when it is needed, and what the delivering team says to that. */
export function Dates({ one }: { one: Dependency }) {
  return (
    <>
      <td data-label={one.neededBy && 'needed by'}>
        <When date={one.neededBy} />
      </td>
      <td data-label={one.counterOffer && !one.committedBy ? undefined : 'committed by'}>
        {one.committedBy ? (
          <>
            <When date={one.committedBy} /> <Gap one={one} />
          </>
        ) : one.counterOffer ? (
          <>
            <When date={one.counterOffer.date} /> <span className="quiet">offered</span>
          </>
        ) : (
          <span className="quiet">not yet</span>
        )}
      </td>
    </>
  );
}

export function DependencyTable({ items, own }: { items: Dependency[]; own?: string | undefined }) {
  return (
    <div className="table-wrap">
      <table className="table cards waits">
        <thead>
          <tr>
            <th scope="col">What is needed</th>
            {own ? (
              <th scope="col">Other team</th>
            ) : (
              <>
                <th scope="col">Waits</th>
                <th scope="col">Delivers</th>
              </>
            )}
            <th scope="col">Status</th>
            <th scope="col">Needed by</th>
            <th scope="col">Committed by</th>
            <th scope="col">
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <Row key={one.id} one={one} own={own} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ one, own }: { one: Dependency; own: string | undefined }) {
  const changed = useChanged(one.id);
  return (
    <tr className={changed ? 'is-changed' : undefined}>
      <th scope="row" className="title">
        <Link href={`/dependencies/${one.id}`}>{one.title}</Link>
      </th>
      {own ? (
        <td>{one.consumer.id === own ? <>from {one.producer.name}</> : <>for {one.consumer.name}</>}</td>
      ) : (
        <>
          <td>{one.consumer.name}</td>
          <td data-label="from">{one.producer.name}</td>
        </>
      )}
      <td>
        <DependencyMark status={one.status} broken={one.broken} />
      </td>
      <Dates one={one} />
      <td className="actions">
        <Answers one={one} />
      </td>
    </tr>
  );
}
