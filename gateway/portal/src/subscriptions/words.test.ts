import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { interests, shownBy, subscribeTo, subscribeWords, webcal } from './words';

const nameOf = (unit: string) => `the unit ${unit}`;

describe('a subscription', () => {
  it('has words for everything that a feed may be about', () => {
    const api = readFileSync(new URL('../../../../contracts/openapi/feed-service.yaml', import.meta.url), 'utf8');
    const about = api.slice(api.indexOf('SubscriptionMakeRequest:\n      type'));
    const known = about.slice(about.indexOf('enum:'), about.indexOf('kind:')).match(/[A-Z]{2,}/g);
    expect(Object.keys(interests).sort()).toEqual(known?.sort());
  });

  it('is begun with what one is looking at', () => {
    expect(subscribeTo('roadmap.assessments', undefined)).toBe('/subscriptions?new=ATOM&about=ROADMAP');
    expect(subscribeTo('team.dependencies', 'a b')).toBe('/subscriptions?new=ATOM&about=DEPENDENCIES&unit=a+b');
    expect(subscribeTo('team.units', undefined)).toBe('/subscriptions?new=ATOM&about=EVERYTHING');
    expect(subscribeTo('team.units', 'x', true)).toBe('/subscriptions?new=ATOM&about=FOLLOWED&unit=x');
    expect(subscribeTo(undefined, undefined)).toBe('/subscriptions?new=ATOM&about=EVERYTHING');
  });

  it('says before what it is begun with, where that is not just what one is looking at', () => {
    expect(subscribeWords(undefined)).toBe('Subscribe to this');
    expect(subscribeWords('team.dependencies')).toBe('Subscribe to this');
    expect(subscribeWords(undefined, true)).toBe('Subscribe to this');
    expect(subscribeWords('team.units')).toBe('Subscribe to everything');
    expect(subscribeWords('roadmap.features')).toBe('Subscribe to the roadmap');
    expect(subscribeWords('team.dependencies', true)).toBe('Subscribe to what I follow');
  });

  it('says what it shows', () => {
    expect(shownBy({ kind: 'ATOM', about: 'DECISIONS' }, nameOf)).toBe('Decisions');
    expect(shownBy({ kind: 'ATOM', about: 'EVERYTHING', unit: 'x' }, nameOf)).toBe('Everything, the unit x and below');
    expect(shownBy({ kind: 'CALENDAR', unit: 'x' }, nameOf)).toBe('Days, the unit x and below');
    expect(
      shownBy(
        { kind: 'CALENDAR', unit: 'c' },
        () => 'Testing',
        (unit) => unit === 'c',
      ),
    ).toBe('Gatherings of Testing');
    expect(shownBy({ kind: 'CALENDAR' }, nameOf)).toBe(
      'Days of the teams and areas you have a role in, and of your communities',
    );
  });

  it('opens in a calendar by itself', () => {
    expect(webcal('https://guildhall.example/feeds/gh_x.ics')).toBe('webcal://guildhall.example/feeds/gh_x.ics');
    expect(webcal('http://localhost:8080/feeds/gh_x.ics')).toBe('webcal://localhost:8080/feeds/gh_x.ics');
  });
});
