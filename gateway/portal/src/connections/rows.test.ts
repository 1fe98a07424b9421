import { describe, expect, it } from 'vitest';
import type { Channel, Import, Webhook } from '../api/contract';
import {
  channelRow,
  eventRows,
  importRow,
  mailRow,
  publicRow,
  streamRow,
  subscriptionRows,
  webhookRow,
  worstFirst,
} from './rows';

const run = (changes: object): Import =>
  ({
    id: '1',
    kind: 'catalog',
    file: 'catalog.yaml',
    at: '2026-11-24T09:00:00Z',
    status: 'APPLIED',
    rows: 9,
    done: 9,
    counts: { refused: 0 },
    ...changes,
  }) as unknown as Import;

const webhook = (changes: object): Webhook =>
  ({
    id: 'w',
    owner: 'Amara Okafor',
    url: 'https://hooks.example.com/…',
    state: 'ACTIVE',
    resting: false,
    lag: 1,
    waiting: 0,
    ...changes,
  }) as unknown as Webhook;

describe('connections', () => {
  it('show the last run of an import, and what was refused in it', () => {
    const row = importRow('catalog', [
      run({}),
      run({ id: '2', at: '2026-11-25T09:00:00Z', counts: { refused: 1 } }),
      run({ id: '3', kind: 'features', at: '2026-11-26T09:00:00Z' }),
    ]);
    expect(row).toMatchObject({ look: { tone: 'warn' }, refused: 1, reason: '1 row of catalog.yaml was refused.' });
    expect(row.open).toEqual({ href: '/import?catalog=2', words: 'See refused rows' });
  });

  it('are grey where nothing is known, and where nothing has happened', () => {
    const grey = [
      importRow('features', undefined),
      importRow('features', []),
      importRow('catalog', [run({ status: 'CHECKED' })]),
      ...eventRows(undefined),
      ...eventRows([{ topic: 'team.units', behind: 0, deadLetters: 0 }]),
      webhookRow(webhook({}), false, undefined),
      ...subscriptionRows(undefined),
      ...subscriptionRows([{ kind: 'ATOM', count: 2 }]),
      publicRow(undefined),
      publicRow({ enabled: false, behind: 0 }),
      publicRow({ enabled: true, behind: 0 }),
      mailRow(undefined),
      mailRow({ setUp: false, waiting: 0, refused: 0 }),
      mailRow({ setUp: true, waiting: 2, refused: 0 }),
      streamRow(undefined),
      streamRow(0),
    ];
    expect(grey.map((row) => [row.id, row.look.tone])).toEqual(grey.map((row) => [row.id, '']));
  });

  it('are grey again when nobody has read for a week', () => {
    const [feeds] = subscriptionRows(
      [{ kind: 'ATOM', count: 1, lastUsed: '2026-11-01T09:00:00Z' }],
      Date.parse('2026-11-09T09:00:00Z'),
    );
    expect(feeds).toMatchObject({ look: { tone: '', words: 'Not read for a week' }, what: 'Atom, 1 subscription' });
  });

  it('say why they are red, and never are without saying it', () => {
    const red = [
      importRow('catalog', [run({ status: 'FAILED', problem: 'It is no YAML.' })]),
      importRow('catalog', [run({ status: 'FAILED', done: 3 })]),
      ...eventRows([
        { topic: 'team.waivers', behind: 0, deadLetters: 2, newest: '2026-11-24T09:00:00Z' },
        { topic: 'roadmap.features', behind: 0, deadLetters: 1 },
        { topic: 'cop.communities', behind: 0, deadLetters: 1 },
      ]),
      webhookRow(webhook({ state: 'DISABLED', reason: 'It answered 410.' }), true, {}),
    ];
    expect(red.map((row) => row.look.tone)).toEqual(red.map(() => 'bad'));
    expect(red.every((row) => row.reason)).toBe(true);
    expect(red[2]?.reason).toContain('2 of team.waivers (on team.waivers-dlt)');
    expect(red[2]?.refused).toBe(2);
  });

  it('count what is not read yet, and know no last success until it is', () => {
    const [team] = eventRows([
      { topic: 'team.units', behind: 2, deadLetters: 0, newest: '2026-11-24T09:00:00Z' },
      { topic: 'team.impediments', behind: 1, deadLetters: 0, newest: '2026-11-24T10:00:00Z' },
    ]);
    expect(team).toMatchObject({ lag: '3 events', look: { words: 'Catching up' } });
    expect(team?.lastSuccess).toBeUndefined();
  });

  it('tell a webhook that fails from one that works, and who may do what with it', () => {
    const works = webhookRow(webhook({ lastSuccess: '2026-11-24T09:00:00Z' }), true, { w: 3 });
    expect(works).toMatchObject({ look: { tone: 'good' }, refused: 3, webhook: 'w' });
    expect(works.open?.href).toBe('/webhooks/w');
    const fails = webhookRow(
      webhook({
        lastSuccess: '2026-11-24T09:00:00Z',
        lastFailure: '2026-11-24T10:00:00Z',
        failure: 'It answered 500.',
      }),
      false,
      {},
    );
    expect(fails).toMatchObject({ look: { tone: 'warn', words: 'Failing' }, refused: 0 });
    expect(fails.reason).toMatch(/It answered 500\.$/);
    expect(fails.open).toBeUndefined();
    expect(webhookRow(webhook({ state: 'PAUSED', reason: 'Paused by Noor' }), false, {}).webhook).toBeUndefined();
  });

  it('tell a chat channel that was never sent anything from one that was, and why one fails', () => {
    const channel = (changes: object) =>
      channelRow(
        {
          id: 'c',
          kind: 'SLACK',
          owner: 'Amara Okafor',
          state: 'ACTIVE',
          tells: ['WAITING'],
          ...changes,
        } as unknown as Channel,
        'Tickets',
      );
    expect(channel({})).toMatchObject({ name: 'Slack channel of Tickets', look: { tone: '' } });
    expect(channel({ lastSuccess: '2026-11-24T09:00:00Z' }).look.tone).toBe('good');
    const fails = channel({ nextTry: '2026-11-24T09:00:00Z', failure: 'It answered 500.' });
    expect(fails).toMatchObject({ look: { tone: 'warn' }, reason: 'Last failure: It answered 500.' });
    expect(channel({ state: 'DISABLED', reason: 'It answered 410.' })).toMatchObject({
      look: { tone: 'bad' },
      reason: 'It answered 410.',
    });
  });

  it('say why nothing is published or mailed for now, and that it is tried again', () => {
    const at = '2026-11-24T09:00:00Z';
    expect(publicRow({ enabled: true, behind: 2, moved: at, waits: 'no broker' })).toMatchObject({
      look: { tone: 'warn' },
      reason: expect.stringMatching(/nothing is lost.*no broker$/),
      lag: '2 entries',
    });
    expect(publicRow({ enabled: true, behind: 0, moved: at })).toMatchObject({
      look: { tone: 'good' },
      lastSuccess: at,
    });
    expect(mailRow({ setUp: true, waiting: 1, refused: 0, lastSent: at, waits: 'Connection refused' })).toMatchObject({
      look: { tone: 'warn' },
      reason: expect.stringMatching(/nothing is lost.*Connection refused$/),
      lag: '1 thing waits',
    });
    expect(mailRow({ setUp: true, waiting: 0, refused: 1, lastSent: at })).toMatchObject({
      refused: 1,
      look: { tone: 'warn' },
    });
    expect(mailRow({ setUp: true, waiting: 0, refused: 0, lastSent: at })).toMatchObject({
      look: { words: 'Sent' },
      lag: 'nothing waits',
    });
  });

  it('begin with what needs somebody', () => {
    const rows = worstFirst([
      streamRow(2),
      importRow('catalog', []),
      importRow('features', [run({ kind: 'features', status: 'FAILED' })]),
    ]);
    expect(rows.map((row) => row.look.tone)).toEqual(['bad', 'good', '']);
  });
});
