import { Link } from 'wouter';
import { useCommand } from '../api/command';
import type { PlaybookPage, Revision } from '../api/contract';
import { useGet } from '../api/query';
import { may, use } from '../model/can';
import { longDate } from '../model/time';
import { ButtonLink } from '../ui/Button';
import { CommandButton } from '../ui/CommandDialog';
import { Select } from '../ui/Field';
import { Ago } from '../ui/Marks';
import { Page, Panel } from '../ui/Page';
import { Prose } from '../ui/Prose';
import { Empty, Show } from '../ui/States';
import { toast } from '../ui/Toasts';
import { useFilters } from '../ui/useFilters';
import { Compared } from './Comparison';
import './history.css';
import { crumbsOf } from './PlaybookPage';

export default function HistoryPage({ id }: { id: string }) {
  const page = useGet('/api/cop/pages/{id}', { path: { id } });
  const revisions = useGet('/api/cop/pages/{id}/revisions', { path: { id } });
  return (
    <Show page query={page}>
      {(one) => (
        <Page
          title="History"
          crumbs={[...crumbsOf(one), { name: one.title, href: `/pages/${one.id}` }]}
          lead={`What was written on “${one.title}”, and by whom.`}
        >
          <Show query={revisions} lines={6}>
            {({ items }) => <Loaded one={one} revisions={items} />}
          </Show>
        </Page>
      )}
    </Show>
  );
}

function Loaded({ one, revisions }: { one: PlaybookPage; revisions: Revision[] }) {
  const filters = useFilters();
  const newest = revisions[0]?.number ?? 1;
  const shown = numberOf(filters.get('show'), newest);
  const to = numberOf(filters.get('to'), newest) ?? newest;
  const from = numberOf(filters.get('from'), newest) ?? Math.max(1, to - 1);
  return (
    <div className="columns wide-side history">
      {shown === undefined ? (
        <Panel title="What changed" actions={newest > 1 && <Which revisions={revisions} from={from} to={to} />} padded>
          {newest === 1 ? (
            <Empty title="It was written once">
              Once it is written on, what changed shows here. <Link href={`/pages/${one.id}`}>Read it</Link>
            </Empty>
          ) : (
            <Compared id={one.id} from={from} to={to} />
          )}
        </Panel>
      ) : (
        <Shown one={one} number={shown} newest={newest} />
      )}
      <Panel title="Revisions" count={revisions.length}>
        <ol className="rows">
          {revisions.map((revision) => (
            <Row key={revision.number} one={one} revision={revision} current={shown ?? to} />
          ))}
        </ol>
      </Panel>
    </div>
  );
}

function numberOf(text: string | undefined, newest: number): number | undefined {
  const number = Number(text);
  return Number.isInteger(number) && number >= 1 && number <= newest ? number : undefined;
}

function Which({ revisions, from, to }: { revisions: Revision[]; from: number; to: number }) {
  const filters = useFilters();
  const options = revisions.map(({ number, by }) => (
    <option key={number} value={number}>
      {number}, {by.name}
    </option>
  ));
  return (
    <div className="filters">
      <Select label="From revision" value={from} onText={(value) => filters.set({ from: value })}>
        {options}
      </Select>
      <Select label="to revision" value={to} onText={(value) => filters.set({ to: value, from: String(from) })}>
        {options}
      </Select>
    </div>
  );
}

function Row({ one, revision, current }: { one: PlaybookPage; revision: Revision; current: number }) {
  const { number, by, at, note } = revision;
  const here = `/pages/${one.id}/history`;
  return (
    <li aria-current={number === current ? 'true' : undefined}>
      <p className="row">
        <span className="strong">
          {number}, {by.name}
        </span>
        <span className="small quiet">
          <Ago at={at} />
        </span>
        {number === one.revision && <span className="tag">present</span>}
      </p>
      {note && <p dir="auto">{note}</p>}
      <p className="row-wide small">
        <Link href={`${here}?show=${number}`}>
          Show<span className="sr-only"> revision {number}</span>
        </Link>
        {number > 1 && (
          <Link href={`${here}?from=${number - 1}&to=${number}`}>
            What changed<span className="sr-only"> with revision {number}</span>
          </Link>
        )}
        {number < one.revision && (
          <Link href={`${here}?from=${number}&to=${one.revision}`}>
            Compare with the present<span className="sr-only">: revision {number}</span>
          </Link>
        )}
      </p>
    </li>
  );
}

function Shown({ one, number, newest }: { one: PlaybookPage; number: number; newest: number }) {
  const query = useGet('/api/cop/pages/{id}/revisions/{number}', { path: { id: one.id, number }, keep: true });
  const restore = useCommand('post', '/api/cop/pages/{id}/restore', {
    onDone: () => toast(<>Revision {number} stands there again, as the newest. Nothing of what was between is lost.</>),
  });
  return (
    <Panel
      title={`Revision ${number}`}
      note={query.data && `${query.data.by.name}, ${longDate(query.data.at)}`}
      actions={
        <>
          <ButtonLink size="small" kind="ghost" href={`/pages/${one.id}/history?from=${number}&to=${newest}`}>
            Compare with the present
          </ButtonLink>
          {number !== one.revision && may(one, use.editPage) && (
            <CommandButton
              size="small"
              icon="swap"
              action="Restore"
              command={restore}
              onRun={() => restore.run({ path: { id: one.id }, body: { revision: number, base: one.revision } })}
            >
              Restore it
            </CommandButton>
          )}
        </>
      }
      padded
    >
      <Show query={query} lines={8}>
        {(revision) => (
          <>
            <h3 className="revision-title" dir="auto">
              {revision.title}
            </h3>
            <Prose html={revision.html} label={revision.title} />
          </>
        )}
      </Show>
    </Panel>
  );
}
