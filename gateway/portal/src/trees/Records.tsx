import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import type { TreeRun } from '../api/contract';
import { useGet, usePages } from '../api/query';
import { Button, ButtonLink } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Ago } from '../ui/Marks';
import { More, Panel } from '../ui/Page';
import { Empty, Show } from '../ui/States';
import { RunButton } from './RunButton';
import './trees.css';
import { aboutOf, type Subject, sizeOf } from './words';

export function Steps({ run, beside }: { run: TreeRun; beside?: ((index: number) => ReactNode) | undefined }) {
  return (
    <ol className="steps">
      {run.steps.map((step, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a step is known by its place
        <li key={index} className="spread">
          <div dir="auto">
            <p className="quiet">{step.question}</p>
            <p className="strong">{step.answer}</p>
          </div>
          {beside?.(index)}
        </li>
      ))}
    </ol>
  );
}

/** What is attached to something, as far as it is not taken away, the last first: for those who offer it further. */
export function useRecords(subject: Subject) {
  const query = useGet('/api/cop/records', { query: { about: aboutOf(subject) } });
  const since = (run: TreeRun) => attachedTo(run, subject)?.at ?? '';
  const held = (query.data?.items ?? [])
    .filter((run) => attachedTo(run, subject)?.takenAway === undefined)
    .sort((one, other) => since(other).localeCompare(since(one)));
  return { query, held };
}

function attachedTo(run: TreeRun, { kind, id }: Subject) {
  return run.about.find((one) => one.kind === kind && one.id === id);
}

/** What decision trees advised about something, and the way to run one. */
export function Records({ subject, old, closed }: { subject: Subject; old?: boolean; closed?: boolean }) {
  const { query } = useRecords(subject);
  const [choosing, setChoosing] = useState(false);
  const run = (
    <Button size="small" icon="chevron" onClick={() => setChoosing(true)}>
      Run a decision tree
    </Button>
  );
  if (closed && query.data?.items.length === 0) return null;
  return (
    <Panel title="Decision trees" count={query.data?.items.length || undefined} actions={!closed && run}>
      <Show query={query} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className={`none ${old ? '' : 'quiet'}`}>
              {old
                ? 'It has been in the way for long. A decision tree takes two minutes, and ends with one next step; nobody else sees your answers unless you attach them.'
                : 'No run is attached. Whoever runs a tree is seen by nobody, unless they attach it here.'}
            </p>
          ) : (
            <ul className="rows">
              {items.map((one) => (
                <Record key={one.id} run={one} subject={subject} />
              ))}
            </ul>
          )
        }
      </Show>
      {choosing && <ChooseTree subject={subject} onClose={() => setChoosing(false)} />}
    </Panel>
  );
}

function Record({ run, subject }: { run: TreeRun; subject: Subject }) {
  const attached = attachedTo(run, subject);
  if (!attached) return null;
  if (attached.takenAway || !run.end) {
    return (
      <li className="small quiet">
        {attached.by.name} took away a run of “{run.tree.name}” {attached.takenAway && <Ago at={attached.takenAway} />}.
      </li>
    );
  }
  return (
    <li>
      <details className="record">
        <summary>
          <span dir="auto">
            <span className="strong">{run.end.outcome}</span>
            <span className="small quiet record-meta">
              {run.tree.name} · {attached.by.name}, <Ago at={attached.at} />
            </span>
          </span>
        </summary>
        <Steps run={run} />
        <Link href={`/runs/${run.id}`} className="small">
          Open the record
        </Link>
      </details>
    </li>
  );
}

function ChooseTree({ subject, onClose }: { subject: Subject; onClose: () => void }) {
  const query = usePages('/api/cop/trees', { query: { limit: 50 } });
  return (
    <Dialog title="Run a decision tree" onClose={onClose}>
      <div className="stack">
        <p className="quiet">One question after the other. Nobody else sees your answers, unless you attach them.</p>
        <Show query={query} lines={4}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty
                title="No tree is published yet"
                action={
                  <ButtonLink href="/communities" icon="community">
                    Communities
                  </ButtonLink>
                }
              >
                Communities draft and publish them; a lead can take some from the starter shelf.
              </Empty>
            ) : (
              <ul className="rows">
                {items.map((tree) => (
                  <li key={tree.id} className="spread">
                    <div className="grow">
                      <p className="strong" dir="auto">
                        {tree.title}
                      </p>
                      {tree.summary && (
                        <p className="small" dir="auto">
                          {tree.summary}
                        </p>
                      )}
                      <p className="small quiet">
                        {tree.community.name} · {sizeOf(tree)}
                      </p>
                    </div>
                    <RunButton id={tree.id} about={subject} plain size="small">
                      Run<span className="sr-only"> {tree.title}</span>
                    </RunButton>
                  </li>
                ))}
              </ul>
            )
          }
        </Show>
        <More query={query} />
      </div>
    </Dialog>
  );
}
