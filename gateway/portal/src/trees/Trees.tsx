import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useCommand } from '../api/command';
import type { Community, TreeSummary } from '../api/contract';
import { useChanged } from '../api/live';
import { useGet, usePages } from '../api/query';
import { choices, oneOf } from '../model/words';
import { Button } from '../ui/Button';
import { CommandDialog } from '../ui/CommandDialog';
import { Select, TextField } from '../ui/Field';
import { PageMark } from '../ui/Marks';
import { More, Panel } from '../ui/Page';
import { Empty, Show } from '../ui/States';
import { useDraft } from '../ui/useDraft';
import { useFilters } from '../ui/useFilters';
import './trees.css';
import { sizeOf, treeWords } from './words';

/** The decision trees of a community. */
export function Trees({ one }: { one: Community }) {
  const filters = useFilters();
  const status = oneOf(treeWords, filters.get('status'));
  const query = usePages('/api/cop/communities/{id}/trees', {
    path: { id: one.id },
    query: { status: status ? [status] : undefined, limit: 25 },
    keep: true,
  });
  const makes = one.member && !one.archived;
  const [drafting, setDrafting] = useState(false);
  return (
    <>
      <Panel
        title="Decision trees"
        count={query.data && `${query.data.items.length}${query.hasNextPage ? '+' : ''}`}
        note="Questions that lead to a next step. Whoever runs one is seen by nobody, unless they attach what came of it."
        actions={
          <>
            <div className="filters">
              <Select label="Status" value={status ?? ''} onText={(value) => filters.set({ status: value })}>
                <option value="">All but archived</option>
                {choices(treeWords).map(([value, word]) => (
                  <option key={value} value={value}>
                    {word}
                  </option>
                ))}
              </Select>
            </div>
            {makes && (
              <Button icon="plus" onClick={() => setDrafting(true)}>
                Draft a tree
              </Button>
            )}
          </>
        }
      >
        <Show query={query} lines={4}>
          {({ items }) =>
            items.length === 0 ? (
              <NoTrees filtered={status !== undefined} one={one} makes={makes} onDraft={() => setDrafting(true)} />
            ) : (
              <ul className="rows">
                {items.map((tree) => (
                  <Row key={tree.id} tree={tree} />
                ))}
              </ul>
            )
          }
        </Show>
        <More query={query} />
      </Panel>
      {drafting && <Draft one={one} onClose={() => setDrafting(false)} />}
    </>
  );
}

function Row({ tree }: { tree: TreeSummary }) {
  const changed = useChanged(tree.id);
  return (
    <li className={changed ? 'is-changed' : ''}>
      <div className="tree-row grow">
        <p className="row">
          <Link href={`/trees/${tree.id}`} className="plain-link strong" dir="auto">
            {tree.title}
          </Link>
          <PageMark status={tree.status} />
        </p>
        {tree.summary && <p dir="auto">{tree.summary}</p>}
        <p className="small quiet">
          {tree.owner.name} · {sizeOf(tree)}
        </p>
        {tree.status !== 'DRAFT' && <EndCounts id={tree.id} />}
      </div>
    </li>
  );
}

/** How often the ends were reached; it is said from five runs on, and then five at a time. */
export function EndCounts({ id }: { id: string }) {
  const { data } = useGet('/api/cop/trees/{id}/counts', { path: { id } });
  if (!data) return null;
  if (data.fewerThanFive) return <p className="small quiet">Fewer than five runs came to an end: no counts yet.</p>;
  const reached = data.ends.filter((end) => end.runs > 0).sort((left, right) => right.runs - left.runs);
  return (
    <div className="end-counts">
      <p className="small quiet">{data.runs} runs, counted five at a time and without names, came to:</p>
      <ul>
        {reached.map((end) => (
          <li key={`${end.node} ${end.outcome}`}>
            <span className="meter" aria-hidden="true">
              <span style={{ width: `${(end.runs / data.runs) * 100}%` }} />
            </span>
            <span className="num">{end.runs}</span>
            <span dir="auto">
              {end.outcome}
              {!end.present && <span className="quiet"> (no longer in the tree)</span>}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function NoTrees({
  one,
  filtered,
  makes,
  onDraft,
}: {
  one: Community;
  filtered: boolean;
  makes: boolean;
  onDraft: () => void;
}) {
  if (filtered) return <Empty title="No tree is like that">Choose another status to see the others.</Empty>;
  if (!makes) {
    return (
      <Empty title="No decision tree yet">
        {one.archived ? undefined : 'Its members draft them here; join it to do so.'}
      </Empty>
    );
  }
  return (
    <Empty
      title="No decision tree yet"
      action={
        <Button kind="primary" icon="plus" onClick={onDraft}>
          Draft a tree
        </Button>
      }
    >
      Which question do you hear again and again? Turn it into a few smaller ones, or take a tree from the shelf on the
      tab Playbook.
    </Empty>
  );
}

function Draft({ one, onClose }: { one: Community; onClose: () => void }) {
  const [, navigate] = useLocation();
  const draft = useDraft(`new-tree.${one.id}`, { title: '', summary: '' });
  const make = useCommand('post', '/api/cop/communities/{id}/trees', {
    onDone: (tree) => {
      draft.clear();
      navigate(`/trees/${tree.id}/edit`);
    },
  });
  const { title, summary } = draft.value;
  return (
    <CommandDialog
      title="Draft a decision tree"
      action="Draft it"
      command={make}
      onClose={onClose}
      onSubmit={() =>
        make.run({
          path: { id: one.id },
          body: { title: title.trim(), summary: summary.trim() || undefined, nodes: [] },
        })
      }
    >
      <TextField
        label="Which question does it answer?"
        placeholder="Should this impediment be escalated?"
        required
        maxLength={200}
        dir="auto"
        value={title}
        onText={(value) => draft.set({ title: value })}
      />
      <TextField
        label="In one line"
        optional
        maxLength={200}
        dir="auto"
        placeholder="When it helps, for lists"
        value={summary}
        onText={(value) => draft.set({ summary: value })}
      />
      <p className="small quiet">It is a draft, for the members alone, until it is published.</p>
    </CommandDialog>
  );
}
