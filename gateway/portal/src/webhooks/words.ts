import type { Attempt, DeliveryState, Webhook } from '../api/contract';
import type { Problem } from '../api/problem';
import { kinds } from '../model/events';
import { longDate } from '../model/time';
import { sentence } from '../model/words';
import type { IconName } from '../ui/Icon';

/** Deliveries are no events of the log, so no stream tells of them. */
export const refetchInterval = 5000;

export interface Look {
  words: string;
  tone: 'good' | 'warn' | 'bad' | 'accent' | '';
  icon: IconName;
}

type Standing = Pick<Webhook, 'state' | 'resting'>;

const states: Record<Webhook['state'], Look> = {
  ACTIVE: { words: 'Active', tone: 'good', icon: 'check' },
  PAUSED: { words: 'Paused', tone: '', icon: 'clock' },
  DISABLED: { words: 'Disabled', tone: 'bad', icon: 'off' },
};
const resting: Look = { words: 'Resting after failures', tone: 'warn', icon: 'risk' };

export const deliveryStates: Record<DeliveryState, Look> = {
  DELIVERED: { words: 'Delivered', tone: 'good', icon: 'check' },
  WAITING: { words: 'Waiting', tone: 'warn', icon: 'clock' },
  FAILED: { words: 'Given up', tone: 'bad', icon: 'off' },
  WITHHELD: { words: 'Not sent', tone: '', icon: 'shield' },
};

export function isDeliveryState(text: string | undefined): text is DeliveryState {
  return text !== undefined && text in deliveryStates;
}

export function stateOf(one: Standing): Look {
  if (one.state === 'ACTIVE' && one.resting) return resting;
  return states[one.state] ?? { words: sentence(one.state), tone: '', icon: 'question' };
}

export function stateOfDelivery(state: DeliveryState): Look {
  return deliveryStates[state] ?? { words: sentence(state), tone: '', icon: 'question' };
}

/** What a person calls it: what they wrote of it, else its host. */
export function nameOf(one: Pick<Webhook, 'description' | 'url'>): string {
  return one.description ?? (URL.canParse(one.url) ? new URL(one.url).host : one.url);
}

export function nameOfTopic(topic: string): string {
  return kinds[topic]?.name ?? sentence(topic);
}

/** What it is told: `Impediments and Decisions, Payments and below`. */
export function toldOf(
  { topics, types, unit, subject }: Webhook['filter'],
  unitName: (unit: string) => string,
): string {
  const names = topics.map(nameOfTopic);
  return [
    names.length === 0 ? 'Everything' : listed(names),
    kindsOfEvent(types),
    unit ? `${unitName(unit)} and below` : '',
    subject ? 'about one thing' : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** What narrows it further than the form can: `2 kinds of event and one thing`. */
export function narrowedBy({ types, subject }: Pick<Webhook['filter'], 'types' | 'subject'>): string {
  return listed([kindsOfEvent(types), subject ? 'one thing' : ''].filter(Boolean));
}

function kindsOfEvent(types: string[]): string {
  return types.length > 0 ? `${counted(types.length, 'kind', 'kinds')} of event` : '';
}

/** How it is told: `At most 50 deliveries a second, in order`. */
export function paceOf({ rate, ordered }: Pick<Webhook, 'rate' | 'ordered'>): string {
  return `At most ${counted(rate, 'delivery', 'deliveries')} a second, ${ordered ? 'in order' : 'in any order'}`;
}

/** How far it is: `12 entries behind, 1 delivery waiting`. */
export function progressOf({ lag, waiting }: Pick<Webhook, 'lag' | 'waiting'>): string {
  const behind = lag === 0 ? 'Nothing behind' : `${counted(lag, 'entry', 'entries')} behind`;
  return `${behind}, ${waiting === 0 ? 'nothing' : counted(waiting, 'delivery', 'deliveries')} waiting`;
}

/** What came of an attempt: `It answered 200 after 45 ms.` */
export function answerOf({ failure, status, millis }: Pick<Attempt, 'failure' | 'status' | 'millis'>): string {
  return failure ?? `It answered ${status} after ${millis} ms.`;
}

/** When something that is due leaves: not while nothing is sent to the webhook. */
export function sentWhen({ state, resting }: Standing): string {
  if (state !== 'ACTIVE') return 'when the webhook is resumed';
  return resting ? 'when the webhook has rested' : 'in a moment';
}

/** When a delivery is tried next, to stand after that: `at 27 Nov 2026, 12:58`. */
export function nextTry(at: string, webhook: Standing, now = Date.now()): string {
  return webhook.state === 'ACTIVE' && Date.parse(at) > now ? `at ${longDate(at)}` : sentWhen(webhook);
}

/** What follows the time of the last failure: why, unless the reason of its state has said so. */
export function failureOf({ lastFailure, failure, reason }: Partial<Webhook>): string {
  return lastFailure && failure && !reason?.includes(failure) ? `: ${failure}` : '.';
}

export function deliveriesAgain(count: number, webhook: Standing): string {
  if (count === 0) return 'Nothing happened then that it is told.';
  return `${counted(count, 'delivery is', 'deliveries are')} sent again ${sentWhen(webhook)}.`;
}

export type WebhookField = 'url' | 'description' | 'topics' | 'unit' | 'rate';

const fields: Record<string, WebhookField> = {
  'url-missing': 'url',
  'bad-url': 'url',
  'forbidden-address': 'url',
  'unknown-topic': 'topics',
  'bad-rate': 'rate',
};

/** The field that a refusal is about; of a text that is too long the service says which it is. */
export function fieldOf(problem: Pick<Problem, 'type' | 'detail'>): WebhookField | undefined {
  const type = problem.type.replace(/^.*\//, '');
  const named = /^'(description|unit)'/.exec(problem.detail ?? '')?.[1];
  return type === 'text-too-long' ? (named as WebhookField | undefined) : fields[type];
}

/** What to say at the field, which needs not be named there. */
export function refusalOf(problem: Pick<Problem, 'title' | 'detail'>): string {
  return problem.detail?.replace(/^'url' does not fit\. /, '') ?? problem.title;
}

export function counted(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function listed(names: string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
