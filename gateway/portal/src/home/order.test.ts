import { expect, it } from 'vitest';
import type { Impediment } from '../api/contract';
import { mineFirst } from './order';

const team = { id: 't1', name: 'Checkout' };
const me = { person: { id: 'p1', name: 'Bruno Keller' } };
const one = (title: string, ageDays: number, waitingFor?: string, holder = team) =>
  ({ title, ageDays, holder, ...(waitingFor ? { waitingFor } : {}) }) as Impediment;

it('puts what waits on the reader first, then the oldest', () => {
  const leadership = { id: 'product', name: 'Northwind' };
  const items = [
    one('old, elsewhere', 30, 'Suppliers'),
    one('mine, young', 1),
    one('mine, named', 4, 'Bruno Keller, then Ada'),
    one('escalated', 12, undefined, leadership),
  ];
  expect(mineFirst(items, team, me).map((found) => found.title)).toEqual([
    'mine, named',
    'mine, young',
    'old, elsewhere',
    'escalated',
  ]);
});
