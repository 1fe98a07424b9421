import type { Import, ImportRow, Verdict } from '../api/contract';
import { useGet, usePages } from '../api/query';
import { oneOf, verdictWords } from '../model/words';
import { Select } from '../ui/Field';
import { Mark } from '../ui/Marks';
import { More, Panel } from '../ui/Page';
import { Empty, Show, Skeleton } from '../ui/States';
import { useFilters } from '../ui/useFilters';
import { type Imported, isKind, type Kind, kinds, kindWords, services } from './order';
import { commonReasons, type Reason, shownCount } from './reasons';

/** Meetings have a view of their own, where each is beside what was understood of it. */
const listedHere = kinds.filter((kind) => kind !== 'meetings');

/** What many rows are refused for is said once: mostly it is the file, and one change mends them all. */
export function useReasons(imports: Imported): Reason[] {
  const catalog = useRefused('catalog', imports);
  const features = useRefused('features', imports);
  const communities = useRefused('communities', imports);
  return [...catalog, ...features, ...communities];
}

function useRefused(kind: Kind, imports: Imported): Reason[] {
  const one = imports[kind];
  const refused = useGet(`/api/${services[kind]}/imports/{id}/rows`, {
    path: { id: one?.id ?? '' },
    query: { verdict: 'REFUSED', limit: 100 },
    enabled: (one?.counts.refused ?? 0) > 0,
  });
  return commonReasons(one, refused.data?.items ?? []);
}

export function Rows({ imports, reasons }: { imports: Imported; reasons: Reason[] }) {
  const filters = useFilters();
  const all = listedHere.map((kind) => imports[kind]).filter((one) => one !== undefined);
  const looked = all.some((one) => one.counts.finding + one.counts.refused > 0);
  // What needs a look comes first; hundreds of rows that go as expected are one choice away.
  const verdict = filters.get('verdict') ?? (looked ? 'FINDINGS' : 'ALL');
  const file = filters.get('file');
  const catalog = useRows('catalog', imports, verdict, file);
  const features = useRows('features', imports, verdict, file);
  const communities = useRows('communities', imports, verdict, file);
  const queries = [catalog, features, communities];
  const failed = queries.find((query) => query.error);
  const shown = all.filter((one) => !file || file === one.kind);
  const rows = [
    ...rowsOf(imports.catalog, catalog.data?.items),
    ...rowsOf(imports.features, features.data?.items),
    ...rowsOf(imports.communities, communities.data?.items),
  ].filter(({ of }) => shown.includes(of));
  if (all.length === 0) return null;
  return (
    <Panel
      title="Row by row"
      count={shown.reduce((total, one) => total + shownCount(one, verdict), 0)}
      actions={
        <div className="filters">
          {all.length > 1 && (
            <Select label="File" value={file ?? ''} onText={(value) => filters.set({ file: value })}>
              <option value="">All of them</option>
              {all.map((one) => (
                <option key={one.kind} value={one.kind}>
                  {wordOf(one)}
                </option>
              ))}
            </Select>
          )}
          <Select label="Verdict" value={verdict} onText={(value) => filters.set({ verdict: value })}>
            <option value="ALL">All rows</option>
            <option value="FINDINGS">Needs a look</option>
            {Object.entries(verdictWords).map(([value, word]) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </Select>
        </div>
      }
    >
      {queries.some((query) => query.isLoading) ? (
        <Skeleton />
      ) : failed ? (
        <Show query={failed}>{() => null}</Show>
      ) : rows.length === 0 ? (
        <Empty title="No such row" />
      ) : (
        <div className="table-wrap">
          <table className="table cards">
            <thead>
              <tr>
                <th scope="col">Row</th>
                <th scope="col">File</th>
                <th scope="col" className="end">
                  Line
                </th>
                <th scope="col">Verdict</th>
                <th scope="col">What is wrong, and what to do</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(({ row, of }) => (
                <RowView
                  key={`${of.id} ${row.line} ${row.key}`}
                  row={row}
                  of={of}
                  said={reasons.filter((reason) => reason.file === of.file).map((reason) => reason.what)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <More query={queries.find((query) => query.hasNextPage) ?? catalog} />
    </Panel>
  );
}

function useRows(kind: Kind, imports: Imported, verdict: string, file: string | undefined) {
  const one = imports[kind];
  const judged = verdict === 'FINDINGS' ? { findings: true } : { verdict: oneOf(verdictWords, verdict) };
  return usePages(`/api/${services[kind]}/imports/{id}/rows`, {
    path: { id: one?.id ?? '' },
    query: { ...judged, limit: 50 },
    enabled: one !== undefined && (!file || file === kind),
    keep: true,
  });
}

function rowsOf(of: Import | undefined, rows: ImportRow[] = []) {
  return of ? rows.map((row) => ({ row, of })) : [];
}

/** One file may hold two of them. */
function wordOf({ kind, file }: Import): string {
  return isKind(kind) ? `${kindWords[kind]}, ${file}` : file;
}

const verdictLooks: Record<Verdict, Parameters<typeof Mark>[0]> = {
  CREATE: { tone: 'good', icon: 'plus', children: null },
  UPDATE: { tone: 'accent', icon: 'swap', children: null },
  UNCHANGED: { icon: 'check', children: null },
  REFUSED: { tone: 'bad', icon: 'off', children: null },
  SKIPPED: { icon: 'chevron', children: null },
};

export function VerdictMark({ verdict }: { verdict: Verdict }) {
  return <Mark {...verdictLooks[verdict]}>{verdictWords[verdict] ?? verdict}</Mark>;
}

/** @param said what stands above the rows already */
function RowView({ row, of, said }: { row: ImportRow; of: Import; said: string[] }) {
  return (
    <tr>
      <th scope="row" className="title">
        {row.key || <span className="quiet">without a key</span>}
      </th>
      <td className="quiet">{wordOf(of)}</td>
      <td className="end" data-label="line">
        {row.line}
      </td>
      <td>
        <VerdictMark verdict={row.verdict} />
      </td>
      <td>
        <ul>
          {row.problems.map((problem) => (
            <li key={problem.what}>
              {said.includes(problem.what) ? (
                <span className="quiet">for the reason above</span>
              ) : (
                <>
                  {problem.what} <span className="quiet">{problem.todo}</span>
                </>
              )}
            </li>
          ))}
        </ul>
      </td>
    </tr>
  );
}
