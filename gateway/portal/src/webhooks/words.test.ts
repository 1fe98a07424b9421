import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { kinds } from '../model/events';
import { longDate } from '../model/time';
import {
  answerOf,
  deliveriesAgain,
  deliveryStates,
  failureOf,
  fieldOf,
  nameOf,
  narrowedBy,
  nextTry,
  paceOf,
  progressOf,
  refusalOf,
  sentWhen,
  stateOf,
  toldOf,
} from './words';

const unitName = (unit: string) => `the unit ${unit}`;
const all = { topics: [], types: [] };

describe('a webhook', () => {
  it('can be told every topic of the log but people', () => {
    const settings = new URL('../../../../feed-service/src/main/resources/feed-service.yml', import.meta.url);
    const topics = readFileSync(settings, 'utf8').match(/(?<=- name: )(team|roadmap|cop)\.[a-z-]+/g);
    expect(Object.keys(kinds).sort()).toEqual(topics?.filter((topic) => topic !== 'team.people').sort());
  });

  it('has words for every state of a delivery', () => {
    const api = readFileSync(new URL('../../../../contracts/openapi/feed-service.yaml', import.meta.url), 'utf8');
    const view = api.slice(api.indexOf('    DeliveryView:\n'));
    const known = view.slice(view.indexOf('enum:')).match(/(?<=- "?)[A-Z]{2,}/g);
    expect(known?.slice(0, 4).sort()).toEqual(Object.keys(deliveryStates).sort());
  });

  it('says what it is told', () => {
    expect(toldOf(all, unitName)).toBe('Everything');
    expect(toldOf({ ...all, topics: ['team.impediments'], unit: 'x' }, unitName)).toBe(
      'Impediments, the unit x and below',
    );
    expect(toldOf({ ...all, topics: ['team.impediments', 'roadmap.features', 'roadmap.decisions'] }, unitName)).toBe(
      'Impediments, Features and Decisions',
    );
    expect(toldOf({ topics: [], types: ['a'], subject: 's' }, unitName)).toBe(
      'Everything, 1 kind of event, about one thing',
    );
  });

  it('says what narrows it that the form does not show', () => {
    expect(narrowedBy({ types: [] })).toBe('');
    expect(narrowedBy({ types: ['a', 'b'], subject: 's' })).toBe('2 kinds of event and one thing');
  });

  it('says how fast it is told', () => {
    expect(paceOf({ rate: 50, ordered: true })).toBe('At most 50 deliveries a second, in order');
    expect(paceOf({ rate: 1, ordered: false })).toBe('At most 1 delivery a second, in any order');
  });

  it('is called what somebody wrote of it, else by its host', () => {
    expect(nameOf({ description: 'Chat', url: 'https://hooks.example.com/x' })).toBe('Chat');
    expect(nameOf({ url: 'https://hooks.example.com:8443/x' })).toBe('hooks.example.com:8443');
    expect(nameOf({ url: 'https://hooks.example.com/…' })).toBe('hooks.example.com');
  });

  it('says how it is', () => {
    expect(stateOf({ state: 'ACTIVE', resting: false }).words).toBe('Active');
    expect(stateOf({ state: 'ACTIVE', resting: true }).words).toBe('Resting after failures');
    expect(stateOf({ state: 'PAUSED', resting: true }).words).toBe('Paused');
    expect(stateOf({ state: 'DISABLED', resting: true }).words).toBe('Disabled');
  });

  it('says how far it is', () => {
    expect(progressOf({ lag: 0, waiting: 0 })).toBe('Nothing behind, nothing waiting');
    expect(progressOf({ lag: 1, waiting: 1 })).toBe('1 entry behind, 1 delivery waiting');
    expect(progressOf({ lag: 12, waiting: 3 })).toBe('12 entries behind, 3 deliveries waiting');
  });

  it('says why it failed, unless its state says that already', () => {
    const failed = { lastFailure: '2026-11-27T10:00:00Z', failure: 'It answered 500.' };
    expect(failureOf({})).toBe('.');
    expect(failureOf(failed)).toBe(': It answered 500.');
    expect(failureOf({ ...failed, reason: 'Paused by Noor' })).toBe(': It answered 500.');
    expect(failureOf({ ...failed, reason: 'It answered 500.' })).toBe('.');
    expect(failureOf({ ...failed, reason: 'It took nothing for 5 days. The last time: It answered 500.' })).toBe('.');
  });

  it('says what came of an attempt', () => {
    expect(answerOf({ status: 200, millis: 45 })).toBe('It answered 200 after 45 ms.');
    expect(answerOf({ status: 0, millis: 3, failure: 'Nothing takes connections there.' })).toBe(
      'Nothing takes connections there.',
    );
  });

  it('says when something leaves, and promises nothing while it is resting or stopped', () => {
    const active = { state: 'ACTIVE', resting: false } as const;
    const resting = { state: 'ACTIVE', resting: true } as const;
    const paused = { state: 'PAUSED', resting: true } as const;
    expect(sentWhen(active)).toBe('in a moment');
    expect(deliveriesAgain(0, resting)).toBe('Nothing happened then that it is told.');
    expect(deliveriesAgain(1, active)).toBe('1 delivery is sent again in a moment.');
    expect(deliveriesAgain(3, resting)).toBe('3 deliveries are sent again when the webhook has rested.');
    expect(deliveriesAgain(3, paused)).toBe('3 deliveries are sent again when the webhook is resumed.');
  });

  it('says when a delivery is tried next, never that it is in the past', () => {
    const now = Date.parse('2026-11-27T12:58:30.000Z');
    const at = (second: string, webhook: Parameters<typeof nextTry>[1]) =>
      nextTry(`2026-11-27T12:58:${second}.000Z`, webhook, now);
    expect(at('45', { state: 'ACTIVE', resting: false })).toBe(`at ${longDate('2026-11-27T12:58:45.000Z')}`);
    expect(at('15', { state: 'ACTIVE', resting: false })).toBe('in a moment');
    expect(at('15', { state: 'ACTIVE', resting: true })).toBe('when the webhook has rested');
    expect(at('45', { state: 'DISABLED', resting: false })).toBe('when the webhook is resumed');
  });

  it('shows a refusal at the field it is about', () => {
    const bad = { type: '/problems/bad-url', title: 'No', detail: "'url' does not fit. It takes https://." };
    expect([fieldOf(bad), refusalOf(bad)]).toEqual(['url', 'It takes https://.']);
    expect(fieldOf({ type: '/problems/forbidden-address', detail: undefined })).toBe('url');
    expect(fieldOf({ type: '/problems/text-too-long', detail: "'description' takes 1 to 500 characters." })).toBe(
      'description',
    );
    expect(fieldOf({ type: '/problems/bad-rate', detail: "'rate' is 1 to 100 deliveries a second." })).toBe('rate');
    expect(fieldOf({ type: '/problems/too-many-webhooks', detail: 'You have 20' })).toBeUndefined();
  });
});
