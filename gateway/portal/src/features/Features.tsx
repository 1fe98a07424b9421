import { useState } from 'react';
import { Link } from 'wouter';
import { useCommand } from '../api/command';
import type { Feature } from '../api/contract';
import { useChanged } from '../api/live';
import { useGet, usePages } from '../api/query';
import { unitsOf, useMe, useOrganization } from '../app/me';
import { may, mayMake, use } from '../model/can';
import { waitsFor } from '../model/features';
import { quarterWords } from '../model/time';
import { choices, featureWords, oneOf } from '../model/words';
import { Button } from '../ui/Button';
import { CommandDialog } from '../ui/CommandDialog';
import { Choice, Select, TextField } from '../ui/Field';
import { DependencyMark, FeatureMark, When } from '../ui/Marks';
import { More, Page, Panel } from '../ui/Page';
import { Empty, ProblemNotice, Show } from '../ui/States';
import { toast } from '../ui/Toasts';
import { useDraft } from '../ui/useDraft';
import { useFilters } from '../ui/useFilters';

const most = 100;

export default function Features() {
  const filters = useFilters();
  const me = useMe();
  const organization = useOrganization();
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const [creating, setCreating] = useState(false);
  const unlinked = filters.get('unlinked') === 'true';
  const query = usePages('/api/roadmap/features', {
    query: {
      team: filters.get('team'),
      outcome: filters.get('outcome'),
      status: oneOf(featureWords, filters.get('status')),
      q: filters.get('q'),
      unlinked: unlinked || undefined,
      limit: 50,
    },
    keep: true,
  });
  const narrowed = ['team', 'outcome', 'status', 'q'].some((name) => filters.get(name) !== undefined);
  const items = query.data?.items ?? [];
  const mayLink = items.some((one) => may(one, use.linkFeature));
  const toggle = (ids: string[], on: boolean) => {
    const next = new Set(picked);
    for (const id of ids)
      if (on) next.add(id);
      else next.delete(id);
    setPicked(new Set([...next].slice(0, most)));
  };
  const linkable = items.filter((one) => may(one, use.linkFeature)).map((one) => one.id);
  const all = linkable.length > 0 && linkable.every((id) => picked.has(id));
  return (
    <Page
      title="Features"
      lead="What the teams build, and the outcome it serves."
      actions={
        mayMake(me, use.createFeature) && (
          <Button icon="plus" onClick={() => setCreating(true)}>
            New feature
          </Button>
        )
      }
    >
      <div className="filters" role="search">
        <TextField
          className="search"
          label="Words or key"
          type="search"
          defaultValue={filters.get('q') ?? ''}
          onText={(q) => filters.set({ q })}
        />
        <Select label="Team" value={filters.get('team') ?? ''} onText={(team) => filters.set({ team })}>
          <option value="">All teams</option>
          {unitsOf(organization, 'TEAM').map((team) => (
            <option key={team.id} value={team.id}>
              {team.name}
            </option>
          ))}
        </Select>
        <Select label="Status" value={filters.get('status') ?? ''} onText={(status) => filters.set({ status })}>
          <option value="">Any status</option>
          {choices(featureWords).map(([status, word]) => (
            <option key={status} value={status}>
              {word}
            </option>
          ))}
        </Select>
        <Choice
          label="Only without an outcome"
          checked={unlinked}
          onChange={(event) => filters.set({ unlinked: event.target.checked ? 'true' : '', outcome: '' })}
        />
      </div>
      {picked.size > 0 && <LinkBar picked={picked} onDone={() => setPicked(new Set())} />}
      <Panel title="Features" count={query.data && `${items.length}${query.hasNextPage ? '+' : ''}`}>
        <Show query={query} lines={8}>
          {() =>
            items.length === 0 ? (
              <NoFeatures narrowed={narrowed} unlinked={unlinked} />
            ) : (
              <div className="table-wrap">
                <table className="table cards">
                  <thead>
                    <tr>
                      {mayLink && (
                        <th scope="col">
                          <input
                            type="checkbox"
                            aria-label="Choose all shown"
                            checked={all}
                            onChange={(event) => toggle(linkable, event.target.checked)}
                          />
                        </th>
                      )}
                      <th scope="col">Feature</th>
                      <th scope="col">Team</th>
                      <th scope="col">Status</th>
                      <th scope="col">Date</th>
                      <th scope="col">Waits for</th>
                      <th scope="col">Outcome</th>
                    </tr>
                  </thead>
                  <tbody>
                    {items.map((one) => (
                      <Row
                        key={one.id}
                        one={one}
                        pickable={mayLink}
                        picked={picked.has(one.id)}
                        onPick={(on) => toggle([one.id], on)}
                      />
                    ))}
                  </tbody>
                </table>
              </div>
            )
          }
        </Show>
        <More query={query} />
      </Panel>
      {creating && <NewFeature onClose={() => setCreating(false)} />}
    </Page>
  );
}

