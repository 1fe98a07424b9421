import { usePages } from '../api/query';
import { unitsOf, useMe, useOrganization } from '../app/me';
import { show } from '../app/overlay';
import { AgeChart } from '../charts/AgeChart';
import { mayMake, use } from '../model/can';
import { choices, levelWords, oneOf } from '../model/words';

import { Button } from '../ui/Button';
import { Select, TextField } from '../ui/Field';
import { More, Page, Panel } from '../ui/Page';
import { Empty, NothingOpen, Show } from '../ui/States';
import { useFilters } from '../ui/useFilters';
import './impediments.css';
import { ImpedimentTable } from './parts';

const stateNames = { OPEN: 'Open', RESOLVED: 'Resolved' };

export default function Impediments() {
  const filters = useFilters();
  const me = useMe();
  const organization = useOrganization();
  const state = filters.get('state') ?? 'OPEN';
  const sort = filters.get('sort') ?? 'age';
  const query = usePages('/api/team/impediments', {
    query: {
      team: filters.get('team'),
      level: oneOf(levelWords, filters.get('level')),
      q: filters.get('q'),
      state: oneOf(stateNames, state),
      sort,
      limit: 50,
    },
    keep: true,
  });
  const open = (query.data?.items ?? []).filter((one) => one.state === 'OPEN');
  return (
    <Page
      title="Impediments"
      lead="What is in somebody's way, and who is on it."
      actions={
        mayMake(me, use.raiseImpediment) && (
          <Button icon="plus" onClick={() => show({ kind: 'raise', team: filters.get('team') })}>
            Raise one
          </Button>
        )
      }
    >
      <div className="filters" role="search">
        <TextField
          className="search"
          label="Words"
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
        <Select label="Level" value={filters.get('level') ?? ''} onText={(level) => filters.set({ level })}>
          <option value="">Any level</option>
          {choices(levelWords).map(([level, word]) => (
            <option key={level} value={level}>
              {word}
            </option>
          ))}
        </Select>
        <Select label="State" value={state} onText={(value) => filters.set({ state: value === 'OPEN' ? '' : value })}>
          <option value="OPEN">Open</option>
          <option value="RESOLVED">Resolved</option>
          <option value="ALL">Open and resolved</option>
        </Select>
        <Select label="Order" value={sort} onText={(value) => filters.set({ sort: value === 'age' ? '' : value })}>
          <option value="age">Oldest first</option>
          <option value="recent">Newest first</option>
        </Select>
      </div>
      {open.length > 1 && (
        <Panel title="Open by age" padded>
          <AgeChart items={open} />
        </Panel>
      )}
      <Panel
        title={state === 'RESOLVED' ? 'Resolved' : state === 'ALL' ? 'All' : 'Open'}
        count={query.data && `${query.data.items.length}${query.hasNextPage ? '+' : ''}`}
      >
        <Show query={query} lines={6}>
          {({ items }) =>
            items.length > 0 ? (
              <ImpedimentTable items={items} />
            ) : filters.get('q') || filters.get('team') || filters.get('level') ? (
              <Empty
                title="Nothing matches these filters"
                action={
                  <Button onClick={() => filters.set({ q: '', team: '', level: '', state: '' })}>
                    Clear the filters
                  </Button>
                }
              />
            ) : (
              <NothingOpen title="Nothing open." checkedAt={query.dataUpdatedAt} />
            )
          }
        </Show>
        <More query={query} />
      </Panel>
    </Page>
  );
}
