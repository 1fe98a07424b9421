import { useEffect, useMemo, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import { useCommand } from '../api/command';
import type { Gap, Tree } from '../api/contract';
import { useGet } from '../api/query';
import { may, use } from '../model/can';
import { listed } from '../model/words';
import { Leaving } from '../playbook/Editor';
import { Button, ButtonLink } from '../ui/Button';
import { Select, TextField } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { Page, Panel } from '../ui/Page';
import { Empty, Notice, ProblemNotice, Show } from '../ui/States';
import { useDraft } from '../ui/useDraft';
import { Gaps } from './Gaps';
import { NodeCard, notYet } from './NodeCard';
import {
  differs,
  gapsIn,
  nameOf,
  requestOf,
  type Sketch,
  type SketchNode,
  sketchOf,
  type Together,
  together,
  withNew,
  without,
} from './sketch';
import { crumbsOf, draftOf } from './TreePage';
import { TreeOutline, TreePicture } from './TreePicture';
import './trees.css';

interface Typed {
  sketch: Sketch;
  /** What it said when the writer began, and which version that was. */
  before: Sketch;
  base: number;
  met: Together['met'];
}

export default function EditTree({ id }: { id: string }) {
  const query = useGet('/api/cop/trees/{id}', { path: { id } });
  return (
    <Show page query={query}>
      {(one) =>
        may(one, use.editTree) || one.status === 'ARCHIVED' ? (
          <Loaded one={one} />
        ) : (
          <Page title={one.title} crumbs={crumbsOf(one)}>
            <Empty
              title="This tree is not yours to edit"
              action={<ButtonLink href={`/trees/${id}`}>Look at it</ButtonLink>}
            >
              Whoever answers for it and the leads of the community edit it; tell one of them what is to be changed.
            </Empty>
          </Page>
        )
      }
    </Show>
  );
}

function Loaded({ one }: { one: Tree }) {
  const [, navigate] = useLocation();
  const draft = useDraft<Partial<Typed>>(draftOf(one.id), {});
  const [saved, setSaved] = useState<Tree | undefined>();
  const [said, setSaid] = useState('');
  const [leaves, setLeaves] = useState(false);
  const [chosen, setChosen] = useState<string | undefined>(() => window.location.hash.slice(1) || undefined);
  const staying = useRef(true);
  const merged = useRef(false);
  // What was just saved is known before the tree is fetched again.
  const known = saved && saved.version > one.version ? saved : one;
  const present = useMemo(() => sketchOf(known), [known]);
  const { sketch = present, before = present, base = known.version, met = [] } = draft.value;
  const unsaved = draft.value.sketch !== undefined && (met.length > 0 || differs(sketch, present));
  const latest = useRef(sketch);
  latest.current = sketch;

  const write = useCommand('put', '/api/cop/trees/{id}', {
    onDone: (tree) => {
      const now = sketchOf(tree);
      setSaved(tree);
      if (differs(latest.current, now)) draft.set({ before: now, base: tree.version, met: [] });
      else {
        draft.clear();
        setSaid(
          merged.current
            ? 'All is saved. Somebody else had saved meanwhile, and both changes are in the tree.'
            : tree.gaps.length === 0
              ? 'All is saved.'
              : 'All is saved. What is missing still stands at its place.',
        );
        if (!staying.current && !merged.current) setLeaves(true);
        merged.current = false;
      }
    },
  });
  const { conflict, settleConflict } = write;

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal
  useEffect(() => {
    if (!conflict) return;
    const theirs = conflict as unknown as Tree;
    const both = together(before, sketchOf(theirs), sketch);
    settleConflict();
    setSaved(theirs);
    draft.set({ sketch: both.sketch, before: sketchOf(theirs), base: theirs.version, met: both.met });
    setSaid(
      both.lines.length > 0 ? `Somebody else has changed ${listed(both.lines)}. Save, and it is as you have it.` : '',
    );
    merged.current = true;
    if (both.met.length === 0 && both.lines.length === 0) {
      write.run({ path: { id: one.id }, version: theirs.version, body: requestOf(both.sketch) });
    }
  }, [conflict]);

  useEffect(() => {
    if (leaves && !unsaved) navigate(`/trees/${one.id}`);
  }, [leaves, unsaved, navigate, one.id]);

  useEffect(() => {
    if (chosen) document.getElementById(`node-${chosen}`)?.scrollIntoView({ block: 'center' });
  }, [chosen]);

  const set = (change: Sketch) => {
    setSaid('');
    setLeaves(false);
    draft.set(draft.value.sketch === undefined ? { sketch: change, before: present, base, met } : { sketch: change });
  };
  const setNode = (id: string, change: Partial<SketchNode>) =>
    set({ ...sketch, nodes: sketch.nodes.map((node) => (node.id === id ? { ...node, ...change } : node)) });
  const add = (end: boolean, behind?: string) => {
    const made = withNew(sketch, end, behind);
    set(made.sketch);
    setChosen(made.id);
  };
  /** What an answer leads to is made where it is missed. */
  const lead = (node: SketchNode, index: number, end: boolean) => {
    const made = withNew(sketch, end, node.id);
    const nodes = made.sketch.nodes.map((each) =>
      each.id === node.id
        ? { ...each, answers: each.answers.map((answer, at) => (at === index ? { ...answer, to: made.id } : answer)) }
        : each,
    );
    set({ ...made.sketch, nodes });
    setChosen(made.id);
  };
  const settle = (id: string, theirs: SketchNode | undefined, take: boolean) => {
    const nodes = !take
      ? sketch.nodes
      : theirs
        ? sketch.nodes.some((node) => node.id === id)
          ? sketch.nodes.map((node) => (node.id === id ? theirs : node))
          : [...sketch.nodes, theirs]
        : sketch.nodes.filter((node) => node.id !== id);
    draft.set({ sketch: { ...sketch, nodes }, met: met.filter((each) => each.id !== id) });
  };
  const save = (stay: boolean) => {
    if (write.busy) return;
    staying.current = stay;
    if (!unsaved) {
      if (!stay) setLeaves(true);
      return;
    }
    if (met.length > 0) {
      setSaid('Choose first what stays where you both changed the same.');
      return;
    }
    if (sketch.title.trim() === '') return;
    write.run({ path: { id: one.id }, version: base, body: requestOf(sketch) });
  };

  const refused = gapsIn(write.problem?.told.gaps);
  const gaps = (refused.length > 0 ? refused : known.gaps).filter(
    (gap) => gap.node === undefined || sketch.nodes.some((node) => node.id === gap.node),
  );
  const lacking = new Set(gaps.flatMap((gap) => gap.node ?? []));
  return (
    <Page
      title={`Edit “${known.title}”`}
      crumbs={[...crumbsOf(known), { name: known.title, href: `/trees/${one.id}` }]}
    >
      <form
        className="stack tree-editor"
        onKeyDown={(event) => {
          if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
          if (event.key.toLowerCase() !== 's') return;
          event.preventDefault();
          save(true);
        }}
        onSubmit={(event) => {
          event.preventDefault();
          save(false);
        }}
      >
        {known.status === 'PUBLISHED' && (
          <Notice icon="people">
            It is published: what you save counts at once for whoever begins a run, and nothing may be missing.
          </Notice>
        )}
        <div className="grid-2">
          <TextField
            label="Title"
            required
            maxLength={200}
            dir="auto"
            value={sketch.title}
            onText={(title) => set({ ...sketch, title })}
            onKeyDown={notYet}
          />
          <TextField
            label="In one line"
            optional
            maxLength={200}
            dir="auto"
            value={sketch.summary}
            onText={(summary) => set({ ...sketch, summary })}
            onKeyDown={notYet}
          />
        </div>
        {met.length > 0 && <Met met={met} sketch={sketch} onSettle={settle} />}
        <section className="panel tree-sheet" aria-label="The tree">
          {sketch.nodes.length === 0 ? (
            <Empty
              title="It asks nothing yet"
              action={
                <Button kind="primary" icon="plus" onClick={() => add(false)}>
                  Write the first question
                </Button>
              }
            >
              Begin with what anybody can answer. Each answer leads to a further question or to an end, which says what
              to do.
            </Empty>
          ) : (
            <>
              <TreePicture
                start={sketch.start}
                nodes={sketch.nodes}
                lacking={lacking}
                chosen={chosen}
                onChoose={setChosen}
              />
              <TreeOutline start={sketch.start} nodes={sketch.nodes} />
            </>
          )}
        </section>
        {sketch.nodes.length > 0 && (
          <>
            <Select
              label="It begins with"
              value={sketch.start}
              onText={(start) => set({ ...sketch, start })}
              error={gaps.find((gap) => gap.node === undefined)?.todo}
            >
              <option value="">Choose the first question</option>
              {sketch.nodes
                .filter((node) => !node.end)
                .map((node) => (
                  <option key={node.id} value={node.id}>
                    {nameOf(node)}
                  </option>
                ))}
            </Select>
            <ol className="node-cards">
              {sketch.nodes.map((node, index) => (
                <li key={node.id}>
                  <NodeCard
                    node={node}
                    number={index + 1}
                    nodes={sketch.nodes}
                    community={known.community.id}
                    gaps={gaps.filter((gap) => gap.node === node.id)}
                    chosen={node.id === chosen}
                    onChange={(change) => setNode(node.id, change)}
                    onLead={(at, end) => lead(node, at, end)}
                    onDelete={() => set(without(sketch, node.id))}
                  />
                </li>
              ))}
            </ol>
            <div className="row">
              <Button icon="plus" onClick={() => add(false)}>
                Add a question
              </Button>
              <Button icon="plus" onClick={() => add(true)}>
                Add an end
              </Button>
            </div>
          </>
        )}
        <div className="tree-foot">
          {gaps.length > 0 && (
            <Missing gaps={gaps} nodes={sketch.nodes} refused={refused.length > 0} onGo={setChosen} />
          )}
          <div className="row">
            <Button type="submit" kind="primary" busy={write.busy}>
              {write.busy ? 'Saving…' : 'Save'}
            </Button>
            <Button onClick={() => save(true)}>Save and go on</Button>
            <ButtonLink href={`/trees/${one.id}`}>Back to the tree</ButtonLink>
            <span className="small quiet" role="status">
              {said || (unsaved ? 'Not saved yet; kept in this tab.' : '')}
            </span>
          </div>
          {draft.value.sketch !== undefined && known.version > base && met.length === 0 && (
            <p className="small newer" role="status">
              Somebody else has saved this tree meanwhile. When you save, both changes come together.
            </p>
          )}
          <ProblemNotice problem={write.problem} retry={() => save(staying.current)} />
        </div>
      </form>
      <Leaving unsaved={unsaved} />
    </Page>
  );
}

function Missing({
  gaps,
  nodes,
  refused,
  onGo,
}: {
  gaps: Gap[];
  nodes: SketchNode[];
  refused: boolean;
  onGo: (id: string) => void;
}) {
  return (
    <details className="panel missing" open={refused}>
      <summary>
        <Icon name="risk" /> {gaps.length === 1 ? '1 thing is missing' : `${gaps.length} things are missing`} before it
        can be published
      </summary>
      <Gaps gaps={gaps} nodes={nodes} onGo={onGo} />
    </details>
  );
}

/** Somebody else saved meanwhile: what only one of us changed is together already, the rest is chosen. */
function Met({
  met,
  sketch,
  onSettle,
}: {
  met: Together['met'];
  sketch: Sketch;
  onSettle: (id: string, theirs: SketchNode | undefined, take: boolean) => void;
}) {
  return (
    <Panel title="You both changed the same" count={met.length} padded>
      <div className="stack">
        <p>Somebody else has saved this tree meanwhile. Everything else is together already; choose what stays here.</p>
        {met.map(({ id, theirs }) => {
          const mine = sketch.nodes.find((node) => node.id === id);
          return (
            <section key={id} className="met grid-2" aria-label={mine ? nameOf(mine) : 'Deleted by you'}>
              <Version title="Yours" node={mine} onTake={() => onSettle(id, theirs, false)} />
              <Version title="Theirs" node={theirs} onTake={() => onSettle(id, theirs, true)} />
            </section>
          );
        })}
      </div>
    </Panel>
  );
}

function Version({ title, node, onTake }: { title: string; node: SketchNode | undefined; onTake: () => void }) {
  return (
    <div className="stack-s">
      <p className="label">{title}</p>
      {node ? (
        <div dir="auto">
          <p className="strong">{nameOf(node)}</p>
          {(node.help || node.advice) && <p className="small quiet purpose">{node.end ? node.advice : node.help}</p>}
          {!node.end && <p className="small">{node.answers.map((answer) => answer.text).join(' · ')}</p>}
        </div>
      ) : (
        <p className="quiet">Deleted</p>
      )}
      <Button size="small" onClick={onTake}>
        Take {title.toLowerCase()}
      </Button>
    </div>
  );
}
