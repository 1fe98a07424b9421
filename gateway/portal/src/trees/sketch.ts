import type { Gap, TreeNode } from '../api/contract';

/** A tree while somebody works on it: what is open is empty, so that fields can hold it. */
export interface Sketch {
  title: string;
  summary: string;
  start: string;
  nodes: SketchNode[];
}

export interface SketchNode {
  id: string;
  end: boolean;
  question: string;
  help: string;
  answers: { text: string; to: string }[];
  outcome: string;
  advice: string;
}

interface Held {
  title: string;
  summary?: string | undefined;
  start?: string | undefined;
  nodes: TreeNode[];
}

export function sketchOf(tree: Held): Sketch {
  return {
    title: tree.title,
    summary: tree.summary ?? '',
    start: tree.start ?? '',
    nodes: tree.nodes.map((node) => ({
      id: node.id,
      end: node.outcome !== undefined,
      question: node.question ?? '',
      help: node.help ?? '',
      answers: node.answers.map((answer) => ({ text: answer.text ?? '', to: answer.to ?? '' })),
      outcome: node.outcome ?? '',
      advice: node.advice ?? '',
    })),
  };
}

/** As it is sent: an end has no answers, and what is empty is left out. */
export function requestOf({ title, summary, start, nodes }: Sketch) {
  return {
    title: title.trim(),
    ...filled('summary', summary),
    ...filled('start', start),
    nodes: nodes.map(({ id, end, question, help, answers, outcome, advice }) =>
      end
        ? { id, ...filled('outcome', outcome), ...filled('advice', advice) }
        : {
            id,
            ...filled('question', question),
            ...filled('help', help),
            answers: answers.map(({ text, to }) => ({ ...filled('text', text), ...filled('to', to) })),
          },
    ),
  };
}

function filled<K extends string>(name: K, value: string): { [key in K]?: string } {
  return (value.trim() === '' ? {} : { [name]: value.trim() }) as { [key in K]?: string };
}

export function differs(one: Sketch, other: Sketch): boolean {
  return JSON.stringify(requestOf(one)) !== JSON.stringify(requestOf(other));
}

export function nameOf(node: Pick<SketchNode, 'end' | 'question' | 'outcome'>): string {
  const words = node.end ? node.outcome : node.question;
  return words.trim() || (node.end ? 'An end without words' : 'A question without words');
}

/** The sketch with one more question or end, which stands behind another one. */
export function withNew(sketch: Sketch, end: boolean, behind?: string): { sketch: Sketch; id: string } {
  // Two who add to the same tree at once must not choose the same.
  const id = `n${Math.random().toString(36).slice(2, 12)}`;
  const node: SketchNode = {
    id,
    end,
    question: '',
    help: '',
    answers: end ? [] : ['Yes', 'No'].map((text) => ({ text, to: '' })),
    outcome: '',
    advice: '',
  };
  const at = behind === undefined ? -1 : sketch.nodes.findIndex((other) => other.id === behind);
  const nodes = [...sketch.nodes];
  nodes.splice(at < 0 ? nodes.length : at + 1, 0, node);
  return { sketch: { ...sketch, nodes, start: sketch.start || (end ? '' : id) }, id };
}

/** Without a question or end; answers that led there are open again. */
export function without(sketch: Sketch, id: string): Sketch {
  return {
    ...sketch,
    start: sketch.start === id ? '' : sketch.start,
    nodes: sketch.nodes
      .filter((node) => node.id !== id)
      .map((node) => ({
        ...node,
        answers: node.answers.map((answer) => (answer.to === id ? { ...answer, to: '' } : answer)),
      })),
  };
}

export interface Together {
  sketch: Sketch;
  /** Questions and ends that both have changed: mine stands in the sketch, theirs is here. */
  met: { id: string; theirs: SketchNode | undefined }[];
  /** What else both have changed, in words with what theirs was: mine stands in the sketch. */
  lines: string[];
}

/** What I changed on top of what somebody else has saved meanwhile. */
export function together(before: Sketch, theirs: Sketch, mine: Sketch): Together {
  const was = byId(before);
  const their = byId(theirs);
  const met: Together['met'] = [];
  const nodes: SketchNode[] = [];
  const take = (id: string, ours: SketchNode | undefined) => {
    const old = was.get(id);
    const other = their.get(id);
    const changedByMe = !same(old, ours);
    const changedByThem = !same(old, other);
    if (changedByMe && changedByThem && !same(ours, other)) met.push({ id, theirs: other });
    const kept = changedByMe ? ours : other;
    if (kept) nodes.push(kept);
  };
  for (const node of mine.nodes) take(node.id, node);
  const own = byId(mine);
  for (const node of theirs.nodes) if (!own.has(node.id)) take(node.id, undefined);
  const lines: string[] = [];
  const line = (field: 'title' | 'summary' | 'start', words: string) => {
    if (mine[field] === before[field]) return theirs[field];
    if (theirs[field] !== before[field] && theirs[field] !== mine[field]) lines.push(words);
    return mine[field];
  };
  const first = their.get(theirs.start);
  const lone = {
    title: line('title', `the title to “${theirs.title}”`),
    summary: line('summary', `the summary to “${theirs.summary}”`),
    start: line('start', `where it begins to “${first ? nameOf(first) : 'nowhere'}”`),
  };
  return { sketch: { ...lone, nodes }, met, lines };
}

function byId(sketch: Sketch): Map<string, SketchNode> {
  return new Map(sketch.nodes.map((node) => [node.id, node]));
}

function same(one: SketchNode | undefined, other: SketchNode | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The gaps of a refusal; those of what has gone meanwhile are passed over. */
export function gapsIn(told: unknown): Gap[] {
  return Array.isArray(told) ? (told as Gap[]) : [];
}
