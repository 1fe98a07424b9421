import { useState } from 'react';
import { Link } from 'wouter';
import { useCommand } from '../api/command';
import type { Community, Idea } from '../api/contract';
import { useChanged } from '../api/live';
import { useGet, usePages } from '../api/query';
import { Button } from '../ui/Button';
import { CommandDialog } from '../ui/CommandDialog';
import { Select, TextArea, TextField } from '../ui/Field';
import { More, Panel } from '../ui/Page';
import { Empty, Show } from '../ui/States';
import { toast } from '../ui/Toasts';
import { useDraft } from '../ui/useDraft';
import { useFilters } from '../ui/useFilters';
import { Onwards } from './actions';
import './ideas.css';
import { Due, IdeaMark, Support, triedBy } from './parts';

const columns = ['Proposed', 'On trial', 'Adopted', 'Dropped'] as const;
type Column = (typeof columns)[number];

/** What people suggest, from the proposal to what was learned; a narrow screen shows one column. */
export function Ideas({ one }: { one: Community }) {
  const filters = useFilters();
  const chosen = columns.find((column) => column === filters.get('show')) ?? 'Proposed';
  const [proposing, setProposing] = useState(false);
  const open = useGet('/api/cop/communities/{id}/ideas', { path: { id: one.id } });
  const place = (column: Column) => `ideas-column ${column === chosen ? 'is-chosen' : ''}`;
  const propose = !one.archived && (
    <Button icon="plus" onClick={() => setProposing(true)}>
      Propose an idea
    </Button>
  );
  return (
    <>
      <div className="spread ideas-head">
        <div className="filters ideas-filter">
          <Select label="Show" value={chosen} onText={(show) => filters.set({ show })}>
            {columns.map((column) => (
              <option key={column}>{column}</option>
            ))}
          </Select>
        </div>
        {propose}
      </div>
      <div className="ideas-board">
        <div className={place('Proposed')}>
          <Panel title="Proposed" count={open.data?.items.filter(isProposed).length}>
            <Show query={open}>
              {({ items }) => (
                <Cards items={items.filter(isProposed)}>
                  <Empty title="No idea waits">
                    {one.archived ? undefined : 'What would you like to try here? A title is enough.'}
                  </Empty>
                </Cards>
              )}
            </Show>
          </Panel>
        </div>
        <div className={place('On trial')}>
          <Panel title="On trial" count={open.data?.items.filter(isTried).length}>
            <Show query={open}>
              {({ items }) => (
                <Cards items={items.filter(isTried)}>
                  <Empty title="Nothing is being tried" />
                </Cards>
              )}
            </Show>
          </Panel>
        </div>
        <div className={place('Adopted')}>
          <Decided one={one} title="Adopted" status={['ADOPTED']} none="Nothing was adopted yet" />
        </div>
        <div className={place('Dropped')}>
          <Decided one={one} title="Dropped" status={['DROPPED', 'DECLINED']} none="Nothing was dropped yet" />
        </div>
      </div>
      {proposing && <Propose one={one} onClose={() => setProposing(false)} />}
    </>
  );
}

const isProposed = (idea: Idea) => idea.status === 'PROPOSED';
const isTried = (idea: Idea) => idea.status === 'ON_TRIAL';

function Decided({
  one,
  title,
  status,
  none,
}: {
  one: Community;
  title: string;
  status: Idea['status'][];
  none: string;
}) {
  const query = usePages('/api/cop/communities/{id}/ideas/decided', {
    path: { id: one.id },
    query: { status, limit: 25 },
  });
  return (
    <Panel title={title} count={query.data && `${query.data.items.length}${query.hasNextPage ? '+' : ''}`}>
      <Show query={query}>
        {({ items }) => (
          <Cards items={items}>
            <Empty title={none} />
          </Cards>
        )}
      </Show>
      <More query={query} />
    </Panel>
  );
}

function Cards({ items, children }: { items: Idea[]; children: React.ReactNode }) {
  if (items.length === 0) return children;
  return (
    <ul className="rows">
      {items.map((idea) => (
        <Card key={idea.id} idea={idea} />
      ))}
    </ul>
  );
}

/** An idea in few words, with all that can be done about it. */
export function Card({ idea }: { idea: Idea }) {
  const changed = useChanged(idea.id);
  const { trial } = idea;
  return (
    <li className={changed ? 'is-changed' : ''}>
      <div className="idea-card">
        <p>
          <Link href={`/ideas/${idea.id}`} className="plain-link strong" dir="auto">
            {idea.title}
          </Link>
        </p>
        {idea.status === 'PROPOSED' && idea.why && (
          <p className="small idea-words" dir="auto">
            {idea.why}
          </p>
        )}
        {(idea.learned ?? idea.reason) && (
          <p className="small idea-words" dir="auto">
            {idea.learned ?? idea.reason}
          </p>
        )}
        <p className="small quiet">{trial && !idea.learned ? triedBy(trial) : idea.by.name}</p>
        <div className="row">
          <Due one={idea} />
          {idea.status === 'DECLINED' && <IdeaMark status={idea.status} />}
          <Support one={idea} size="small" />
          <Onwards one={idea} size="small" />
        </div>
      </div>
    </li>
  );
}

function Propose({ one, onClose }: { one: Community; onClose: () => void }) {
  const draft = useDraft(`idea.${one.id}`, { title: '', what: '', why: '' });
  const { title, what, why } = draft.value;
  const propose = useCommand('post', '/api/cop/communities/{id}/ideas', {
    onDone: () => {
      draft.clear();
      toast('Proposed. Others can support it now.');
      onClose();
    },
  });
  return (
    <CommandDialog
      title={`Propose an idea to ${one.name}`}
      action="Propose"
      command={propose}
      onClose={onClose}
      onSubmit={() =>
        propose.run({
          path: { id: one.id },
          body: {
            title: title.trim(),
            ...(what.trim() ? { what: what.trim() } : {}),
            ...(why.trim() ? { why: why.trim() } : {}),
          },
        })
      }
    >
      <TextField label="Title" required maxLength={200} value={title} onText={(value) => draft.set({ title: value })} />
      <TextArea
        label="What is to be done?"
        optional
        maxLength={4000}
        rows={3}
        value={what}
        onText={(value) => draft.set({ what: value })}
      />
      <TextArea
        label="What would it help with?"
        optional
        maxLength={4000}
        rows={2}
        value={why}
        onText={(value) => draft.set({ why: value })}
      />
    </CommandDialog>
  );
}
