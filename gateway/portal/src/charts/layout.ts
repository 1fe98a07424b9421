import type { Edge } from '../api/contract';

export interface Placed {
  id: string;
  name: string;
  total: number;
  y: number;
}

export interface Ribbon {
  from: string;
  to: string;
  open: number;
  broken: number;
  y1: number;
  y2: number;
}

const rowHeight = 30;

/**
 * Two columns: who waits on the left, who delivers on the right. Each side is ordered by the middle of its partners, a
 * few times in turn, which keeps bands from crossing where they need not.
 */
export function layout(edges: Edge[]): { waiting: Placed[]; delivering: Placed[]; ribbons: Ribbon[]; height: number } {
  let waiting = side(edges, 'consumer');
  let delivering = side(edges, 'producer');
  for (let round = 0; round < 4; round++) {
    delivering = ordered(delivering, waiting, edges, 'producer');
    waiting = ordered(waiting, delivering, edges, 'consumer');
  }
  const rows = Math.max(waiting.length, delivering.length);
  const height = rows * rowHeight;
  place(waiting, height);
  place(delivering, height);
  const left = new Map(waiting.map((one) => [one.id, one]));
  const right = new Map(delivering.map((one) => [one.id, one]));
  const ribbons = edges.flatMap((edge) => {
    const from = left.get(edge.consumer.id);
    const to = right.get(edge.producer.id);
    if (!from || !to) return [];
    return [{ from: from.id, to: to.id, open: edge.open, broken: edge.broken, y1: from.y, y2: to.y }];
  });
  return { waiting, delivering, ribbons, height };
}

function side(edges: Edge[], which: 'consumer' | 'producer'): Placed[] {
  const found = new Map<string, Placed>();
  for (const edge of edges) {
    const team = edge[which];
    const known = found.get(team.id) ?? { id: team.id, name: team.name, total: 0, y: 0 };
    known.total += edge.open;
    found.set(team.id, known);
  }
  return [...found.values()].sort((one, other) => other.total - one.total || one.name.localeCompare(other.name));
}

function ordered(moving: Placed[], fixed: Placed[], edges: Edge[], which: 'consumer' | 'producer'): Placed[] {
  const position = new Map(fixed.map((one, index) => [one.id, index]));
  const middle = (id: string) => {
    const partners = edges
      .filter((edge) => edge[which].id === id)
      .map((edge) => position.get(which === 'consumer' ? edge.producer.id : edge.consumer.id) ?? 0);
    return partners.reduce((sum, at) => sum + at, 0) / Math.max(1, partners.length);
  };
  return [...moving].sort((one, other) => middle(one.id) - middle(other.id) || one.name.localeCompare(other.name));
}

function place(column: Placed[], height: number) {
  const step = height / Math.max(1, column.length);
  column.forEach((one, index) => {
    one.y = step * (index + 0.5);
  });
}
