import type { Channel, Connections, Import, Webhook } from '../api/contract';
import { nameOf as channelName, stateOf as channelState, chats } from '../channels/words';
import { ago } from '../model/time';
import { counted, type Look, nameOf, stateOf } from '../webhooks/words';

/** One thing that comes in or goes out. What is not known of it is left out, and shown as not known. */
export interface Connection {
  id: string;
  name: string;
  /** What it is, and whose. */
  what: string;
  direction: 'In' | 'Out';
  look: Look;
  /** Why it is not well, and what to do about it. */
  reason?: string | undefined;
  lastSuccess?: string | undefined;
  lag?: string | undefined;
  refused?: number | undefined;
  /** Where one looks closer, tries again or sends again. */
  open?: { href: string; words: string } | undefined;
  /** One that may be paused here. */
  webhook?: string | undefined;
}

const unread = 7 * 86_400_000;

const files: Record<string, { name: string; what: string }> = {
  catalog: { name: 'Organization', what: 'Import of a catalog' },
  features: { name: 'Features', what: "Import of a tracker's export" },
};

/** The last run of each kind of import; undefined while it is not known which there were. */
export function importRow(kind: 'catalog' | 'features', runs: Import[] | undefined): Connection {
  const last = runs?.filter((run) => run.kind === kind).sort((one, other) => other.at.localeCompare(one.at))[0];
  const words = files[kind] ?? { name: kind, what: 'Import' };
  const row = { id: kind, ...words, direction: 'In' as const };
  if (!last) {
    return { ...row, look: runs ? grey('Never run') : grey('Not known'), open: { href: '/import', words: 'Import' } };
  }
  const refused = last.counts.refused;
  return {
    ...row,
    ...importState(last),
    lastSuccess: last.status === 'APPLIED' ? last.at : undefined,
    refused,
    open: {
      href: `/import?${kind}=${last.id}`,
      words: last.status === 'FAILED' ? 'Try again' : refused > 0 ? 'See refused rows' : 'Open',
    },
  };
}

function importState(run: Import): Pick<Connection, 'look' | 'reason'> {
  const refused = run.counts.refused;
  switch (run.status) {
    case 'FAILED':
      return {
        look: { words: 'Failed', tone: 'bad', icon: 'off' },
        reason: run.problem ?? `${run.file} stopped after ${run.done} of ${run.rows} rows, and says no more.`,
      };
    case 'APPLYING':
      return { look: { words: `Applying ${run.done} of ${run.rows}`, tone: 'accent', icon: 'clock' } };
    case 'APPLIED':
      return refused > 0
        ? {
            look: { words: 'Applied in part', tone: 'warn', icon: 'risk' },
            reason: `${counted(refused, 'row', 'rows')} of ${run.file} ${refused === 1 ? 'was' : 'were'} refused.`,
          }
        : { look: { words: 'Applied', tone: 'good', icon: 'check' } };
    default:
      return { look: grey('Checked, not applied'), reason: `${run.file} waits for somebody to apply it.` };
  }
}

const services: Record<string, string> = {
  team: 'team-service',
  roadmap: 'roadmap-service',
  cop: 'cop-service',
};

/** The events of each service that the log and the calendars are made of. */
export function eventRows(events: Connections['events']): Connection[] {
  return Object.entries(services).map(([prefix, service]) => {
    const row = { id: service, name: `Events of ${service}`, what: 'Kafka topics', direction: 'In' as const };
    const topics = events?.filter(({ topic }) => topic.startsWith(`${prefix}.`)) ?? [];
    if (topics.length === 0) {
      return { ...row, look: grey('Not known'), reason: 'The broker does not say how far its topics are read.' };
    }
    const behind = sum(topics.map((one) => one.behind));
    const letters = topics.filter((one) => one.deadLetters > 0);
    const newest = topics
      .map((one) => one.newest ?? '')
      .sort()
      .at(-1);
    return {
      ...row,
      ...eventState(behind, letters, newest),
      lastSuccess: behind === 0 ? newest || undefined : undefined,
      lag: counted(behind, 'event', 'events'),
      refused: sum(letters.map((one) => one.deadLetters)),
    };
  });
}

function eventState(
  behind: number,
  letters: NonNullable<Connections['events']>,
  newest: string | undefined,
): Pick<Connection, 'look' | 'reason'> {
  if (letters.length > 0) {
    const each = letters.map((one) => `${one.deadLetters} of ${one.topic} (on ${one.topic}-dlt)`).join(', ');
    return {
      look: { words: 'Some are unreadable', tone: 'bad', icon: 'off' },
      reason: `Set aside since this instance started: ${each}. The log of feed-service says why; others go on.`,
    };
  }
  if (behind > 0) return { look: { words: 'Catching up', tone: 'accent', icon: 'clock' } };
  return newest ? { look: { words: 'Up to date', tone: 'good', icon: 'check' } } : { look: grey('Nothing yet') };
}

/** @param givenUp deliveries by webhook, undefined while that is not known */
export function webhookRow(one: Webhook, own: boolean, givenUp: Connections['givenUp'] | undefined): Connection {
  return {
    id: one.id,
    name: nameOf(one),
    what: `Webhook of ${one.owner}`,
    direction: 'Out',
    ...webhookState(one),
    lastSuccess: one.lastSuccess,
    lag: counted(one.lag, 'entry', 'entries'),
    refused: givenUp && (givenUp[one.id] ?? 0),
    open: own ? { href: `/webhooks/${one.id}`, words: 'Send again' } : undefined,
    webhook: one.state === 'ACTIVE' ? one.id : undefined,
  };
}

