import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Me, Organization } from '../api/contract';
import { chats, fieldOf, ledBy, nameOf, parts, partsIn, refusalOf, sentOf, stateOf, toldOf } from './words';

const units = [
  { id: 'product', kind: 'PRODUCT', name: 'Harbour' },
  { id: 'shop', kind: 'AREA', name: 'Shop', parent: { id: 'product' } },
  { id: 'payments', kind: 'TEAM', name: 'Payments', parent: { id: 'shop' }, scrumOfScrums: { id: 'sos' } },
  { id: 'search', kind: 'TEAM', name: 'Search', parent: { id: 'shop' } },
  { id: 'sos', kind: 'SCRUM_OF_SCRUMS', name: 'Weekly', parent: { id: 'product' } },
  { id: 'gone', kind: 'TEAM', name: 'Gone', parent: { id: 'shop' }, archived: true },
];
const organization = { units } as unknown as Organization;
const holding = (role: string, unit: string) => ({ roles: [{ role, unit: { id: unit } }] }) as unknown as Me;
const led = (me: Me) => ledBy(me, organization).map((unit) => unit.id);

describe('a channel', () => {
  it('can be told every part that the API has', () => {
    const api = readFileSync(new URL('../../../../contracts/openapi/feed-service.yaml', import.meta.url), 'utf8');
    const view = api.slice(api.indexOf('    ChannelView:\n'));
    const known = (field: string, count: number) =>
      view
        .slice(view.indexOf(`        ${field}:`))
        .match(/(?<=- "?)[A-Z]{2,}/g)
        ?.slice(0, count)
        .sort();
    expect(known('tells', 5)).toEqual(Object.keys(parts).sort());
    expect(known('kind', 2)).toEqual(Object.keys(chats).sort());
  });

  it('says what it is told, in one order', () => {
    expect(toldOf({ tells: [] })).toBe('Nothing yet');
    expect(toldOf({ tells: ['DECISIONS'] })).toBe('Decisions');
    expect(toldOf({ tells: ['OUTCOMES', 'DECISIONS', 'WAITING'] })).toBe(
      'What waits for an answer, Decisions and Outcomes and roadmap',
    );
    expect(partsIn(['DECISIONS', 'IMPEDIMENTS'])).toEqual(['IMPEDIMENTS', 'DECISIONS']);
  });

  it('is called as its owner calls it, else by whose it is', () => {
    expect(nameOf({ name: '#ledger', kind: 'SLACK' }, 'Payments')).toBe('#ledger');
    expect(nameOf({ kind: 'TEAMS' }, 'Payments')).toBe('Microsoft Teams channel of Payments');
  });

  it('says that nothing is told before anything is chosen', () => {
    expect(stateOf({ state: 'ACTIVE', tells: [] }).words).toBe('Connected, told nothing yet');
    expect(stateOf({ state: 'ACTIVE', tells: ['DECISIONS'] }).words).toBe('Active');
    expect(stateOf({ state: 'ACTIVE', tells: ['DECISIONS'], nextTry: '2026-11-27T10:00:00Z' }).words).toBe(
      'Failing, tried again',
    );
    expect(stateOf({ state: 'DISABLED', tells: [], nextTry: '2026-11-27T10:00:00Z' }).words).toBe('Disabled');
  });

  it('counts the messages of a day', () => {
    expect([0, 1, 2].map((sentToday) => sentOf({ sentToday }))).toEqual([
      'No message today',
      'One message today',
      'Two messages today',
    ]);
    expect(sentOf({ sentToday: 3 })).toMatch(/next business morning/);
  });

  it('is connected for what somebody leads and all below, areas first', () => {
    expect(led(holding('SCRUM_MASTER', 'payments'))).toEqual(['payments']);
    expect(led(holding('AREA_PRODUCT_OWNER', 'shop'))).toEqual(['shop', 'payments', 'search']);
    expect(led(holding('SCRUM_OF_SCRUMS_MASTER', 'sos'))).toEqual(['sos', 'payments']);
    expect(led(holding('CHIEF_PRODUCT_OWNER', 'product'))).toEqual(['shop', 'sos', 'payments', 'search']);
    expect(led(holding('DEVELOPER', 'payments'))).toEqual([]);
    expect(led({ roles: [], administrator: true } as unknown as Me)).toHaveLength(4);
  });

  it('shows a refusal at the field that it is about', () => {
    const bad = { type: '/problems/bad-url', title: 'No', detail: "'url' does not fit. It takes https://." };
    expect(fieldOf(bad)).toBe('url');
    expect(refusalOf(bad)).toBe('It takes https://.');
    expect(fieldOf({ type: '/problems/forbidden' })).toBeUndefined();
  });
});
