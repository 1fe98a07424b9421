import { Link } from 'wouter';
import type { BoardDependency, DependencyBoard } from '../api/contract';
import { useChanged } from '../api/live';
import { dayAndMonth } from '../model/time';
import { dependencyWords } from '../model/words';
import { Icon } from '../ui/Icon';
import { Empty } from '../ui/States';

/** A row per delivering team, a column per sprint: what each has to hand over when. */
export function Board({ board, current }: { board: DependencyBoard; current: number | undefined }) {
  const byCell = new Map(board.cells.map((cell) => [`${cell.team} ${cell.sprint}`, cell.dependencies]));
  const busy = board.teams.filter((team) =>
    board.cells.some((cell) => cell.team === team.id && cell.dependencies.length > 0),
  );
  const idle = board.teams.filter((team) => !busy.includes(team));
  if (busy.length === 0) return <Empty title="Nothing is due in these sprints." />;
  return (
    <section className="panel" aria-label="Board by sprint">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reachable by keyboard */}
      <div className="table-wrap" tabIndex={0} role="region" aria-label="Dependencies by delivering team and sprint">
        <table className="board">
          <thead>
            <tr>
              <th scope="col">Delivering team</th>
              {board.sprints.map((sprint) => (
                <th key={sprint.number} scope="col" data-current={sprint.number === current || undefined}>
                  Sprint {sprint.number}
                  {sprint.number === current && <span className="now"> now</span>}
                  <small>
                    {dayAndMonth(sprint.start)} to {dayAndMonth(sprint.end)}
                  </small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {busy.map((team) => (
              <tr key={team.id}>
                <th scope="row">
                  <Link href={`/units/${team.id}`} className="plain-link">
                    {team.name}
                  </Link>
                </th>
                {board.sprints.map((sprint) => (
                  <td key={sprint.number} data-current={sprint.number === current || undefined}>
                    <ul>
                      {(byCell.get(`${team.id} ${sprint.number}`) ?? []).map((one) => (
                        <Card key={one.id} one={one} />
                      ))}
                    </ul>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {board.undated > 0 && (
        <footer className="small quiet">
          {board.undated} without a day {board.undated === 1 ? 'stands' : 'stand'} in no sprint; the list has them.
        </footer>
      )}
      {idle.length > 0 && (
        <footer className="small quiet">Nothing due: {idle.map((team) => team.name).join(', ')}</footer>
      )}
    </section>
  );
}

function Card({ one }: { one: BoardDependency }) {
  const changed = useChanged(one.id);
  return (
    <li className={`card ${one.broken ? 'broken' : one.status.toLowerCase()} ${changed ? 'is-changed' : ''}`}>
      <Link href={`/dependencies/${one.id}`}>{one.title}</Link>
      <span className="card-foot">
        <Icon
          name={
            one.broken
              ? 'off'
              : one.status === 'COMMITTED'
                ? 'promise'
                : one.status === 'PROPOSED'
                  ? 'question'
                  : one.status === 'COUNTERED'
                    ? 'swap'
                    : one.status === 'DECLINED'
                      ? 'cross'
                      : 'check'
          }
        />
        {one.broken ? 'Late' : dependencyWords[one.status]} · for {one.consumer.name}
      </span>
    </li>
  );
}
