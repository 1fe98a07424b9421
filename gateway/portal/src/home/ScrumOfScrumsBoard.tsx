import { useLayoutEffect, useRef } from 'react';
import { Link } from 'wouter';
import type { ScrumOfScrumsBoard as BoardView, Dependency, Impediment } from '../api/contract';
import { useChanged } from '../api/live';
import { useGet } from '../api/query';
import { useOrganization } from '../app/me';
import { Dates } from '../dependencies/parts';
import { may, use } from '../model/can';
import { ButtonLink } from '../ui/Button';
import { Age, DependencyMark, LevelMark, Mark, When } from '../ui/Marks';
import { Page, Panel } from '../ui/Page';
import { NothingOpen, Show } from '../ui/States';
import './home.css';

/** The agenda, compiled: nobody prepares it, everybody sees the same. */
export default function ScrumOfScrumsBoard({ id }: { id: string }) {
  const query = useGet('/api/team/boards/scrum-of-scrums/{id}', { path: { id } });
  return (
    <Show page query={query}>
      {(board) => <Agenda board={board} checkedAt={query.dataUpdatedAt} />}
    </Show>
  );
}

function Agenda({ board, checkedAt }: { board: BoardView; checkedAt: number }) {
  const busy = board.teams.filter((one) => one.open > 0);
  const idle = board.teams.filter((one) => one.open === 0);
  const nothing = board.newSince.length + board.overdue.length + board.commitments.length + board.promises.length === 0;
  return (
    <Page title={board.sos.name} lead="Today's agenda, compiled from what the teams have said.">
      {nothing && (
        <Panel title="Agenda">
          <NothingOpen title="Nothing to talk about." checkedAt={checkedAt} />
        </Panel>
      )}
      <Impediments title="New since last time" items={board.newSince} />
      <Impediments title="Overdue" items={board.overdue} />
      <Commitments items={board.commitments} />
      <Impediments title="Promises due" items={board.promises} />
      <Panel title="Who delivers when" note="Due in a sprint, and how many of them late">
        <Matrix board={board} />
      </Panel>
      <Panel title="Teams">
        <ul className="rows">
          {busy
            .sort((one, other) => (other.oldestAgeDays ?? 0) - (one.oldestAgeDays ?? 0))
            .map((one) => (
              <li key={one.team.id} className="spread">
                <Link href={`/units/${one.team.id}`} className="plain-link strong">
                  {one.team.name}
                </Link>
                <span className="row-wide">
                  <span>{one.open} open</span>
                  {one.oldestAgeDays !== undefined && <Age days={one.oldestAgeDays} label="oldest " />}
                </span>
              </li>
            ))}
          {idle.length > 0 && (
            <li className="small quiet">Nothing open: {idle.map((one) => one.team.name).join(', ')}</li>
          )}
          {board.teamsWithoutScrumMaster.length > 0 && (
            <li className="row">
              <Mark tone="warn" icon="person">
                No Scrum Master
              </Mark>
              {board.teamsWithoutScrumMaster.map((team) => (
                <Link key={team.id} href={`/units/${team.id}`}>
                  {team.name}
                </Link>
              ))}
            </li>
          )}
        </ul>
      </Panel>
    </Page>
  );
}

