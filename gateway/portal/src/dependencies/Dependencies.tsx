import { Link } from 'wouter';
import { useGet, usePages } from '../api/query';
import { unitsOf, useMe, useOrganization } from '../app/me';
import { show } from '../app/overlay';
import { WaitGraph } from '../charts/WaitGraph';
import { mayMake, use } from '../model/can';
import { choices, dependencyWords, oneOf } from '../model/words';
import { Button } from '../ui/Button';
import { Choice, Select } from '../ui/Field';
import { More, Page, Panel, Tabs } from '../ui/Page';
import { Empty, Show } from '../ui/States';
import { useFilters } from '../ui/useFilters';
import { Board } from './Board';
import './dependencies.css';
import { urgentFirst } from './order';
import { DependencyTable } from './parts';

export default function Dependencies() {
  const filters = useFilters();
  const asks = mayMake(useMe(), use.proposeDependency);
  const view = filters.get('view') ?? 'list';
  return (
    <Page
      title="Dependencies"
      lead="Who waits for whom, and until when."
      actions={
        asks && (
          <Button icon="plus" onClick={() => show({ kind: 'ask' })}>
            Ask another team
          </Button>
        )
      }
    >
      <Tabs
        label="Views"
        tabs={[
          { name: 'List', href: '/dependencies', current: view === 'list' },
          { name: 'Board by sprint', href: '/dependencies?view=board', current: view === 'board' },
          { name: 'Who waits for whom', href: '/dependencies?view=graph', current: view === 'graph' },
        ]}
      />
      {view === 'board' ? <BoardView /> : view === 'graph' ? <GraphView /> : <ListView />}
    </Page>
  );
}

function ListView() {
  const asks = mayMake(useMe(), use.proposeDependency);
  const filters = useFilters();
  const organization = useOrganization();
  const broken = filters.get('broken') === 'true';
  const narrowed = {
    team: filters.get('team'),
    role: filters.get('team') ? filters.get('role') : undefined,
    status: oneOf(dependencyWords, filters.get('status')),
    limit: 100,
  };
  // The service begins with what has no day: the late ones are asked for apart, or an import would bury them.
  const late = usePages('/api/team/dependencies', { query: { ...narrowed, broken: true }, keep: true });
  const all = usePages('/api/team/dependencies', { query: narrowed, enabled: !broken, keep: true });
  const query = broken || late.isLoading || late.error ? late : all;
  const filtered = filters.get('team') || filters.get('status') || broken;
  return (
    <>
      <div className="filters" role="search">
        <Select label="Team" value={filters.get('team') ?? ''} onText={(team) => filters.set({ team })}>
          <option value="">All teams</option>
          {unitsOf(organization, 'TEAM').map((team) => (
            <option key={team.id} value={team.id}>
              {team.name}
            </option>
          ))}
        </Select>
        {filters.get('team') && (
          <Select label="Which way" value={filters.get('role') ?? ''} onText={(role) => filters.set({ role })}>
            <option value="">Both ways</option>
            <option value="consumer">It waits</option>
            <option value="producer">It delivers</option>
          </Select>
        )}
        <Select label="Status" value={filters.get('status') ?? ''} onText={(status) => filters.set({ status })}>
          <option value="">Any status</option>
          {choices(dependencyWords).map(([status, word]) => (
            <option key={status} value={status}>
              {word}
            </option>
          ))}
        </Select>
        <Choice
          label="Only late or broken"
          checked={broken}
          onChange={(event) => filters.set({ broken: event.target.checked ? 'true' : '' })}
        />
      </div>
      <Panel
        title="Dependencies"
        count={query.data && `${query.data.items.length}${query.hasNextPage ? '+' : ''}`}
        note={
          query.hasNextPage && !broken ? (
            <>
              The late ones first. What is due when, among more than fit here, is on the{' '}
              <Link href="/dependencies?view=board">board by sprint</Link>.
            </>
          ) : undefined
        }
      >
        <Show query={query} lines={6}>
          {({ items }) =>
            items.length > 0 ? (
              <DependencyTable items={urgentFirst(late.data?.items ?? [], items)} />
            ) : filtered ? (
              <Empty
                title="Nothing matches these filters"
                action={
                  <Button onClick={() => filters.set({ team: '', status: '', broken: '', role: '' })}>
                    Clear the filters
                  </Button>
                }
              />
            ) : (
              <Empty
                title="Nobody waits for anybody"
                action={
                  asks && (
                    <Button icon="plus" onClick={() => show({ kind: 'ask' })}>
                      Ask another team
                    </Button>
                  )
                }
              >
                Teams ask each other for what they need, and imports bring features with the teams they depend on.
              </Empty>
            )
          }
        </Show>
        <More query={query} />
      </Panel>
    </>
  );
}

function useBoard() {
  const filters = useFilters();
  const organization = useOrganization();
  const current = organization?.currentSprint;
  const from = Number(filters.get('from')) || (current ?? 1);
  const to = Number(filters.get('to')) || from + 5;
  const area = filters.get('area');
  const board = useGet('/api/team/boards/dependencies', {
    query: { from, to, area },
    enabled: organization !== undefined,
    keep: true,
  });
  const areas = unitsOf(organization, 'AREA');
  const filter = areas.length > 0 && (
    <Select label="Area" value={area ?? ''} onText={(value) => filters.set({ area: value })}>
      <option value="">All areas</option>
      {areas.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name}
        </option>
      ))}
    </Select>
  );
  return { board, from, to, current, filters, filter };
}

function BoardView() {
  const { board, from, to, current, filters, filter } = useBoard();
  const shift = (by: number) => filters.set({ from: String(Math.max(1, from + by)), to: String(Math.max(6, to + by)) });
  return (
    <>
      <div className="filters">
        {filter}
        <div className="row">
          <Button size="small" aria-label="Earlier sprints" onClick={() => shift(-3)}>
            Earlier
          </Button>
          <Button size="small" aria-label="Later sprints" onClick={() => shift(3)}>
            Later
          </Button>
          {filters.get('from') && (
            <Button size="small" kind="ghost" onClick={() => filters.set({ from: '', to: '' })}>
              Now
            </Button>
          )}
        </div>
      </div>
      <Show query={board}>{(data) => <Board board={data} current={current} />}</Show>
    </>
  );
}

function GraphView() {
  const { board, filter } = useBoard();
  return (
    <>
      {filter && <div className="filters">{filter}</div>}
      <Panel
        title="Who waits for whom"
        note="Open dependencies. The wider the band, the more of them; red where a commitment is late."
        padded
      >
        <Show query={board}>
          {(data) =>
            data.edges.length > 0 ? <WaitGraph edges={data.edges} /> : <Empty title="Nobody waits for anybody." />
          }
        </Show>
      </Panel>
    </>
  );
}
