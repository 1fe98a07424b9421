import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useCommand } from '../api/command';
import type { Attached, TreeRun } from '../api/contract';
import { useChanged } from '../api/live';
import { useGet } from '../api/query';
import { may, use } from '../model/can';
import { Button, ButtonLink } from '../ui/Button';
import { CommandButton, CommandDialog } from '../ui/CommandDialog';
import { Ago } from '../ui/Marks';
import { Page, Panel } from '../ui/Page';
import { Prose } from '../ui/Prose';
import { Notice, ProblemNotice, Show } from '../ui/States';
import { toast } from '../ui/Toasts';
import { useFilters } from '../ui/useFilters';
import { Choose } from './Choose';
import { Steps } from './Records';
import { RunButton } from './RunButton';
import { SubjectTitle } from './SubjectTitle';
import './trees.css';
import { aboutIn, type Subject, subjects } from './words';

export default function RunPage({ id }: { id: string }) {
  const query = useGet('/api/cop/runs/{id}', { path: { id } });
  return (
    <Show page query={query}>
      {(run) => <Loaded run={run} />}
    </Show>
  );
}

function Loaded({ run }: { run: TreeRun }) {
  const changed = useChanged(run.id);
  const about = aboutIn(useFilters().get('about'));
  const mine = may(run, use.answerRun) || may(run, use.attachRun);
  const shown = run.about.some((one) => !one.takenAway);
  return (
    <Page
      title={run.tree.name}
      crumbs={[
        { name: 'Communities', href: '/communities' },
        { name: 'The tree', href: `/trees/${run.tree.id}` },
      ]}
      lead={
        about && (
          <>
            About <SubjectTitle subject={about} />
          </>
        )
      }
    >
      <div className={`run ${changed ? 'is-changed' : ''}`}>
        {mine && !shown && (
          <Notice icon="lock">
            <p>
              <span className="strong">Only you see this.</span> It is forgotten 30 days after your last answer, unless
              you attach what comes of it to something.
            </p>
          </Notice>
        )}
        {run.question && may(run, use.answerRun) && <Question run={run} question={run.question} />}
        {run.end && <End run={run} end={run.end} about={about} />}
        {!run.question && !run.end && (
          <Notice icon="cross">It was taken away by whoever attached it; what it says is theirs alone again.</Notice>
        )}
        {run.about.length > 0 && <AttachedTo run={run} />}
      </div>
    </Page>
  );
}

/** One question at a time. What was answered so far stands beneath, and each answer can be given anew. */
function Question({ run, question }: { run: TreeRun; question: NonNullable<TreeRun['question']> }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const answer = useCommand('post', '/api/cop/runs/{id}/answers');
  const back = useCommand('post', '/api/cop/runs/{id}/back');
  const { step } = question;
  // Who answered hears the next question; the first one is read with the page.
  const seen = useRef(step);
  useEffect(() => {
    if (seen.current !== step) heading.current?.focus();
    seen.current = step;
  }, [step]);
  const choose = (index: number) => {
    if (!answer.busy && !back.busy) answer.run({ path: { id: run.id }, body: { step, answer: index } });
  };
  const chooses = useRef(choose);
  chooses.current = choose;
  const count = question.answers.length;
  useEffect(() => {
    const keys = (event: KeyboardEvent) => {
      if (event.altKey || event.ctrlKey || event.metaKey || document.querySelector('dialog[open]')) return;
      if (event.target instanceof Element && event.target.closest('input, textarea, select')) return;
      const index = Number(event.key) - 1;
      if (Number.isInteger(index) && index >= 0 && index < count) chooses.current(index);
    };
    window.addEventListener('keydown', keys);
    return () => window.removeEventListener('keydown', keys);
  }, [count]);
  return (
    <section className="panel asked" aria-label={`Question ${step + 1}`}>
      <p className="label">Question {step + 1}</p>
      <h2 ref={heading} tabIndex={-1} dir="auto">
        {question.text}
      </h2>
      {question.help && (
        <p className="help" dir="auto">
          {question.help}
        </p>
      )}
      <ol className="answers">
        {question.answers.map((text, index) => (
          <li key={text}>
            <button type="button" className="button answer" onClick={() => choose(index)}>
              <span className="key" aria-hidden="true">
                {index + 1}
              </span>
              <span dir="auto">{text}</span>
            </button>
          </li>
        ))}
      </ol>
      <ProblemNotice problem={answer.problem ?? back.problem} />
      {step > 0 && (
        <div className="so-far">
          <div className="spread">
            <p className="label">So far</p>
            <Button
              size="small"
              busy={back.busy}
              onClick={() => back.run({ path: { id: run.id }, body: { step: step - 1 } })}
            >
              Back
            </Button>
          </div>
          <Steps
            run={run}
            beside={(index) => (
              <Button
                size="small"
                kind="ghost"
                onClick={() => back.run({ path: { id: run.id }, body: { step: index } })}
              >
                Answer again<span className="sr-only"> {run.steps[index]?.question}</span>
              </Button>
            )}
          />
        </div>
      )}
    </section>
  );
}