function NoFeatures({ narrowed, unlinked }: { narrowed: boolean; unlinked: boolean }) {
  const me = useMe();
  if (narrowed) return <Empty title="No feature matches">Change the words or the filters.</Empty>;
  if (unlinked) return <Empty title="No feature is without an outcome">Nothing is left to link.</Empty>;
  return (
    <Empty title="No features yet">
      {mayMake(me, use.importFiles) && 'Import them from your tracker, or make the first one here.'}
    </Empty>
  );
}

function Row({
  one,
  pickable,
  picked,
  onPick,
}: {
  one: Feature;
  pickable: boolean;
  picked: boolean;
  onPick: (on: boolean) => void;
}) {
  const changed = useChanged(one.id);
  const late = one.dependencies.filter((dependency) => dependency.broken);
  return (
    <tr className={changed ? 'is-changed' : undefined}>
      {pickable && (
        <td>
          {may(one, use.linkFeature) && (
            <input
              type="checkbox"
              aria-label={`Choose ${one.title}`}
              checked={picked}
              onChange={(event) => onPick(event.target.checked)}
            />
          )}
        </td>
      )}
      <th scope="row" className="title">
        <Link href={`/features/${one.id}`}>{one.title}</Link>
        {one.key && <span className="small quiet"> {one.key}</span>}
      </th>
      <td>{one.team?.name ?? <span className="quiet">no team</span>}</td>
      <td>
        <FeatureMark status={one.status} />
      </td>
      <td>
        <When date={one.date} />
      </td>
      <td>
        {late.length > 0 ? (
          <DependencyMark status={late[0]?.status ?? 'COMMITTED'} broken />
        ) : one.dependencies.length > 0 ? (
          <span className="quiet">{waitsFor(one)}</span>
        ) : (
          ''
        )}
      </td>
      <td>{one.outcome ? <OutcomeName id={one.outcome} /> : <span className="quiet">none</span>}</td>
    </tr>
  );
}

function OutcomeName({ id }: { id: string }) {
  // One list for all rows: a query per row would be a hundred requests.
  const outcomes = useGet('/api/roadmap/outcomes', { query: { limit: 100 } });
  const found = outcomes.data?.items.find((one) => one.id === id);
  return (
    <Link href={`/outcomes/${id}`} className="plain-link">
      {found?.title ?? 'An outcome'}
    </Link>
  );
}

function LinkBar({ picked, onDone }: { picked: ReadonlySet<string>; onDone: () => void }) {
  const filters = useFilters();
  const outcomes = useGet('/api/roadmap/outcomes', { query: { limit: 100 } });
  const [outcome, setOutcome] = useState(filters.get('to') ?? '');
  const link = useCommand('post', '/api/roadmap/features/link', {
    onDone: () => {
      toast(`${picked.size} ${picked.size === 1 ? 'feature' : 'features'} linked.`);
      onDone();
    },
  });
  return (
    <form
      className="link-bar"
      onSubmit={(event) => {
        event.preventDefault();
        if (outcome && !link.busy) link.run({ body: { outcome, features: [...picked] } });
      }}
    >
      <span className="strong" role="status">
        {picked.size} chosen{picked.size === most && `, at most ${most} at once`}
      </span>
      <select
        className="input"
        aria-label="Outcome to link them to"
        required
        value={outcome}
        onChange={(event) => setOutcome(event.target.value)}
      >
        <option value="">Choose an outcome</option>
        {outcomes.data?.items.map((one) => (
          <option key={one.id} value={one.id}>
            {quarterWords(one.quarter)} · {one.title}
          </option>
        ))}
      </select>
      <Button type="submit" kind="primary" icon="link" busy={link.busy}>
        Link
      </Button>
      <Button kind="ghost" onClick={onDone}>
        Choose none
      </Button>
      {link.problem && (
        <div className="below">
          <ProblemNotice problem={link.problem} />
        </div>
      )}
    </form>
  );
}

function NewFeature({ onClose }: { onClose: () => void }) {
  const organization = useOrganization();
  const draft = useDraft('new-feature', { title: '', team: '', date: '' });
  const create = useCommand('post', '/api/roadmap/features', {
    onDone: () => {
      draft.clear();
      toast('Created.');
      onClose();
    },
  });
  return (
    <CommandDialog
      title="New feature"
      action="Create"
      command={create}
      onClose={onClose}
      onSubmit={() =>
        create.run({
          body: {
            title: draft.value.title.trim(),
            team: draft.value.team || undefined,
            plannedDate: draft.value.date || undefined,
          },
        })
      }
    >
      <p className="quiet">What a tracker holds is better imported than typed again.</p>
      <TextField label="Title" required value={draft.value.title} onText={(title) => draft.set({ title })} />
      <Select label="Team" optional value={draft.value.team} onText={(team) => draft.set({ team })}>
        <option value="">None yet</option>
        {unitsOf(organization, 'TEAM').map((team) => (
          <option key={team.id} value={team.id}>
            {team.name}
          </option>
        ))}
      </Select>
      <TextField
        label="Planned date"
        optional
        type="date"
        value={draft.value.date}
        onText={(date) => draft.set({ date })}
      />
    </CommandDialog>
  );
}
