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
  /** Where the band leaves and arrives: bands of one team lie next to each other. */
  y1: number;
  y2: number;
  thickness: number;
}

const rowHeight = 32;
const port = 20;

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
  const most = Math.max(1, ...waiting.map((one) => one.total), ...delivering.map((one) => one.total));
  const unit = port / most;
  const found = edges.flatMap((edge) => {
    const from = left.get(edge.consumer.id);
    const to = right.get(edge.producer.id);
    return from && to ? [{ edge, from, to }] : [];
  });
  const leaving = stacked(found, 'from', 'to', unit);
  const arriving = stacked(found, 'to', 'from', unit);
  const ribbons = found.map(({ edge, from, to }) => ({
    from: from.id,
    to: to.id,
    open: edge.open,
    broken: edge.broken,
    thickness: Math.max(1.25, edge.open * unit),
    y1: leaving.get(edge) ?? from.y,
    y2: arriving.get(edge) ?? to.y,
  }));
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

type Link = { edge: Edge; from: Placed; to: Placed };

/** The middle of each band at one side, in the order in which the partners stand on the other. */
function stacked(links: Link[], at: 'from' | 'to', other: 'from' | 'to', unit: number): Map<Edge, number> {
  const middles = new Map<Edge, number>();
  for (const node of new Set(links.map((link) => link[at]))) {
    const own = links.filter((link) => link[at] === node).sort((one, next) => one[other].y - next[other].y);
    const height = own.reduce((sum, link) => sum + link.edge.open * unit, 0);
    let top = node.y - height / 2;
    for (const link of own) {
      const thickness = link.edge.open * unit;
      middles.set(link.edge, top + thickness / 2);
      top += thickness;
    }
  }
  return middles;
}