function End({ run, end, about }: { run: TreeRun; end: NonNullable<TreeRun['end']>; about: Subject | undefined }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [choosing, setChoosing] = useState(false);
  const [attaching, setAttaching] = useState<Subject | undefined>();
  const back = useCommand('post', '/api/cop/runs/{id}/back');
  const goesBack = may(run, use.answerRun);
  const attaches = may(run, use.attachRun);
  useEffect(() => {
    if (goesBack) heading.current?.focus({ preventScroll: true });
  }, [goesBack]);
  const open = about && !run.about.some((one) => one.kind === about.kind && one.id === about.id && !one.takenAway);
  return (
    <section className="panel asked reached" aria-label="The end">
      <p className="label">What to do</p>
      <h2 ref={heading} tabIndex={-1} dir="auto">
        {end.outcome}
      </h2>
      {end.html && <Prose html={end.html} label="How" />}
      {attaches && (
        <div className="row attach">
          {open && (
            <Button kind="primary" icon="link" onClick={() => setAttaching(about)}>
              Attach it to {subjects[about.kind]?.name.replace(/^an? /, 'the ')}
            </Button>
          )}
          <Button icon={open ? undefined : 'link'} onClick={() => setChoosing(true)}>
            {open ? 'Attach it to something else' : 'Attach it to …'}
          </Button>
          {about && <ButtonLink href={`${subjects[about.kind]?.href}/${about.id}`}>Back to it</ButtonLink>}
        </div>
      )}
      <div className="so-far">
        <p className="label">What was asked and answered</p>
        <Steps
          run={run}
          beside={
            goesBack
              ? (index) => (
                  <Button
                    size="small"
                    kind="ghost"
                    busy={back.busy}
                    onClick={() => back.run({ path: { id: run.id }, body: { step: index } })}
                  >
                    Answer again<span className="sr-only"> {run.steps[index]?.question}</span>
                  </Button>
                )
              : undefined
          }
        />
        <ProblemNotice problem={back.problem} />
      </div>
      {attaches && (
        <p className="small">
          <RunButton id={run.tree.id} about={about} plain size="small">
            Begin anew
          </RunButton>
        </p>
      )}
      {choosing && (
        <Choose
          onClose={() => setChoosing(false)}
          onChoose={(subject) => {
            setChoosing(false);
            setAttaching(subject);
          }}
        />
      )}
      {attaching && <Attach run={run} to={attaching} onClose={() => setAttaching(undefined)} />}
    </section>
  );
}

/** Says who will see it before it is seen. */
function Attach({ run, to, onClose }: { run: TreeRun; to: Subject; onClose: () => void }) {
  const attach = useCommand('post', '/api/cop/runs/{id}/attach', {
    onDone: () => {
      toast('Attached. It stands there with your name.');
      onClose();
    },
  });
  return (
    <CommandDialog
      title="Attach this run"
      action="Attach"
      command={attach}
      onClose={onClose}
      onSubmit={() => attach.run({ path: { id: run.id }, body: { kind: to.kind, id: to.id } })}
    >
      <p>
        To: <SubjectTitle subject={to} />
      </p>
      <p>
        From now on everybody who sees the tree sees your answers there, word for word, and that you attached them. You
        can take it away again, but not unsay it: the event log keeps what was told.
      </p>
    </CommandDialog>
  );
}

function AttachedTo({ run }: { run: TreeRun }) {
  return (
    <Panel title="Attached to">
      <ul className="rows">
        {run.about.map((one) => (
          <li key={`${one.kind} ${one.id}`} className="spread">
            <div>
              <p>
                <SubjectTitle subject={one} />
              </p>
              <AttachedBy one={one} />
            </div>
            {may(run, use.detachRun) && !one.takenAway && <TakeAway run={run} one={one} />}
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function AttachedBy({ one, children }: { one: Attached; children?: ReactNode }) {
  return (
    <p className="small quiet">
      {one.by.name} attached it <Ago at={one.at} />
      {one.takenAway && (
        <>
          {' '}
          and took it away <Ago at={one.takenAway} />
        </>
      )}
      {children}
    </p>
  );
}

function TakeAway({ run, one }: { run: TreeRun; one: Attached }) {
  const detach = useCommand('post', '/api/cop/runs/{id}/detach', {
    onDone: () => toast('Taken away. That it was here stays written.'),
  });
  return (
    <CommandButton
      size="small"
      kind="ghost"
      action="Take it away"
      command={detach}
      onRun={() => detach.run({ path: { id: run.id }, body: { kind: one.kind, id: one.id } })}
    >
      Take it away
    </CommandButton>
  );
}
