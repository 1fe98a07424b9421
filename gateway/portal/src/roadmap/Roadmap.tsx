import { useState } from 'react';
import { useCommand } from '../api/command';
import type { ProductGoal } from '../api/contract';
import { useGet } from '../api/query';
import { unitsOf, useMe, useOrganization } from '../app/me';
import { show } from '../app/overlay';
import { may, mayMake, use } from '../model/can';
import { share } from '../model/numbers';
import { quarterOf, quarterPlus, quarterWords } from '../model/time';
import { Button, ButtonLink } from '../ui/Button';
import { CommandDialog } from '../ui/CommandDialog';
import { Select, TextArea, TextField } from '../ui/Field';
import { When } from '../ui/Marks';
import { Page, Panel } from '../ui/Page';
import { Empty, Notice, Show } from '../ui/States';
import { toast } from '../ui/Toasts';
import { useDraft } from '../ui/useDraft';
import { useFilters } from '../ui/useFilters';
import { Grid } from './Grid';
import './roadmap.css';

export default function Roadmap() {
  const filters = useFilters();
  const organization = useOrganization();
  const now = quarterOf(new Date());
  const from = filters.get('from') ?? now;
  const quarters = Number(filters.get('quarters')) || 3;
  const area = filters.get('area');
  const query = useGet('/api/roadmap/roadmap', { query: { from, quarters }, keep: true });
  const steps = (by: number) => {
    const next = quarterPlus(from, by);
    filters.set({ from: next === now ? '' : next });
  };
  return (
    <Page
      title="Roadmap"
      lead="Outcomes by area and quarter. A state leads to its reasons."
      actions={
        may(query.data, use.createOutcome) && (
          <Button icon="plus" onClick={() => show({ kind: 'outcome', quarter: from, area })}>
            New outcome
          </Button>
        )
      }
    >
      <Goal />
      <div className="filters">
        <div className="row">
          <Button size="small" aria-label="Earlier quarter" onClick={() => steps(-1)}>
            Earlier
          </Button>
          <Button size="small" aria-label="Later quarter" onClick={() => steps(1)}>
            Later
          </Button>
          {from !== now && (
            <Button size="small" kind="ghost" onClick={() => filters.set({ from: '' })}>
              Now
            </Button>
          )}
        </div>
        <Select label="Area" value={area ?? ''} onText={(value) => filters.set({ area: value })}>
          <option value="">All areas</option>
          {unitsOf(organization, 'AREA').map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </Select>
        <Select
          label="Quarters"
          value={String(quarters)}
          onText={(value) => filters.set({ quarters: value === '3' ? '' : value })}
        >
          {[2, 3, 4].map((count) => (
            <option key={count} value={count}>
              {count}
            </option>
          ))}
        </Select>
      </div>
      <Show query={query} lines={8}>
        {(roadmap) => (
          <>
            <Panel title="Outcomes" count={roadmap.cells.reduce((sum, cell) => sum + cell.outcomes.length, 0)}>
              {roadmap.cells.every((cell) => cell.outcomes.length === 0) && <NoOutcomes quarter={from} />}
              <Grid roadmap={roadmap} area={area} />
            </Panel>
            <WithoutOutcome {...roadmap.withoutOutcome} />
          </>
        )}
      </Show>
    </Page>
  );
}

export function NoOutcomes({ quarter }: { quarter: string }) {
  const me = useMe();
  const copy = useCommand('post', '/api/roadmap/outcomes/copy', {
    onDone: () => toast('Copied; set the new targets.'),
  });
  const last = quarterPlus(quarter, -1);
  const before = useGet('/api/roadmap/outcomes', { query: { quarter: last, limit: 1 } }).data?.items.length;
  const unlinked = useGet('/api/roadmap/features', { query: { unlinked: true, limit: 1 } }).data?.items.length;
  const mayCopy = mayMake(me, use.createOutcome) && !!before;
  return (
    <Empty
      title="No outcomes this quarter"
      action={
        <div className="row">
          {mayCopy && (
            <Button busy={copy.busy} onClick={() => copy.run({ body: { from: last, to: quarter } })}>
              Copy from {quarterWords(last)}
            </Button>
          )}
          {!!unlinked && <ButtonLink href="/features?unlinked=true">Pick from features without an outcome</ButtonLink>}
        </div>
      }
    >
      {mayCopy && "Copy last quarter's. "}
      {unlinked ? 'There are features that serve none yet.' : ''}
    </Empty>
  );
}

export function WithoutOutcome({ features, share: part = 0 }: { features: number; share?: number }) {
  if (features === 0) return null;
  return (
    <Notice
      icon="feature"
      action={
        <ButtonLink size="small" href="/features?unlinked=true">
          See them
        </ButtonLink>
      }
    >
      <p>
        <span className="strong">{share(part)} of the work serves no outcome</span>: {features} features are linked to
        none.
      </p>
    </Notice>
  );
}

export function Goal() {
  const query = useGet('/api/roadmap/product-goal');
  const me = useMe();
  const [editing, setEditing] = useState(false);
  const goal = query.data;
  const mayEdit = may(goal, use.setProductGoal) || may(me, use.setProductGoal);
  if (!goal?.text && !mayEdit) return null;
  return (
    <div className="goal">
      <figure>
        <figcaption className="small quiet">
          Product goal
          {goal?.until && (
            <>
              , until <When date={goal.until} />
            </>
          )}
        </figcaption>
        <blockquote>{goal?.text || 'Not set yet'}</blockquote>
      </figure>
      {mayEdit && (
        <Button size="small" kind="ghost" onClick={() => setEditing(true)}>
          {goal?.text ? 'Change' : 'Set it'}
        </Button>
      )}
      {editing && <EditGoal goal={goal} onClose={() => setEditing(false)} />}
    </div>
  );
}

function EditGoal({ goal, onClose }: { goal: ProductGoal | undefined; onClose: () => void }) {
  const draft = useDraft('product-goal', { base: goal, text: goal?.text ?? '', until: goal?.until ?? '' });
  const typed = { text: draft.value.text.trim(), until: draft.value.until || undefined };
  const change = useCommand('put', '/api/roadmap/product-goal', {
    onDone: () => {
      draft.clear();
      onClose();
    },
  });
  return (
    <CommandDialog
      title="Product goal"
      action="Save"
      command={change}
      before={draft.value.base}
      labels={{ text: 'Goal', until: 'Until' }}
      typed={typed}
      onClose={onClose}
      onSubmit={() => change.run({ version: draft.value.base?.version, body: typed })}
    >
      <TextArea
        label="What is the product to become?"
        required
        value={draft.value.text}
        onText={(text) => draft.set({ text })}
      />
      <TextField
        label="Until"
        optional
        type="date"
        value={draft.value.until}
        onText={(until) => draft.set({ until })}
      />
    </CommandDialog>
  );
}
