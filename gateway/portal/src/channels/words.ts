import type { Channel, ChannelPart, Me, Organization, Role, Unit } from '../api/contract';
import type { Problem } from '../api/problem';
import { sentence } from '../model/words';
import type { IconName } from '../ui/Icon';

interface Look {
  words: string;
  tone: 'good' | 'warn' | 'bad' | '';
  icon: IconName;
}

export const chats: Record<Channel['kind'], { name: string; how: string }> = {
  SLACK: {
    name: 'Slack',
    how: 'In Slack: add an incoming webhook for the channel, and copy its address.',
  },
  TEAMS: {
    name: 'Microsoft Teams',
    how: 'In Teams: at the channel choose Workflows, then the one that posts when a webhook request is received, and copy its address.',
  },
};

export function isChat(text: string): text is Channel['kind'] {
  return text in chats;
}

/** What a channel can be told, in the order in which it is offered. */
export const parts: Record<ChannelPart, { name: string; hint: string }> = {
  WAITING: {
    name: 'What waits for an answer',
    hint: 'Dependencies asked for, countered, moved or delivered; escalations and their answers; decisions to accept',
  },
  IMPEDIMENTS: { name: 'Impediments', hint: 'Whatever happens to them' },
  DEPENDENCIES: { name: 'Dependencies', hint: 'Whatever happens to them' },
  DECISIONS: { name: 'Decisions', hint: 'Recorded, accepted, vetoed or replaced' },
  OUTCOMES: { name: 'Outcomes and roadmap', hint: 'Outcomes, how they stand, features and the product goal' },
};

export function partsIn(order: readonly ChannelPart[]): ChannelPart[] {
  return (Object.keys(parts) as ChannelPart[]).filter((part) => order.includes(part));
}

const states: Record<Channel['state'], Look> = {
  ACTIVE: { words: 'Active', tone: 'good', icon: 'check' },
  PAUSED: { words: 'Paused', tone: '', icon: 'clock' },
  DISABLED: { words: 'Disabled', tone: 'bad', icon: 'off' },
};
const silent: Look = { words: 'Connected, told nothing yet', tone: '', icon: 'clock' };
const failing: Look = { words: 'Failing, tried again', tone: 'warn', icon: 'risk' };

export function stateOf(one: Pick<Channel, 'state' | 'tells' | 'nextTry'>): Look {
  if (one.state === 'ACTIVE' && one.nextTry) return failing;
  if (one.state === 'ACTIVE' && one.tells.length === 0) return silent;
  return states[one.state] ?? { words: sentence(one.state), tone: '', icon: 'question' };
}

/** What its owner calls it, else whose it is: `Slack channel of Payments`. */
export function nameOf(one: Pick<Channel, 'name' | 'kind'>, unit: string): string {
  return one.name ?? `${chats[one.kind]?.name ?? sentence(one.kind)} channel of ${unit}`;
}

/** What it is told: `Impediments and Decisions`. */
export function toldOf({ tells }: Pick<Channel, 'tells'>): string {
  const names = partsIn(tells).map((part) => parts[part].name);
  if (names.length === 0) return 'Nothing yet';
  return names.length === 1 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}

export function sentOf({ sentToday }: Pick<Channel, 'sentToday'>): string {
  if (sentToday >= 3) return 'Three messages today; what comes now is told on the next business morning';
  return sentToday === 0 ? 'No message today' : `${sentToday === 1 ? 'One message' : 'Two messages'} today`;
}

const leading: Role[] = [
  'SCRUM_MASTER',
  'PRODUCT_OWNER',
  'AREA_PRODUCT_OWNER',
  'SCRUM_OF_SCRUMS_MASTER',
  'CHIEF_PRODUCT_OWNER',
];
const kinds: Unit['kind'][] = ['AREA', 'SCRUM_OF_SCRUMS', 'TEAM'];

/** The units whose chat somebody may connect: those they lead, and all below; areas first. */
export function ledBy(me: Me | undefined, organization: Organization | undefined): Unit[] {
  const units = (organization?.units ?? []).filter((unit) => !unit.archived);
  const led = new Set((me?.roles ?? []).filter((held) => leading.includes(held.role)).map((held) => held.unit.id));
  const above = new Map(units.map((unit) => [unit.id, [unit.parent?.id, unit.scrumOfScrums?.id]]));
  const isLed = (id: string | undefined, steps = 0): boolean =>
    id !== undefined && steps < 12 && (led.has(id) || (above.get(id) ?? []).some((up) => isLed(up, steps + 1)));
  const product = units.some((unit) => unit.kind === 'PRODUCT' && led.has(unit.id));
  return units
    .filter((unit) => kinds.includes(unit.kind) && (me?.administrator || product || isLed(unit.id)))
    .sort((left, right) => kinds.indexOf(left.kind) - kinds.indexOf(right.kind) || left.name.localeCompare(right.name));
}

export type ChannelField = 'kind' | 'url' | 'unit' | 'name';

const fields: Record<string, ChannelField> = {
  'url-missing': 'url',
  'bad-url': 'url',
  'forbidden-address': 'url',
  'unknown-unit': 'unit',
  'bad-name': 'name',
};

/** The field that a refusal is about. */
export function fieldOf(problem: Pick<Problem, 'type'>): ChannelField | undefined {
  return fields[problem.type.replace(/^.*\//, '')];
}

/** What to say at the field, which needs not be named there. */
export function refusalOf(problem: Pick<Problem, 'title' | 'detail'>): string {
  return problem.detail?.replace(/^'url' does not fit\. /, '') ?? problem.title;
}
