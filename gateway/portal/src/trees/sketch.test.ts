import { describe, expect, it } from 'vitest';
import { outline } from './outline';
import { picture, wrapped } from './picture';
import { requestOf, type Sketch, type SketchNode, sketchOf, together, withNew, without } from './sketch';

function question(id: string, ...answers: [text: string, to: string][]): SketchNode {
  const asked = { id, end: false, question: `What of ${id}?`, help: '', outcome: '', advice: '' };
  return { ...asked, answers: answers.map(([text, to]) => ({ text, to })) };
}

function end(id: string): SketchNode {
  return { id, end: true, question: '', help: '', answers: [], outcome: `Do ${id}`, advice: '' };
}

const tree: Sketch = {
  title: 'Escalate or not',
  summary: '',
  start: 'talked',
  nodes: [
    question('talked', ['No', 'talk'], ['Yes', 'agreed']),
    question('agreed', ['No', 'escalate'], ['Ask again', 'talked']),
    end('talk'),
    end('escalate'),
  ],
};

describe('a tree in the making', () => {
  it('is sent without what is empty, and read back the same', () => {
    const sent = requestOf({ ...tree, nodes: [...tree.nodes, question('open', ['', ''])] });
    expect(sent).not.toHaveProperty('summary');
    expect(sent.nodes[2]).toEqual({ id: 'talk', outcome: 'Do talk' });
    expect(sent.nodes[4]).toEqual({ id: 'open', question: 'What of open?', answers: [{}] });
    const held = requestOf(tree).nodes.map((node) => ({ answers: [], ...node }));
    expect(sketchOf({ title: tree.title, start: 'talked', nodes: held })).toEqual(tree);
  });

  it('begins with its first question, and names what is new by a name of its own', () => {
    const empty = { title: 'New', summary: '', start: '', nodes: [] };
    const first = withNew(empty, false);
    expect(first.sketch.start).toBe(first.id);
    const second = withNew(withNew(first.sketch, true).sketch, false, first.id);
    expect(second.sketch.nodes.map((node) => node.end)).toEqual([false, false, true]);
    expect(new Set(second.sketch.nodes.map((node) => node.id)).size).toBe(3);
    expect(second.sketch.start).toBe(first.id);
  });

  it('opens the answers that led to what is deleted', () => {
    const less = without(tree, 'talk');
    expect(less.nodes).toHaveLength(3);
    expect(less.nodes[0]?.answers[0]).toEqual({ text: 'No', to: '' });
    expect(without(tree, 'talked').start).toBe('');
  });
});

describe('what two changed at once', () => {
  const change = (id: string, changed: Partial<SketchNode>): Sketch => ({
    ...tree,
    nodes: tree.nodes.map((node) => (node.id === id ? { ...node, ...changed } : node)),
  });

  it('comes together where they changed different things', () => {
    const theirs = { ...change('talk', { outcome: 'Talk today' }), title: 'Escalate?' };
    const mine = { ...change('agreed', { question: 'Do they agree?' }), summary: 'For old ones' };
    const { sketch, met } = together(tree, theirs, mine);
    expect(met).toEqual([]);
    expect(sketch.title).toBe('Escalate?');
    expect(sketch.summary).toBe('For old ones');
    expect(sketch.nodes.map((node) => node.question || node.outcome)).toEqual([
      'What of talked?',
      'Do they agree?',
      'Talk today',
      'Do escalate',
    ]);
  });

  it('keeps what each has added, although both began with the same', () => {
    const { sketch, met } = together(tree, withNew(tree, false).sketch, withNew(tree, true).sketch);
    expect(met).toEqual([]);
    expect(sketch.nodes).toHaveLength(tree.nodes.length + 2);
  });

  it('says what theirs was where both changed the title', () => {
    const mine = { ...tree, title: 'Escalate?' };
    const { sketch, lines } = together(tree, { ...tree, title: 'When to escalate' }, mine);
    expect(sketch.title).toBe('Escalate?');
    expect(lines).toEqual(['the title to “When to escalate”']);
    expect(together(tree, { ...tree, title: 'Escalate?' }, mine).lines).toEqual([]);
  });

  it('keeps mine where both changed the same, and says what theirs was', () => {
    const { sketch, met } = together(
      tree,
      change('talk', { outcome: 'Call them' }),
      change('talk', { outcome: 'Meet' }),
    );
    expect(sketch.nodes[2]?.outcome).toBe('Meet');
    expect(met).toEqual([{ id: 'talk', theirs: { ...end('talk'), outcome: 'Call them' } }]);
  });

  it('keeps what one of them deleted and the other changed, and says so', () => {
    const { sketch, met } = together(tree, without(tree, 'talk'), change('talk', { outcome: 'Meet' }));
    expect(sketch.nodes.some((node) => node.id === 'talk')).toBe(true);
    expect(met.map(({ id }) => id)).toContain('talk');
  });

  it('holds what either of them added, and loses what either deleted', () => {
    const theirs = withNew(tree, true);
    const mine = without(tree, 'escalate');
    const { sketch } = together(tree, theirs.sketch, mine);
    expect(sketch.nodes.map((node) => node.id)).toEqual(['talked', 'agreed', 'talk', theirs.id]);
  });
});

describe('a tree as text', () => {
  it('follows each way once, and says where one is led back', () => {
    const [first, ...others] = outline(tree.start, tree.nodes);
    expect(others).toEqual([]);
    expect(first?.ways.map((way) => `${way.answer}: ${way.name}`)).toEqual(['No: Do talk', 'Yes: What of agreed?']);
    expect(first?.ways[1]?.ways[1]).toMatchObject({
      answer: 'Ask again',
      name: 'What of talked?',
      again: true,
      ways: [],
    });
  });

  it('names what leads nowhere and what nothing leads to', () => {
    const lines = outline('a', [question('a', ['Yes', 'gone']), end('lonely')]);
    expect(lines[0]?.ways[0]?.name).toBe('leads nowhere yet');
    expect(lines[1]?.name).toBe('Do lonely');
  });
});

describe('a tree as a picture', () => {
  it('stands from the first question down to the ends, and nothing covers anything', () => {
    const { boxes, arrows, width, height } = picture(tree.nodes);
    const box = (id: string) => boxes.find((one) => one.id === id);
    expect(box('talked')?.y).toBeLessThan(box('agreed')?.y ?? 0);
    expect(box('agreed')?.y).toBeLessThan(box('escalate')?.y ?? 0);
    expect(arrows).toHaveLength(4);
    for (const one of boxes) {
      expect(one.x + one.width).toBeLessThanOrEqual(width);
      expect(one.y + one.height).toBeLessThanOrEqual(height);
      for (const other of boxes) {
        if (one === other) continue;
        const apart =
          one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y;
        expect(apart).toBe(true);
      }
    }
  });

  it('shows an answer that leads nowhere, a loop on itself, and nothing at all', () => {
    const { boxes, arrows } = picture([question('a', ['Yes', ''], ['Again', 'a'])]);
    expect(boxes.map((box) => box.kind)).toEqual(['question', 'open']);
    expect(arrows.map((arrow) => arrow.open)).toEqual([true, false]);
    expect(arrows.every((arrow) => arrow.path.startsWith('M'))).toBe(true);
    expect(picture([]).boxes).toEqual([]);
  });

  it('breaks lines between words, and cuts what is too long', () => {
    expect(wrapped('Have the two teams talked?', 12, 4)).toEqual(['Have the two', 'teams', 'talked?']);
    expect(wrapped('abcdefghij', 4, 2)).toEqual(['abcd', 'efg…']);
  });
});