function Impediments({ title, items }: { title: string; items: Impediment[] }) {
  if (items.length === 0) return null;
  return (
    <Panel title={title} count={items.length}>
      <div className="table-wrap">
        <table className="table cards">
          <thead>
            <tr>
              <th scope="col">Item</th>
              <th scope="col">Who speaks</th>
              <th scope="col" className="end">
                Age
              </th>
              <th scope="col">Held by</th>
              <th scope="col">Next step</th>
              <th scope="col">
                <span className="sr-only">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <ImpedimentItem key={one.id} one={one} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function ImpedimentItem({ one }: { one: Impediment }) {
  const changed = useChanged(one.id);
  return (
    <tr className={changed ? 'is-changed' : undefined}>
      <th scope="row" className="title">
        <Link href={`/impediments/${one.id}`}>{one.title}</Link>
      </th>
      <td>{one.team.name}</td>
      <td className="end">
        <Age days={one.ageDays} />
      </td>
      <td>
        {one.answer?.promisedFor ? (
          <Mark tone={one.answer.broken ? 'bad' : 'good'} icon="promise">
            {one.answer.broken ? 'promise broken, was for' : 'promised for'} <When date={one.answer.promisedFor} />
          </Mark>
        ) : (
          <LevelMark level={one.level} />
        )}
      </td>
      <td className="next-step">{one.nextStep}</td>
      <td className="actions">
        {may(one, use.escalateImpediment) && (
          <ButtonLink size="small" href={`/impediments/${one.id}?do=escalate`} aria-label={`Escalate: ${one.title}`}>
            Escalate
          </ButtonLink>
        )}{' '}
        {may(one, use.resolveImpediment) && (
          <ButtonLink size="small" href={`/impediments/${one.id}?do=resolve`} aria-label={`Resolve: ${one.title}`}>
            Resolve
          </ButtonLink>
        )}
      </td>
    </tr>
  );
}

function Commitments({ items }: { items: Dependency[] }) {
  if (items.length === 0) return null;
  return (
    <Panel title="Broken or changed commitments" count={items.length}>
      <div className="table-wrap">
        <table className="table cards">
          <thead>
            <tr>
              <th scope="col">Item</th>
              <th scope="col">From, to</th>
              <th scope="col">State</th>
              <th scope="col">Needed by</th>
              <th scope="col">Committed by</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {items.map((one) => (
              <CommitmentItem key={one.id} one={one} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}

function CommitmentItem({ one }: { one: Dependency }) {
  const changed = useChanged(one.id);
  return (
    <tr className={changed ? 'is-changed' : undefined}>
      <th scope="row" className="title">
        <Link href={`/dependencies/${one.id}`}>{one.title}</Link>
      </th>
      <td>
        {one.producer.name} to {one.consumer.name}
      </td>
      <td>
        <DependencyMark status={one.status} broken={one.broken} />
      </td>
      <Dates one={one} />
      <td className="next-step">{one.brokenReason}</td>
    </tr>
  );
}

function Matrix({ board }: { board: BoardView }) {
  const { sprints, rows } = board.matrix;
  const current = useOrganization()?.currentSprint;
  const late = new Set(rows.flatMap((row) => row.cells.filter((cell) => cell.late > 0).map((cell) => cell.sprint)));
  const opening = sprints.find((sprint) => sprint === current || late.has(sprint));
  const region = useRef<HTMLDivElement>(null);
  // Where it does not fit, it opens at what matters: the first sprint with something late, or the present one.
  useLayoutEffect(() => {
    const names = region.current?.querySelector<HTMLElement>('th');
    const column = region.current?.querySelector<HTMLElement>(`[data-sprint="${opening}"]`);
    if (region.current && names && column) region.current.scrollLeft = column.offsetLeft - names.offsetWidth;
  }, [opening]);
  if (rows.length === 0) return <NothingOpen title="Nothing is due." checkedAt={Date.now()} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard
    <div ref={region} className="table-wrap" tabIndex={0} role="region" aria-label="Producer by sprint">
      <table className="matrix table">
        <thead>
          <tr>
            <th scope="col">Sprint</th>
            {sprints.map((sprint) => (
              <th key={sprint} scope="col" data-sprint={sprint} data-current={sprint === current || undefined}>
                {sprint}
                {sprint === current && <span className="now"> now</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.team.id}>
              <th scope="row">
                <Link href={`/units/${row.team.id}`} className="plain-link">
                  {row.team.name}
                </Link>
              </th>
              {sprints.map((sprint) => {
                const cell = row.cells.find((one) => one.sprint === sprint);
                if (!cell || cell.due === 0) {
                  return (
                    <td key={sprint} className="none">
                      <span aria-hidden="true">·</span>
                      <span className="sr-only">none</span>
                    </td>
                  );
                }
                return (
                  <td key={sprint} className={cell.late > 0 ? 'late' : undefined}>
                    {cell.due}
                    {cell.late > 0 && <span className="nowrap">, {cell.late} late</span>}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
