import { Graph, layout } from '@dagrejs/dagre';
import { nameOf, type SketchNode } from './sketch';

export interface Box {
  id: string;
  kind: 'question' | 'end' | 'open';
  x: number;
  y: number;
  width: number;
  height: number;
  lines: string[];
}

export interface Arrow {
  key: string;
  path: string;
  label: { x: number; y: number; width: number; height: number; lines: string[] };
  open: boolean;
}

export interface Picture {
  width: number;
  height: number;
  boxes: Box[];
  arrows: Arrow[];
}

export const lineHeight = 17;
const boxWidth = 190;
const perLine = 25;
const perLabel = 20;

/** Where everything stands, from the first question down to the ends. */
export function picture(nodes: SketchNode[]): Picture {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({ rankdir: 'TB', nodesep: 22, ranksep: 34, edgesep: 14, marginx: 12, marginy: 12 });
  graph.setDefaultEdgeLabel(() => ({}));
  const known = new Set(nodes.map((node) => node.id));
  const lines = new Map(nodes.map((node) => [node.id, wrapped(nameOf(node), perLine, 4)]));
  for (const node of nodes) {
    const count = lines.get(node.id)?.length ?? 1;
    graph.setNode(node.id, { width: boxWidth, height: count * lineHeight + 18 });
  }
  const ways = nodes.flatMap((node) =>
    node.answers.map((answer, index) => {
      const open = !known.has(answer.to);
      const key = `${node.id} ${index}`;
      const to = open ? `? ${key}` : answer.to;
      if (open) graph.setNode(to, { width: 26, height: 26 });
      const label = wrapped(answer.text || '…', perLabel, 4);
      graph.setEdge(
        node.id,
        to,
        {
          width: Math.min(perLabel, Math.max(...label.map((line) => line.length))) * 6.6 + 8,
          height: label.length * 15 + 4,
          labelpos: 'c',
        },
        key,
      );
      return { key, from: node.id, to, open, label };
    }),
  );
  layout(graph);
  const { width = 0, height = 0 } = graph.graph() as { width?: number; height?: number };
  const place = (id: string) => graph.node(id) as Place;
  return {
    width,
    height,
    boxes: [
      ...nodes.map((node) => ({
        id: node.id,
        kind: node.end ? ('end' as const) : ('question' as const),
        ...corner(place(node.id)),
        lines: lines.get(node.id) ?? [],
      })),
      ...ways
        .filter((way) => way.open)
        .map((way) => ({ id: way.to, kind: 'open' as const, ...corner(place(way.to)), lines: ['?'] })),
    ],
    arrows: ways.map((way) => {
      const edge = graph.edge(way.from, way.to, way.key) as { points: Point[] } & Place;
      return {
        key: way.key,
        path: curve(edge.points),
        label: { x: edge.x, y: edge.y, width: edge.width, height: edge.height, lines: way.label },
        open: way.open,
      };
    }),
  };
}

interface Point {
  x: number;
  y: number;
}

interface Place extends Point {
  width: number;
  height: number;
}

function corner({ x, y, width, height }: Place) {
  return { x: x - width / 2, y: y - height / 2, width, height };
}

/** Rounds the corners of a line: it passes the middle between its points and bends at them. */
function curve(points: Point[]): string {
  const [first, ...others] = points;
  const last = others.at(-1);
  if (!first || !last) return '';
  const bends = others.slice(0, -1).map((point, index) => {
    const next = others[index + 1] as Point;
    const end = index === others.length - 2 ? next : middle(point, next);
    return `Q${at(point)} ${at(end)}`;
  });
  return bends.length === 0 ? `M${at(first)} L${at(last)}` : `M${at(first)} ${bends.join(' ')}`;
}

function middle(one: Point, other: Point): Point {
  return { x: (one.x + other.x) / 2, y: (one.y + other.y) / 2 };
}

function at({ x, y }: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}

/** Lines of about so many characters; what is left over is cut off with an ellipsis. */
export function wrapped(text: string, characters: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.trim().split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= characters) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(...chunks(word, characters));
  }
  if (lines.length <= most) return lines;
  const kept = lines.slice(0, most);
  kept[most - 1] = `${(kept[most - 1] ?? '').slice(0, characters - 1)}…`;
  return kept;
}

function chunks(word: string, characters: number): string[] {
  const letters = [...word];
  const parts: string[] = [];
  for (let i = 0; i < letters.length; i += characters) parts.push(letters.slice(i, i + characters).join(''));
  return parts;
}
