import { expect, it } from 'vitest';
import type { Import, ImportRow } from '../api/contract';
import { commonReasons, shownCount } from './reasons';

const counts = { create: 1, update: 2, unchanged: 3, refused: 6, skipped: 4, finding: 5 };
const features = { file: 'features.csv', rows: 16, counts } as Import;
const refused = (what: string) => ({ verdict: 'REFUSED', problems: [{ what, todo: 'Choose both.' }] }) as ImportRow;

it('says once what many rows are refused for, and leaves single reasons to their rows', () => {
  const rows = [...Array.from({ length: 5 }, () => refused('Nobody knows the columns.')), refused('It has no key.')];
  const reason = { what: 'Nobody knows the columns.', todo: 'Choose both.', file: 'features.csv', of: 16 };
  expect(commonReasons(features, rows)).toEqual([{ ...reason, rows: '5' }]);
  expect(commonReasons(features, rows.slice(0, 5))).toEqual([{ ...reason, rows: 'At least 5' }]);
});

it('counts the rows of a choice, not those that are loaded', () => {
  const choices = ['ALL', 'FINDINGS', 'CREATE', 'UPDATE', 'UNCHANGED', 'REFUSED', 'SKIPPED'];
  expect(choices.map((choice) => shownCount(features, choice))).toEqual([16, 11, 1, 2, 3, 6, 4]);
});
