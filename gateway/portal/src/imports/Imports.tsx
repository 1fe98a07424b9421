import { type DragEvent, useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import { call } from '../api/client';
import { useCommand } from '../api/command';
import type { Import, ImportRow, Verdict } from '../api/contract';
import { Problem } from '../api/problem';
import { queryClient, useGet, usePages } from '../api/query';
import { ImportList, ImportMark } from '../home/AdministratorHome';
import { may, use } from '../model/can';
import { oneOf, sentence, verdictWords } from '../model/words';
import { Button } from '../ui/Button';
import { Select } from '../ui/Field';
import { Mark } from '../ui/Marks';
import { More, Page, Panel } from '../ui/Page';
import { Empty, Notice, ProblemNotice, Show, Skeleton } from '../ui/States';
import { useFilters } from '../ui/useFilters';
import './imports.css';
import { MappingForm } from './MappingForm';
import { next } from './order';
import { commonReasons, type Reason, shownCount } from './reasons';

/**
 * Both files at once, one report. Two services take part, but nobody has to know: the organization goes first, the
 * features that refer to it are checked again and follow. Which imports are shown is in the URL, so that a reload or
 * another day goes on where this stopped.
 */
export default function Imports() {
  const filters = useFilters();
  const catalog = useImport('team', filters.get('catalog'));
  const features = useImport('roadmap', filters.get('features'));
  const [reading, setReading] = useState(false);
  const started = filters.get('catalog') !== undefined || filters.get('features') !== undefined;
  const expecting = useExpectedTeams(catalog.data, features.data, filters.get('apply') === 'true');
  const reasons = useReasons(catalog.data, features.data);
  return (
    <Page
      title="Import"
      lead="The organization from a Backstage catalog, features from a tracker's CSV export. Nothing is written before you have seen what would happen, and repeating it makes nothing twice."
    >
      <Drop
        onGiven={setReading}
        onChecked={(checked) => filters.set({ [checked.kind]: checked.id, apply: undefined })}
      />
      {started ? (
        <>
          <Report
            catalog={catalog.data}
            features={features.data}
            loading={reading || catalog.isLoading || features.isLoading || expecting.busy}
          />
          <ProblemNotice problem={expecting.problem} />
          {reasons.map((reason) => (
            <Notice key={`${reason.file} ${reason.what}`} tone="bad" icon="off">
              <p className="strong">
                {reason.rows} of {reason.of} rows of {reason.file} are refused for one reason: {reason.what}
              </p>
              <p>{reason.todo}</p>
            </Notice>
          ))}
          {[catalog.data, features.data].map(
            (one) => one && <MappingForm key={`${one.id} ${one.version}`} one={one} />,
          )}
          <Rows catalog={catalog.data} features={features.data} reasons={reasons} />
        </>
      ) : (
        <Panel title="Earlier imports">
          <ImportList />
        </Panel>
      )}
    </Page>
  );
}

type Service = 'team' | 'roadmap';

function useImport(service: Service, id: string | undefined) {
  const [moving, setMoving] = useState(false);
  const query = useGet(service === 'team' ? '/api/team/imports/{id}' : '/api/roadmap/imports/{id}', {
    path: { id: id ?? '' },
    enabled: id !== undefined,
    refetchInterval: moving ? 700 : false,
  });
  const applying = query.data?.status === 'APPLYING';
  useEffect(() => setMoving(applying), [applying]);
  return query;
}

type Kind = Import['kind'];

function kindOf(file: File): Kind | undefined {
  if (/\.(ya?ml)$/i.test(file.name)) return 'catalog';
  return /\.csv$/i.test(file.name) ? 'features' : undefined;
}

/** @param onGiven whether a file is being read right now: until all are, nothing can be applied */
function Drop({ onGiven, onChecked }: { onGiven: (reading: boolean) => void; onChecked: (checked: Import) => void }) {
  const [over, setOver] = useState(false);
  const [unknown, setUnknown] = useState<string[]>([]);
  const catalog = useCommand('post', '/api/team/imports', { onDone: onChecked });
  const features = useCommand('post', '/api/roadmap/imports', { onDone: onChecked });
  const take = (files: FileList | null) => {
    const strange: string[] = [];
    for (const file of files ?? []) {
      const kind = kindOf(file);
      if (kind === 'catalog') {
        catalog.run({ query: { kind, file: file.name }, raw: typed(file, 'text/yaml') });
      } else if (kind === 'features') {
        features.run({ query: { kind, file: file.name }, raw: typed(file, 'text/csv') });
      } else {
        strange.push(file.name);
      }
    }
    setUnknown(strange);
  };
  const busy = catalog.busy || features.busy;
  useEffect(() => onGiven(busy), [busy, onGiven]);
  const onDrop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
    <section
      className="drop"
      aria-label="Files to import"
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <label htmlFor="files" className="strong">
        Drop the files here, or choose them: <code>.yaml</code> for the organization, <code>.csv</code> for features, up
        to 10 MB each.
      </label>
      <input
        id="files"
        type="file"
        multiple
        accept=".yaml,.yml,.csv,text/yaml,text/csv"
        disabled={busy}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = '';
        }}
      />
      <div role="status">{busy && 'Reading and checking…'}</div>
      {unknown.length > 0 && (
        <Notice tone="bad" icon="off">
          {unknown.join(', ')} cannot be imported: choose a .yaml catalog or a .csv export.
        </Notice>
      )}
      <ProblemNotice problem={catalog.problem} />
      <ProblemNotice problem={features.problem} />
    </section>
  );
}

