import { expect, it } from 'vitest';
import { layout } from './layout';

const team = (id: string) => ({ id, name: id.toUpperCase() });
const edge = (consumer: string, producer: string, open: number, broken = 0) => ({
  consumer: team(consumer),
  producer: team(producer),
  open,
  broken,
});

it('places a team on the side of what it does there, and once', () => {
  const { waiting, delivering } = layout([edge('a', 'b', 2), edge('a', 'c', 1), edge('b', 'a', 1)]);
  expect(waiting.map((one) => [one.id, one.total]).sort()).toEqual([
    ['a', 3],
    ['b', 1],
  ]);
  expect(delivering.map((one) => one.id).sort()).toEqual(['a', 'b', 'c']);
});

it('does not cross bands that need not cross', () => {
  const { ribbons } = layout([edge('a', 'x', 1), edge('b', 'y', 1), edge('c', 'z', 1)]);
  const sorted = [...ribbons].sort((one, other) => one.y1 - other.y1).map((ribbon) => ribbon.y2);
  expect(sorted).toEqual([...sorted].sort((one, other) => one - other));
});

it('lets the bands of one team leave next to each other', () => {
  const { ribbons } = layout([edge('a', 'x', 1), edge('a', 'y', 3)]);
  const [first, second] = [...ribbons].sort((one, other) => one.y1 - other.y1);
  expect((second?.y1 ?? 0) - (first?.y1 ?? 0)).toBeCloseTo(((first?.thickness ?? 0) + (second?.thickness ?? 0)) / 2);
});

it('survives having nothing to show', () => {
  expect(layout([])).toMatchObject({ waiting: [], delivering: [], ribbons: [] });
});
