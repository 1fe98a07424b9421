import type { Import, ImportRow } from '../api/contract';
import { usePages } from '../api/query';
import { cadenceWords } from '../communities/rhythm';
import { longDay } from '../model/time';
import { Select } from '../ui/Field';
import { More, Panel } from '../ui/Page';
import { Empty, Show } from '../ui/States';
import { useFilters } from '../ui/useFilters';
import { VerdictMark } from './Rows';
import { shownCount } from './reasons';

const choices = { ALL: 'All meetings', REFUSED: 'Refused', FINDINGS: 'Needs a look' } as const;

/** Each meeting beside the rhythm that was understood of it: a person has to say whether that is what was meant. */
export function Meetings({ one }: { one: Import }) {
  const filters = useFilters();
  const shown = filters.get('meetings-shown') ?? 'ALL';
  const query = usePages('/api/cop/imports/{id}/rows', {
    path: { id: one.id },
    query: {
      limit: 100,
      ...(shown === 'REFUSED' ? { verdict: 'REFUSED' } : shown === 'FINDINGS' ? { findings: true } : {}),
    },
    keep: true,
  });
  return (
    <Panel
      title="When they meet, as understood"
      count={shownCount(one, shown)}
      note={`${one.rows - one.counts.refused} of ${one.rows} rows are understood and taken.`}
      actions={
        <div className="filters">
          <Select label="Show" value={shown} onText={(value) => filters.set({ 'meetings-shown': value })}>
            {Object.entries(choices).map(([value, word]) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </Select>
        </div>
      }
    >
      <Show query={query} lines={6}>
        {({ items }) => (items.length === 0 ? <Empty title="No such row" /> : <Table rows={refusedFirst(items)} />)}
      </Show>
      <More query={query} />
    </Panel>
  );
}

function refusedFirst(rows: ImportRow[]): ImportRow[] {
  return [...rows].sort((left, right) => Number(right.verdict === 'REFUSED') - Number(left.verdict === 'REFUSED'));
}

function Table({ rows }: { rows: ImportRow[] }) {
  return (
    <div className="table-wrap">
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">Meeting</th>
            <th scope="col" className="end">
              Line
            </th>
            <th scope="col">As understood</th>
            <th scope="col">Verdict</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.line}>
              <th scope="row" className="title">
                {row.key || <span className="quiet">without a group</span>}
              </th>
              <td className="end" data-label="line">
                {row.line}
              </td>
              <td>
                <Understood row={row} />
              </td>
              <td>
                <VerdictMark verdict={row.verdict} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Understood({ row }: { row: ImportRow }) {
  const { rule, first, at, zone, minutes } = row.understood;
  return (
    <div className="understood">
      {rule && first && at && zone && minutes && (
        <p>
          {cadenceWords({ rule, first, at, zone, minutes: Number(minutes) })}
          {row.verdict !== 'UNCHANGED' && <span className="quiet">, from {longDay(first)} on</span>}
        </p>
      )}
      {row.problems.map((problem) => (
        <p key={problem.what} className={row.verdict === 'REFUSED' ? '' : 'small'}>
          <span className={row.verdict === 'REFUSED' ? 'strong' : ''}>{problem.what}</span>{' '}
          <span className="quiet">{problem.todo}</span>
        </p>
      ))}
    </div>
  );
}