function typed(file: File, type: string): File {
  return new File([file], file.name, { type, lastModified: file.lastModified });
}

const amountWords: Record<string, string> = { needs: 'needs of other teams' };

function Report({
  catalog,
  features,
  loading,
}: {
  catalog: Import | undefined;
  features: Import | undefined;
  loading: boolean;
}) {
  const all = [catalog, features].filter((one) => one !== undefined);
  const { apply, running, problem } = useApply(catalog, features);
  if (all.length === 0 || loading) return loading ? <Skeleton /> : null;
  const sum = (pick: (one: Import) => number) => all.reduce((total, one) => total + pick(one), 0);
  const rows = sum((one) => one.rows);
  const done = sum((one) => (one.status === 'APPLIED' ? one.rows : one.done));
  const applied = all.every((one) => one.status === 'APPLIED');
  const possible = all.some((one) => may(one, use.applyImport) || may(one, use.mapImport));
  const moving = running || all.some((one) => one.status === 'APPLYING');
  return (
    <Panel
      title={applied ? 'What was imported' : 'What would happen'}
      note={all.map((one) => one.file).join(' and ')}
      padded
      actions={
        !applied &&
        (possible || moving) && (
          <Button kind="primary" icon="import" busy={moving} onClick={apply}>
            {moving ? 'Applying…' : 'Apply'}
          </Button>
        )
      }
    >
      <div className="stack">
        <p className="tally">
          <span>
            <b>{rows}</b> rows
          </span>
          <span>
            <b>{sum((one) => one.counts.create)}</b> {applied ? 'created' : 'to create'}
          </span>
          <span>
            <b>{sum((one) => one.counts.update)}</b> {applied ? 'updated' : 'to update'}
          </span>
          <span>
            <b>{sum((one) => one.counts.unchanged)}</b> unchanged
          </span>
          <span className={sum((one) => one.counts.refused) > 0 ? 'age red' : undefined}>
            <b>{sum((one) => one.counts.refused)}</b> refused
          </span>
          {sum((one) => one.counts.skipped) > 0 && (
            <span>
              <b>{sum((one) => one.counts.skipped)}</b> left out
            </span>
          )}
          <span>
            <b>{sum((one) => one.counts.finding)}</b> with a remark
          </span>
          {all
            .flatMap((one) => Object.entries(one.amounts))
            .map(([name, amount]) => (
              <span key={name}>
                <b>{amount}</b> {amountWords[name] ?? sentence(name.replaceAll(/([A-Z])/g, ' $1')).toLowerCase()}
              </span>
            ))}
        </p>
        {all.some((one) => (one.amounts.needs ?? 0) > 0) && (
          <p className="small quiet">
            {applied ? (
              <>
                Each need of a feature that is not finished stands as a proposal among the{' '}
                <Link href="/dependencies">dependencies</Link>, until the other team answers.
              </>
            ) : (
              'Each need of a feature that is not finished becomes a dependency, proposed to the other team.'
            )}
          </p>
        )}
        {moving && (
          <div>
            <progress className="sr-only" max={rows} value={done} aria-label="Rows applied" />
            <span className="meter">
              <span style={{ width: `${rows === 0 ? 0 : (done / rows) * 100}%` }} />
            </span>
            <p className="small quiet" role="status">
              {done} of {rows} rows. You can leave this page; it goes on, and its address leads back here.
            </p>
          </div>
        )}
        <ul className="row-wide small">
          {all.map((one) => (
            <li key={one.id} className="row">
              {one.file} <ImportMark one={one} />
              {one.problem && <span className="age red">{one.problem}</span>}
            </li>
          ))}
        </ul>
        {catalog && features && !applied && (
          <p className="small quiet">
            The organization goes first, then the features; they were checked against the teams that the organization is
            about to bring.
          </p>
        )}
        <ProblemNotice problem={problem} retry={apply} />
      </div>
    </Panel>
  );
}

