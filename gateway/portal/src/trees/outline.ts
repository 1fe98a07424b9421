import { nameOf, type SketchNode } from './sketch';

/** A tree as text, one way after the other. */
export interface Line {
  id: string;
  name: string;
  end: boolean;
  /** The answer that leads here; none for where one begins. */
  answer?: string | undefined;
  /** It stands above already, with all that follows. */
  again: boolean;
  ways: Line[];
}

/** From the first question on; then what no answer leads to. */
export function outline(start: string, nodes: SketchNode[]): Line[] {
  const known = new Map(nodes.map((node) => [node.id, node]));
  const told = new Set<string>();
  const line = (node: SketchNode, answer: string | undefined): Line => {
    const again = told.has(node.id);
    told.add(node.id);
    return {
      id: node.id,
      name: nameOf(node),
      end: node.end,
      answer,
      again: again && !node.end,
      ways: again ? [] : node.answers.map(({ text, to }) => way(text || 'An answer without words', known.get(to))),
    };
  };
  const way = (answer: string, to: SketchNode | undefined): Line =>
    to ? line(to, answer) : { id: '', name: 'leads nowhere yet', end: false, answer, again: false, ways: [] };
  const first = known.get(start);
  const lines = first ? [line(first, undefined)] : [];
  for (const node of nodes) if (!told.has(node.id)) lines.push(line(node, undefined));
  return lines;
}
