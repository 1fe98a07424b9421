import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { LogEvent } from '../api/contract';
import { endOf, happeningOf, kinds, stepOf, verbs, wordsOf } from './events';
import { dayAndMonth } from './time';

const contracts = new URL('../../../../contracts/events/', import.meta.url);

function event(type: string, change: LogEvent['change'] = {}): LogEvent {
  return {
    position: 1,
    event: 'a@1',
    topic: 'team.dependencies',
    type,
    subject: 'a',
    at: '2026-11-24T09:00:00Z',
    by: { id: 'sam', name: 'Sam' },
    change,
  };
}

describe('an event of the log', () => {
  it('has words of its own for every published type but those of people and memberships, which are not in the log', () => {
    const types = readdirSync(contracts)
      .filter((name) => name.endsWith('.v1.schema.json'))
      .map((name) => name.replace('.v1.schema.json', ''))
      .filter((name) => !/person-re|sign-in|community-(joined|left)/.test(name))
      .sort();
    expect(Object.keys(verbs).sort()).toEqual(types);
  });

  it('has a name where neither who nor what is at hand', () => {
    expect(happeningOf({ type: 'guildhall.team.dependency-slipped.v1' })).toBe('Dependency slipped');
    expect(happeningOf({ type: 'guildhall.roadmap.key-result-measured.v2' })).toBe('Key result measured');
  });

  it('says what became of what, and in which words', () => {
    const slipped = JSON.parse(
      readFileSync(new URL('examples/team.dependency-slipped.v1.json', contracts), 'utf8'),
    ) as Pick<LogEvent, 'change'>;
    expect(stepOf(event('guildhall.team.dependency-slipped.v1', slipped.change))).toBe(
      `${dayAndMonth('2026-12-04')} to ${dayAndMonth('2026-12-12')}`,
    );
    expect(wordsOf(event('guildhall.team.dependency-slipped.v1', slipped.change))).toBe('The audit takes longer');
    expect(stepOf(event('x', { from: 'ON_TRACK', to: 'AT_RISK' }))).toBe('On track to at risk');
    expect(stepOf(event('x', { to: '2026-12-04' }))).toBe(dayAndMonth('2026-12-04'));
    expect(stepOf(event('x', { from: 'AT_RISK', to: 'AT_RISK' }))).toBe('still at risk');
    expect(stepOf(event('x', { to: 'payments-team' }))).toBeUndefined();
  });

  it('names the gathering by its day', () => {
    const moved = (begins?: string) =>
      stepOf(event('guildhall.cop.gathering-moved.v1', { on: '2026-11-26', ...(begins ? { begins } : {}) }));
    expect(moved()).toBe(dayAndMonth('2026-11-26'));
    expect(moved('2026-11-27T10:00:00')).toBe(`${dayAndMonth('2026-11-26')} to ${dayAndMonth('2026-11-27')}`);
    expect(moved('2026-11-26T10:00:00')).toBe(dayAndMonth('2026-11-26'));
  });

  it('leads to the gathering it is about', () => {
    expect(kinds['cop.gatherings']?.href?.('c1-2_2026-12-03')).toBe('/communities/c1-2/gatherings/2026-12-03');
  });

  it('ends as a sentence does', () => {
    const escalated = (to: string) => endOf(event('guildhall.team.impediment-escalated.v1', { to }));
    expect(escalated('EXECUTIVE_ACTION_TEAM')).toBe(' to the Executive Action Team');
    expect(escalated('SCRUM_OF_SCRUMS')).toBe(' to the Scrum of Scrums');
    expect(escalated('STEERING_BOARD')).toBe(': Steering board');
    expect(endOf(event('x', { from: 'ON_TRACK', to: 'AT_RISK' }))).toBe(': On track to at risk');
    expect(endOf(event('x'))).toBe('');
  });
});