/** As long as the organization is not written, features are checked against the teams that it is about to bring. */
function useExpectedTeams(catalog: Import | undefined, features: Import | undefined, applying: boolean) {
  const asked = useRef<string | undefined>(undefined);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | undefined>();
  useEffect(() => {
    const pair = `${catalog?.id} ${features?.id}`;
    if (applying || asked.current === pair || !catalog || !features || !mayExpect(catalog, features)) return;
    asked.current = pair;
    setBusy(true);
    expectTeams(catalog, features)
      .catch((cause: unknown) => setProblem(cause instanceof Problem ? cause : undefined))
      .finally(() => setBusy(false));
  }, [catalog, features, applying]);
  return { busy, problem };
}

function mayExpect(catalog: Import, features: Import): boolean {
  const checked = catalog.status === 'CHECKED' && features.status === 'CHECKED';
  return checked && features.counts.refused > 0 && catalog.counts.create > 0 && may(features, use.mapImport);
}

async function expectTeams(catalog: Import, features: Import) {
  const expectedTeams: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await call('get', '/api/team/imports/{id}/rows', {
      path: { id: catalog.id },
      query: { verdict: 'CREATE', limit: 100, cursor },
    });
    expectedTeams.push(...page.items.map((row) => row.key));
    cursor = page.next;
  } while (cursor !== undefined && expectedTeams.length < mostExpected);
  await mapAgain('roadmap', features, { ...features.mapping, expectedTeams: expectedTeams.slice(0, mostExpected) });
}

/** As many as a mapping takes. */
const mostExpected = 2000;

async function mapAgain(service: Service, one: Import, mapping: Import['mapping']): Promise<Import> {
  const mapped = await call('put', `/api/${service}/imports/{id}/mapping`, {
    path: { id: one.id },
    body: mapping,
    headers: conditions(one.version),
  });
  await lookAgain(service);
  return mapped;
}

function lookAgain(service: Service) {
  return queryClient.invalidateQueries({
    predicate: ({ queryKey }) => String(queryKey[0]).startsWith(`/api/${service}/imports`),
  });
}

function conditions(version: number) {
  return { 'If-Match': `"${version}"`, 'Idempotency-Key': crypto.randomUUID() };
}

/** The organization first, then the features, checked again against what has just arrived. */
function useApply(catalog: Import | undefined, features: Import | undefined) {
  const filters = useFilters();
  const wanted = filters.get('apply') === 'true';
  const step = useRef<string | undefined>(undefined);
  const [problem, setProblem] = useState<Problem | undefined>();
  const stop = filters.set;

  useEffect(() => {
    if (!wanted || problem) return;
    const todo = next(catalog, features);
    if (todo === 'wait') return;
    if (todo === 'done') {
      stop({ apply: undefined });
      return;
    }
    const one = todo === 'team' ? catalog : features;
    if (!one || step.current === one.id) return;
    step.current = one.id;
    start(todo, one, todo === 'roadmap' && catalog !== undefined).catch((cause: unknown) => {
      step.current = undefined;
      setProblem(cause instanceof Problem ? cause : undefined);
    });
  }, [wanted, problem, catalog, features, stop]);

  return {
    running: wanted && !problem,
    problem,
    apply: () => {
      setProblem(undefined);
      step.current = undefined;
      filters.set({ apply: 'true' });
    },
  };
}

async function start(service: Service, one: Import, checkAgain: boolean) {
  let { version } = one;
  if (checkAgain || one.status === 'FAILED') {
    const mapping = checkAgain ? { ...one.mapping, expectedTeams: [] } : one.mapping;
    version = (await mapAgain(service, one, mapping)).version;
  }
  await call('post', `/api/${service}/imports/{id}/apply`, { path: { id: one.id }, headers: conditions(version) });
  await lookAgain(service);
}

