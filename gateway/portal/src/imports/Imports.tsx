import { useEffect, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { useCommand } from '../api/command';
import type { Import } from '../api/contract';
import { useGet } from '../api/query';
import { useMe } from '../app/me';
import { ImportList, ImportMark } from '../home/AdministratorHome';
import { administers, may, use } from '../model/can';
import { listed, sentence } from '../model/words';
import { Button } from '../ui/Button';
import { DropArea } from '../ui/DropArea';
import { Page, Panel } from '../ui/Page';
import { Notice, ProblemNotice, Skeleton } from '../ui/States';
import { useFilters } from '../ui/useFilters';
import { useApply, useExpected } from './applying';
import { kindsOf } from './files';
import './imports.css';
import { MappingForm } from './MappingForm';
import { Meetings } from './Meetings';
import { type Imported, isKind, type Kind, kinds, kindWords, services } from './order';
import { Rows, useReasons } from './Rows';

/**
 * All files at once, one report. Three services take part, but nobody has to know: what others refer to goes first, the
 * others are checked again and follow. Which imports are shown is in the URL, so that a reload or another day goes on where
 * this stopped.
 */
export default function Imports() {
  const filters = useFilters();
  const communities = administers(useMe());
  const { imports, loading } = useImports();
  const [reading, setReading] = useState(false);
  const started = kinds.some((kind) => filters.get(kind) !== undefined);
  const expecting = useExpected(imports, filters.get('apply') === 'true');
  const reasons = useReasons(imports);
  return (
    <Page
      title="Import"
      lead={`The organization${communities ? ' and its communities' : ''} from a Backstage catalog, features from a tracker's CSV export${communities ? ', and when communities meet from a list of meetings' : ''}. Nothing is written before you have seen what would happen, and repeating it makes nothing twice.`}
    >
      <Drop
        communities={communities}
        onGiven={setReading}
        onChecked={(checked) => filters.set({ [checked.kind]: checked.id, apply: undefined })}
      />
      {started ? (
        <>
          <Report imports={imports} loading={reading || loading || expecting.busy} />
          <ProblemNotice problem={expecting.problem} />
          {reasons.map((reason) => (
            <Notice key={`${reason.file} ${reason.what}`} tone="bad" icon="off">
              <p className="strong">
                {reason.rows} of {reason.of} rows of {reason.file} are refused for one reason: {reason.what}
              </p>
              <p>{reason.todo}</p>
            </Notice>
          ))}
          {kinds.map((kind) => {
            const one = imports[kind];
            return one && <MappingForm key={`${one.id} ${one.version}`} one={one} />;
          })}
          {imports.meetings && <Meetings one={imports.meetings} />}
          <Rows imports={imports} reasons={reasons} />
        </>
      ) : (
        <Panel title="Earlier imports">
          <ImportList />
        </Panel>
      )}
    </Page>
  );
}

function useImports(): { imports: Imported; loading: boolean } {
  const catalog = useImport('catalog');
  const features = useImport('features');
  const communities = useImport('communities');
  const meetings = useImport('meetings');
  const imports = useMemo(
    () => ({
      catalog: catalog.data,
      features: features.data,
      communities: communities.data,
      meetings: meetings.data,
    }),
    [catalog.data, features.data, communities.data, meetings.data],
  );
  return { imports, loading: [catalog, features, communities, meetings].some((query) => query.isLoading) };
}

function useImport(kind: Kind) {
  const id = useFilters().get(kind);
  const [moving, setMoving] = useState(false);
  const query = useGet(`/api/${services[kind]}/imports/{id}`, {
    path: { id: id ?? '' },
    enabled: id !== undefined,
    refetchInterval: moving ? 700 : false,
  });
  const applying = query.data?.status === 'APPLYING';
  useEffect(() => setMoving(applying), [applying]);
  return query;
}

/** What a program calls a file's type: CSV and YAML are not always told apart by the browser. */
const types: Record<Kind, string> = {
  catalog: 'text/yaml',
  communities: 'text/yaml',
  features: 'text/csv',
  meetings: 'text/csv',
};

/** @param onGiven whether a file is being read right now: until all are, nothing can be applied */
function Drop({
  communities,
  onGiven,
  onChecked,
}: {
  communities: boolean;
  onGiven: (reading: boolean) => void;
  onChecked: (checked: Import) => void;
}) {
  const [unknown, setUnknown] = useState<string[]>([]);
  const give = {
    catalog: useCommand('post', '/api/team/imports', { onDone: onChecked }),
    features: useCommand('post', '/api/roadmap/imports', { onDone: onChecked }),
    communities: useCommand('post', '/api/cop/imports', { onDone: onChecked }),
    meetings: useCommand('post', '/api/cop/imports', { onDone: onChecked }),
  };
  const [waiting, setWaiting] = useState<{ kind: Kind; file: File }[]>([]);
  const take = async (files: File[]) => {
    const found = await Promise.all(files.map(async (file) => ({ file, is: await kindsOf(file, communities) })));
    setUnknown(found.filter(({ is }) => is.length === 0).map(({ file }) => file.name));
    setWaiting((before) => [...before, ...found.flatMap(({ file, is }) => is.map((kind) => ({ kind, file })))]);
  };
  const sending = kinds.some((kind) => give[kind].busy);
  // One after the other: the gateway takes few large bodies of one person at a time.
  useEffect(() => {
    const [first, ...others] = waiting;
    if (!first || sending) return;
    setWaiting(others);
    const { kind, file } = first;
    give[kind].run({ query: { kind, file: file.name }, raw: typed(file, types[kind]) });
  });
  const busy = sending || waiting.length > 0;
  useEffect(() => onGiven(busy), [busy, onGiven]);
  return (
    <DropArea label="Files to import" onFiles={(files) => void take(files)}>
      <label htmlFor="files" className="strong">
        Drop the files here, or choose them: <code>.yaml</code> for the organization{communities && ' and communities'},{' '}
        <code>.csv</code> for features{communities && ' or meetings'}, up to 10 MB each.
      </label>
      {communities && (
        <p className="small quiet">A list of meetings has a column with the group, and one that says how often.</p>
      )}
      <input
        id="files"
        type="file"
        multiple
        accept=".yaml,.yml,.csv,text/yaml,text/csv"
        disabled={busy}
        onChange={(event) => {
          void take([...(event.target.files ?? [])]);
          event.target.value = '';
        }}
      />
      <div role="status">{busy && 'Reading and checking…'}</div>
      {unknown.length > 0 && (
        <Notice tone="bad" icon="off">
          {unknown.join(', ')} cannot be imported: choose a .yaml catalog or a .csv export.
        </Notice>
      )}
      {kinds.map((kind) => (
        <ProblemNotice key={kind} problem={give[kind].problem} />
      ))}
    </DropArea>
  );
}

function typed(file: File, type: string): File {
  return new File([file], file.name, { type, lastModified: file.lastModified });
}

const amountWords: Record<string, string> = { needs: 'needs of other teams' };

function Report({ imports, loading }: { imports: Imported; loading: boolean }) {
  const all = kinds.map((kind) => imports[kind]).filter((one) => one !== undefined);
  const filters = useFilters();
  const { apply, running, problem } = useApply(imports);
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
      note={listed([...new Set(all.map((one) => one.file))])}
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
            <b>{rows}</b> {rows === 1 ? 'row' : 'rows'}
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
              {isKind(one.kind) ? kindWords[one.kind] : one.kind}
              <span className="quiet">{one.file}</span> <ImportMark one={one} />
              {all.length > 1 && !moving && one.status !== 'APPLIED' && (
                <Button size="small" kind="ghost" icon="cross" onClick={() => filters.set({ [one.kind]: undefined })}>
                  Leave out<span className="sr-only"> {isKind(one.kind) ? kindWords[one.kind] : one.kind}</span>
                </Button>
              )}
              {one.problem && <span className="age red">{one.problem}</span>}
            </li>
          ))}
        </ul>
        {all.length > 1 && !applied && (
          <p className="small quiet">
            They are applied in this order. Each was checked against what those before it are about to bring.
          </p>
        )}
        <ProblemNotice problem={problem} retry={apply} />
      </div>
    </Panel>
  );
}