function webhookState(one: Webhook): Pick<Connection, 'look' | 'reason'> {
  if (one.state !== 'ACTIVE') return { look: stateOf(one), reason: one.reason };
  const { lastSuccess, lastFailure } = one;
  const failing = lastFailure !== undefined && lastFailure > (lastSuccess ?? '');
  const why = failing ? `Last failure ${ago(lastFailure)}: ${one.failure ?? 'nothing more is known'}` : undefined;
  if (one.resting) return { look: stateOf(one), reason: why };
  if (failing) return { look: { words: 'Failing', tone: 'warn', icon: 'risk' }, reason: why };
  return { look: lastSuccess ? stateOf(one) : grey('Nothing delivered yet') };
}

/** @param unit what the channel is told of */
export function channelRow(one: Channel, unit: string): Connection {
  const failing = one.state === 'ACTIVE' && one.nextTry !== undefined;
  const look = channelState(one);
  return {
    id: one.id,
    name: channelName(one, unit),
    what: `${chats[one.kind]?.name ?? one.kind} of ${one.owner}`,
    direction: 'Out',
    look: look.tone === 'good' && !one.lastSuccess ? grey('Nothing sent yet') : look,
    reason: failing ? `Last failure: ${one.failure ?? 'nothing more is known'}` : one.reason,
    lastSuccess: one.lastSuccess,
    open: { href: '/channels', words: 'Open' },
  };
}

const readers: Record<string, { name: string; what: string }> = {
  ATOM: { name: 'Feeds', what: 'Atom' },
  CALENDAR: { name: 'Calendars', what: 'iCalendar' },
};

/** How much is read, never whose. */
export function subscriptionRows(uses: Connections['subscriptions'] | undefined, now = Date.now()): Connection[] {
  return Object.entries(readers).map(([kind, words]) => {
    const use = uses?.find((one) => one.kind === kind);
    const row = { id: kind, ...words, direction: 'Out' as const };
    if (!use) return { ...row, look: uses ? grey('Nobody has one') : grey('Not known') };
    const what = `${words.what}, ${counted(use.count, 'subscription', 'subscriptions')}`;
    if (!use.lastUsed) return { ...row, what, look: grey('Not read yet') };
    const stale = now - Date.parse(use.lastUsed) > unread;
    return {
      ...row,
      what,
      lastSuccess: use.lastUsed,
      look: stale ? grey('Not read for a week') : { words: 'Read', tone: 'good', icon: 'check' },
    };
  });
}

/** What is published for data platforms. */
export function publicRow(of: Connections['publicTopics'] | undefined): Connection {
  const row = {
    id: 'public-topics',
    name: 'Public topics',
    what: 'CloudEvents on Kafka, for data platforms',
    direction: 'Out' as const,
  };
  if (!of) return { ...row, look: grey('Not known') };
  if (!of.enabled) return { ...row, look: grey('Switched off') };
  return { ...row, ...publicState(of), lastSuccess: of.moved, lag: counted(of.behind, 'entry', 'entries') };
}

function publicState({ waits, behind, moved }: Connections['publicTopics']): Pick<Connection, 'look' | 'reason'> {
  if (waits) {
    return {
      look: { words: 'Waits for the broker', tone: 'warn', icon: 'risk' },
      reason: `Tried again every second; nothing is lost. The last time: ${waits}`,
    };
  }
  if (behind > 0) return { look: { words: 'Catching up', tone: 'accent', icon: 'clock' } };
  return { look: moved ? { words: 'Up to date', tone: 'good', icon: 'check' } : grey('Nothing yet') };
}

/** What people are mailed. */
export function mailRow(of: Connections['mail'] | undefined): Connection {
  const row = { id: 'mail', name: 'Mail', what: 'Notices and the Monday digest', direction: 'Out' as const };
  if (!of) return { ...row, look: grey('Not known') };
  if (!of.setUp)
    return { ...row, look: grey('No mail server'), reason: 'Name one in SMTP_HOST, and people are mailed.' };
  return {
    ...row,
    ...mailState(of),
    lastSuccess: of.lastSent,
    lag: of.waiting === 0 ? 'nothing waits' : counted(of.waiting, 'thing waits', 'things wait'),
    refused: of.refused,
  };
}

function mailState({ waits, refused, lastSent }: Connections['mail']): Pick<Connection, 'look' | 'reason'> {
  if (waits) {
    return {
      look: { words: 'Failing', tone: 'warn', icon: 'risk' },
      reason: `The server did not take the last mail; it is tried again, and nothing is lost. It said: ${waits}`,
    };
  }
  if (refused > 0) {
    return {
      look: { words: 'Some addresses are refused', tone: 'warn', icon: 'risk' },
      reason: `The server takes nothing for ${counted(refused, 'person', 'people')}. They see it among their notifications.`,
    };
  }
  return { look: lastSent ? { words: 'Sent', tone: 'good', icon: 'check' } : grey('Nothing sent yet') };
}

/** Pages and programs that are told live, by the instance that answered. */
export function streamRow(streams: number | undefined): Connection {
  return {
    id: 'streams',
    name: 'Live streams',
    what: 'Open pages and programs, on this instance',
    direction: 'Out',
    look:
      streams === undefined
        ? grey('Not known')
        : streams === 0
          ? grey('None open')
          : { words: `${streams} open`, tone: 'good', icon: 'check' },
  };
}

/** What needs somebody first. */
export function worstFirst(rows: Connection[]): Connection[] {
  const order = ['bad', 'warn', 'accent', 'good', ''];
  return [...rows].sort((one, other) => order.indexOf(one.look.tone) - order.indexOf(other.look.tone));
}

function grey(words: string): Look {
  return { words, tone: '', icon: 'question' };
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0);
}
