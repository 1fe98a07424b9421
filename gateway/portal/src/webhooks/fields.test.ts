import { describe, expect, it } from 'vitest';
import { differences, merge } from '../api/conflict';
import type { Webhook } from '../api/contract';
import { fieldLabels, fieldsOf, fresh, named, requestOf, unnamed } from './fields';

const unitName = (unit: string) => `the unit ${unit}`;

const webhook = (changes: Partial<Webhook> = {}): Webhook => ({
  id: 'w',
  version: 3,
  owner: 'Sam',
  url: 'https://hooks.example.com/x?key=1',
  description: 'Chat',
  filter: { topics: ['team.impediments'], types: ['guildhall.team.impediment-raised.v1'], unit: 'a', subject: 's' },
  rate: 7,
  ordered: false,
  state: 'ACTIVE',
  since: '2026-11-01T00:00:00Z',
  created: '2026-11-01T00:00:00Z',
  resting: false,
  lag: 0,
  waiting: 0,
  can: ['ManageWebhooks'],
  ...changes,
});

describe('the settings of a webhook', () => {
  it('are sent back whole, also what the form does not show', () => {
    const { url, description, filter, rate, ordered } = webhook();
    expect(requestOf(fieldsOf(webhook()))).toEqual({ url, description, filter, rate, ordered });
  });

  it('are for a new one what the service would take where nothing is said', () => {
    expect(requestOf({ ...fresh, url: ' https://hooks.example.com/ ', description: ' ' })).toEqual({
      url: 'https://hooks.example.com/',
      description: undefined,
      filter: { topics: [], types: [], unit: null, subject: null },
      rate: 50,
      ordered: true,
    });
  });

  it('are told apart by name when somebody else was faster', () => {
    const before = named(fieldsOf(webhook()), unitName);
    const theirs = named(
      fieldsOf(webhook({ filter: { topics: ['roadmap.decisions'], types: [], unit: 'b' }, rate: 9 })),
      unitName,
    );
    const yours = named({ ...fieldsOf(webhook()), topics: ['team.dependencies'], description: 'Report' }, unitName);
    const rows = differences(before, theirs, yours, fieldLabels);
    expect(rows.map(({ label, clash }) => `${label}${clash ? ' (both)' : ''}`)).toEqual([
      'What it is told (both)',
      'Kinds of event',
      'Where',
      'The one thing it is told about',
      'Most deliveries a second',
    ]);
    expect(rows[0]?.theirs).toEqual([{ id: 'roadmap.decisions', name: 'Decisions' }]);
    expect(requestOf(unnamed(merge(before, theirs, yours, { topics: 'mine' })))).toEqual({
      url: 'https://hooks.example.com/x?key=1',
      description: 'Report',
      filter: { topics: ['team.dependencies'], types: [], unit: 'b', subject: null },
      rate: 9,
      ordered: false,
    });
  });

  it('are no conflict when the same is chosen in another order', () => {
    const some = named({ ...fresh, topics: ['team.impediments', 'roadmap.features'] }, unitName);
    const same = named({ ...fresh, topics: ['roadmap.features', 'team.impediments'] }, unitName);
    expect(differences(some, same, undefined, fieldLabels)).toEqual([]);
  });
});