/** What many rows are refused for is said once: mostly it is the file, and one change mends them all. */
function useReasons(catalog: Import | undefined, features: Import | undefined): Reason[] {
  const query = { verdict: 'REFUSED', limit: 100 } as const;
  const first = useGet('/api/team/imports/{id}/rows', {
    path: { id: catalog?.id ?? '' },
    query,
    enabled: (catalog?.counts.refused ?? 0) > 0,
  });
  const second = useGet('/api/roadmap/imports/{id}/rows', {
    path: { id: features?.id ?? '' },
    query,
    enabled: (features?.counts.refused ?? 0) > 0,
  });
  return [...commonReasons(catalog, first.data?.items ?? []), ...commonReasons(features, second.data?.items ?? [])];
}

function Rows({
  catalog,
  features,
  reasons,
}: {
  catalog: Import | undefined;
  features: Import | undefined;
  reasons: Reason[];
}) {
  const filters = useFilters();
  const looked = [catalog, features].some((one) => one !== undefined && one.counts.finding + one.counts.refused > 0);
  // What needs a look comes first; hundreds of rows that go as expected are one choice away.
  const verdict = filters.get('verdict') ?? (looked ? 'FINDINGS' : 'ALL');
  const file = filters.get('file');
  const judged = verdict === 'FINDINGS' ? { findings: true } : { verdict: oneOf(verdictWords, verdict) };
  const of = (one: Import | undefined, kind: Kind) => one !== undefined && (!file || file === kind);
  const first = usePages('/api/team/imports/{id}/rows', {
    path: { id: catalog?.id ?? '' },
    query: { ...judged, limit: 50 },
    enabled: of(catalog, 'catalog'),
    keep: true,
  });
  const second = usePages('/api/roadmap/imports/{id}/rows', {
    path: { id: features?.id ?? '' },
    query: { ...judged, limit: 50 },
    enabled: of(features, 'features'),
    keep: true,
  });
  const rows = [
    ...(of(catalog, 'catalog') ? (first.data?.items ?? []).map((row) => ({ row, file: catalog?.file ?? '' })) : []),
    ...(of(features, 'features') ? (second.data?.items ?? []).map((row) => ({ row, file: features?.file ?? '' })) : []),
  ];
  const more = first.hasNextPage ? first : second;
  const shown = [of(catalog, 'catalog') && catalog, of(features, 'features') && features].filter((one) => !!one);
  return (
    <Panel
      title="Row by row"
      count={shown.reduce((total, one) => total + shownCount(one, verdict), 0)}
      actions={
        <div className="filters">
          {catalog && features && (
            <Select label="File" value={file ?? ''} onText={(value) => filters.set({ file: value })}>
              <option value="">Both files</option>
              <option value="catalog">{catalog.file}</option>
              <option value="features">{features.file}</option>
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
      {first.isLoading || second.isLoading ? (
        <Skeleton />
      ) : first.error || second.error ? (
        <Show query={first.error ? first : second}>{() => null}</Show>
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
              {rows.map(({ row, file: name }) => (
                <RowView
                  key={`${name} ${row.line} ${row.key}`}
                  row={row}
                  file={name}
                  said={reasons.filter((reason) => reason.file === name).map((reason) => reason.what)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <More query={more} />
    </Panel>
  );
}

const verdictLooks: Record<Verdict, Parameters<typeof Mark>[0]> = {
  CREATE: { tone: 'good', icon: 'plus', children: null },
  UPDATE: { tone: 'accent', icon: 'swap', children: null },
  UNCHANGED: { icon: 'check', children: null },
  REFUSED: { tone: 'bad', icon: 'off', children: null },
  SKIPPED: { icon: 'chevron', children: null },
};

/** @param said what stands above the rows already */
function RowView({ row, file, said }: { row: ImportRow; file: string; said: string[] }) {
  return (
    <tr>
      <th scope="row" className="title">
        {row.key || <span className="quiet">without a key</span>}
      </th>
      <td className="quiet">{file}</td>
      <td className="end" data-label="line">
        {row.line}
      </td>
      <td>
        <Mark {...verdictLooks[row.verdict]}>{verdictWords[row.verdict] ?? row.verdict}</Mark>
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
