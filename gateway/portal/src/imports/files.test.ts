import { expect, it } from 'vitest';
import { kindsOf } from './files';

const catalog = 'kind: Group\nmetadata:\n  name: wg-knots\nspec:\n  type: community\n';
const file = (name: string, text: string) => new File([text], name);

it('takes a catalog as the organization, and as communities where it has some', async () => {
  expect(await kindsOf(file('catalog.yaml', catalog), true)).toEqual(['catalog', 'communities']);
  expect(await kindsOf(file('catalog.yml', catalog.replace('community', 'team')), true)).toEqual(['catalog']);
  expect(
    await kindsOf(file('catalog.yaml', catalog.replace('community', '"community" # of practice')), true),
  ).toHaveLength(2);
});

it('tells meetings from features by the column that says how often', async () => {
  expect(await kindsOf(file('meetings.csv', 'Group,Meeting,Day,Time,TZ,"Frequency"\n'), true)).toEqual(['meetings']);
  expect(await kindsOf(file('meetings.csv', '\uFEFFgroup;day;recurrence\r\na;b;weekly'), true)).toEqual(['meetings']);
  expect(await kindsOf(file('features.csv', 'Key,Summary,Labels\nA-1,Frequency of trains,\n'), true)).toEqual([
    'features',
  ]);
});

it('leaves communities alone for those who import none, and refuses what is neither', async () => {
  expect(await kindsOf(file('catalog.yaml', catalog), false)).toEqual(['catalog']);
  expect(await kindsOf(file('meetings.csv', 'group,frequency\n'), false)).toEqual(['features']);
  expect(await kindsOf(file('notes.txt', catalog), true)).toEqual([]);
});
