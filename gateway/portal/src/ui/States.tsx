import type { ReactNode } from 'react';
import { Problem } from '../api/problem';
import { clockTime } from '../model/time';
import { Button, ButtonLink } from './Button';
import { Icon, type IconName } from './Icon';
import { Page } from './Page';

export function Skeleton({ lines = 4 }: { lines?: number }) {
  const widths = ['72%', '94%', '58%', '83%', '66%', '90%'];
  return (
    <div className="skeletons" role="status">
      <span className="sr-only">Loading</span>
      {Array.from({ length: lines }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the lines have no identity
        <span key={index} className="skeleton" style={{ width: widths[index % widths.length] }} />
      ))}
    </div>
  );
}

export function Empty({ title, children, action }: { title: string; children?: ReactNode; action?: ReactNode }) {
  return (
    <div className="empty">
      <p>
        <strong>{title}</strong>
      </p>
      {children && <p>{children}</p>}
      {action}
    </div>
  );
}

/** Says when somebody last looked, so that an empty list is an answer and not a doubt. */
export function NothingOpen({
  title,
  checkedAt,
  children,
}: {
  title: string;
  checkedAt: number;
  children?: ReactNode;
}) {
  return (
    <Empty title={title} action={children}>
      Last checked at {clockTime(checkedAt || Date.now())}.
    </Empty>
  );
}

export function Notice({
  tone,
  icon = 'question',
  children,
  action,
}: {
  tone?: 'bad' | 'warn' | 'good' | 'accent';
  icon?: IconName;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className={`notice ${tone ?? ''}`}>
      <Icon name={icon} />
      <div className="grow">{children}</div>
      {action}
    </div>
  );
}

/** A refusal next to what caused it, in the server's own words: they say what to do. */
export function ProblemNotice({
  problem,
  retry,
}: {
  problem: Problem | undefined | null;
  retry?: (() => void) | undefined;
}) {
  if (!problem) return null;
  return (
    <div role="alert">
      <Notice
        tone={problem.isOffline ? 'warn' : 'bad'}
        icon={problem.isOffline ? 'offline' : 'off'}
        action={
          retry && (
            <Button size="small" onClick={retry}>
              Try again
            </Button>
          )
        }
      >
        <p className="strong">{problem.title}</p>
        {problem.detail && problem.detail !== problem.title && <p>{problem.detail}</p>}
        {problem.errors.length > 0 && (
          <ul>
            {problem.errors.map((error) => (
              <li key={error.field}>
                {error.field}: {error.message}
              </li>
            ))}
          </ul>
        )}
      </Notice>
    </div>
  );
}

interface Queried<T> {
  data: T | undefined;
  error: Error | null;
  isPending: boolean;
  refetch: () => unknown;
}

/** What every view does with a query: wait, explain, or show; what it already has stays on the page. */
export function Show<T>({
  query,
  lines,
  page,
  children,
}: {
  query: Queried<T>;
  lines?: number;
  /** The whole page hangs on it: without it there is only a title to say so. */
  page?: boolean;
  children: (data: T) => ReactNode;
}) {
  if (query.data !== undefined) {
    const view = query.data as { stale?: boolean };
    return (
      <>
        {view.stale && <StaleNote />}
        {children(query.data)}
      </>
    );
  }
  if (query.error) {
    const trouble = <Trouble error={query.error} retry={() => void query.refetch()} />;
    return page ? <Page title="Nothing to show">{trouble}</Page> : trouble;
  }
  return <Skeleton {...(lines === undefined ? {} : { lines })} />;
}

function StaleNote() {
  return (
    <p className="stale-note" role="status">
      <Icon name="clock" /> Still catching up with the last change; this refreshes by itself.
    </p>
  );
}

export function Trouble({ error, retry }: { error: Error; retry?: () => void }) {
  const problem = error instanceof Problem ? error : undefined;
  if (problem?.status === 404) return <NotFound />;
  if (problem?.status === 403) {
    return (
      <Empty
        title="This is not visible to you"
        action={
          <ButtonLink href="/who-sees-what" icon="shield">
            Who sees what
          </ButtonLink>
        }
      >
        {problem.detail ?? 'Your roles do not reach it. Ask an administrator if they should.'}
      </Empty>
    );
  }
  if (problem?.status === 401) return <Empty title="You are signed out">Sign in again to go on.</Empty>;
  return (
    <Empty
      title={problem?.title ?? 'This part of the page failed'}
      action={
        retry && (
          <Button icon="swap" onClick={retry}>
            Try again
          </Button>
        )
      }
    >
      {problem?.detail ?? 'The rest still works. Try again; if it stays, tell an administrator.'}
    </Empty>
  );
}

export function NotFound() {
  return (
    <Empty
      title="Not here"
      action={
        <ButtonLink href="/" icon="home">
          Go home
        </ButtonLink>
      }
    >
      It may have been removed, or it is not visible to you. Guildhall does not tell which.
    </Empty>
  );
}
