import { type FormEvent, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useCommand } from '../api/command';
import type { Gathering } from '../api/contract';
import { useChanged } from '../api/live';
import { useGet, usePages } from '../api/query';
import { may, use } from '../model/can';
import { clockTime, shortDate, weekdayAndDay } from '../model/time';
import { Button } from '../ui/Button';
import { CommandConflict } from '../ui/CommandDialog';
import { Select, TextArea, TextField } from '../ui/Field';
import { Page, Panel } from '../ui/Page';
import { ProblemNotice, Show } from '../ui/States';
import { useDraft } from '../ui/useDraft';
import { Agenda } from './Agenda';
import './communities.css';
import { Deviation, Replan } from './Dates';
import { GatheringMark } from './parts';
import { onlyIf } from './unrelated';

export default function GatheringPage({ id }: { id: string }) {
  const query = useGet('/api/cop/gatherings/{id}', { path: { id } });
  return (
    <Show page query={query}>
      {(one) => <Loaded one={one} />}
    </Show>
  );
}

function Loaded({ one }: { one: Gathering }) {
  const changed = useChanged(one.id);
  const { id, name } = one.community;
  const zone = useGet('/api/cop/communities/{id}', { path: { id } }).data?.cadence?.zone;
  const of = { id, zone, mayPlan: may(one, use.planGatherings), mayRun: may(one, use.runGathering) };
  return (
    <Page
      title={`Gathering on ${weekdayAndDay(one.start)}`}
      crumbs={[
        { name: 'Communities', href: '/communities' },
        { name, href: `/communities/${id}` },
        { name: 'Gatherings', href: `/communities/${id}/gatherings` },
      ]}
      marks={
        <>
          <span className="strong">
            {clockTime(Date.parse(one.start))}–{clockTime(Date.parse(one.end))}
          </span>
          <GatheringMark one={one} asks={false} />
          <Deviation of={of} one={one} />
        </>
      }
      actions={<Replan of={of} one={one} />}
    >
      <Attendance one={one} />
      <div className={`columns wide-side ${changed ? 'is-changed' : ''}`}>
        <div className="stack">
          <Agenda one={one} />
          <Notes one={one} />
        </div>
        <div className="stack">
          <Carried one={one} />
          <Actions one={one} />
        </div>
      </div>
    </Page>
  );
}

/** Before: who comes, as a count. Afterwards: how many were there. Nobody is named. */
function Attendance({ one }: { one: Gathering }) {
  if (one.state === 'CANCELLED') return null;
  return Date.parse(one.start) <= Date.now() ? <Held one={one} /> : <WhoComes one={one} />;
}

function WhoComes({ one }: { one: Gathering }) {
  const come = useCommand('put', '/api/cop/gatherings/{id}/coming');
  const say = (coming: boolean) => come.run({ path: { id: one.id }, body: { coming } });
  return (
    <section className="panel attendance" aria-label="Who comes">
      <p>
        <strong>{one.coming}</strong> {one.coming === 1 ? 'is coming' : 'are coming'}
      </p>
      {may(one, use.comeToGathering) && (
        <div className="row">
          <Button
            icon={one.iCome === true ? 'check' : undefined}
            kind={one.iCome === true ? 'primary' : undefined}
            aria-pressed={one.iCome === true}
            busy={come.busy}
            onClick={() => say(true)}
          >
            I'm coming
          </Button>
          <Button
            icon={one.iCome === false ? 'check' : undefined}
            aria-pressed={one.iCome === false}
            busy={come.busy}
            onClick={() => say(false)}
          >
            Not this time
          </Button>
        </div>
      )}
      <p className="small quiet">Only the count is shown; nobody sees who it is.</p>
      <ProblemNotice problem={come.problem} />
    </section>
  );
}

function Held({ one }: { one: Gathering }) {
  const [correcting, setCorrecting] = useState(false);
  const [count, setCount] = useState(String(one.attended ?? ''));
  const hold = useCommand('post', '/api/cop/gatherings/{id}/held', { onDone: () => setCorrecting(false) });
  const runs = may(one, use.runGathering);
  const noted = one.attended !== undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!hold.busy) hold.run({ path: { id: one.id }, body: { attended: Number(count) } });
  };
  return (
    <section className="panel attendance" aria-label="Whether it took place">
      {noted && (
        <p>
          It took place: <strong>{one.attended}</strong> {one.attended === 1 ? 'was there' : 'were there'}
        </p>
      )}
      {!noted && !runs && <p>Nobody has noted yet whether it took place.</p>}
      {runs && (!noted || correcting) && (
        <form className="row" onSubmit={submit}>
          <label htmlFor="attended">{noted ? 'How many were there?' : 'Did it take place? How many were there?'}</label>
          <input
            id="attended"
            className="input narrow-input"
            type="number"
            required
            min={1}
            max={10000}
            value={count}
            onChange={(event) => setCount(event.target.value)}
          />
          <Button type="submit" kind="primary" busy={hold.busy}>
            {noted ? 'Save' : 'It took place'}
          </Button>
        </form>
      )}
      {runs && noted && !correcting && (
        <Button size="small" kind="ghost" onClick={() => setCorrecting(true)}>
          Correct the count
        </Button>
      )}
      {runs && <p className="small quiet">A count is enough; no names are kept.</p>}
      <ProblemNotice problem={hold.problem} />
    </section>
  );
}

/** What was agreed on earlier and is still to do: it comes back until it is done. */
function Carried({ one }: { one: Gathering }) {
  if (one.carried.length === 0) return null;
  return (
    <Panel title="Still to do from earlier" count={one.carried.length}>
      <ul className="rows">
        {one.carried.map((each) => (
          <ActionRow
            key={`${each.gathering} ${each.id}`}
            gathering={each.gathering}
            action={{ ...each, done: false }}
            mayRun={may(one, use.runGathering)}
          >
            <Link href={`/communities/${one.community.id}/gatherings/${each.gathering}`}>{shortDate(each.on)}</Link>
          </ActionRow>
        ))}
      </ul>
    </Panel>
  );
}

function Actions({ one }: { one: Gathering }) {
  const runs = may(one, use.runGathering);
  return (
    <Panel title="Actions" count={one.actions.length}>
      {one.actions.length === 0 && (
        <p className="quiet none">
          {runs ? 'What you agree on to do comes back until it is done.' : 'None was agreed on.'}
        </p>
      )}
      <ul className="rows">
        {one.actions.map((action) => (
          <ActionRow key={action.id} gathering={one.id} action={action} mayRun={runs} />
        ))}
        {runs && (
          <li>
            <NewAction one={one} />
          </li>
        )}
      </ul>
    </Panel>
  );
}

function ActionRow({
  gathering,
  action,
  mayRun,
  children,
}: {
  gathering: string;
  action: Gathering['actions'][number];
  mayRun: boolean;
  children?: React.ReactNode;
}) {
  const finish = useCommand('post', '/api/cop/gatherings/{id}/actions/{action}/done');
  const reopen = useCommand('post', '/api/cop/gatherings/{id}/actions/{action}/reopen');
  const running = action.done ? reopen : finish;
  return (
    <li>
      <div className="spread">
        <label className="choice action">
          <input
            type="checkbox"
            checked={action.done}
            disabled={!mayRun || finish.busy || reopen.busy}
            onChange={() => running.run({ path: { id: gathering, action: action.id } })}
          />
          <span className={action.done ? 'struck' : ''}>{action.text}</span>
        </label>
        <span className="row small quiet">
          {action.owner ? action.owner.name : 'nobody yet'}
          {children}
        </span>
      </div>
      <ProblemNotice problem={running.problem} />
    </li>
  );
}

function NewAction({ one }: { one: Gathering }) {
  const members = usePages('/api/cop/communities/{id}/members', {
    path: { id: one.community.id },
    query: { limit: 100 },
  });
  const draft = useDraft(`action.${one.id}`, { text: '', owner: '' });
  const { text, owner } = draft.value;
  const agree = useCommand('post', '/api/cop/gatherings/{id}/actions', { onDone: draft.clear });
  return (
    <form
      className="stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        if (agree.busy) return;
        agree.run({ path: { id: one.id }, body: { text: text.trim(), ...(owner ? { owner } : {}) } });
      }}
    >
      <TextField
        label="What is to be done?"
        required
        maxLength={200}
        value={text}
        onText={(value) => draft.set({ text: value })}
      />
      <div className="attended">
        <Select label="Who does it?" value={owner} onText={(value) => draft.set({ owner: value })}>
          <option value="">Nobody yet</option>
          {members.data?.items.map(({ person }) => (
            <option key={person.id} value={person.id}>
              {person.name}
            </option>
          ))}
        </Select>
        <Button type="submit" icon="plus" busy={agree.busy}>
          Agree
        </Button>
      </div>
      <ProblemNotice problem={agree.problem} />
    </form>
  );
}

function Notes({ one }: { one: Gathering }) {
  const runs = may(one, use.runGathering);
  if (runs) return <NotesForm one={one} />;
  return (
    <Panel title="Notes" padded>
      {one.notes ? <p className="prose notes">{one.notes}</p> : <p className="quiet">Nobody has written notes yet.</p>}
    </Panel>
  );
}

/** Until something is typed it shows what others write; from then on it keeps what is typed until it is saved. */
function NotesForm({ one }: { one: Gathering }) {
  const draft = useDraft<{ text?: string | undefined; base?: Gathering | undefined }>(`notes.${one.id}`, {});
  const { text, base = one } = draft.value;
  const note = useCommand('put', '/api/cop/gatherings/{id}/notes', { onDone: draft.clear });
  const command = onlyIf(note, (now: Gathering) => now.notes !== base.notes);
  const { unrelated, repeatOn } = command;
  useEffect(() => {
    if (unrelated !== undefined) repeatOn(unrelated);
  });
  return (
    <Panel title="Notes" padded>
      <form
        className="stack-s"
        onSubmit={(event) => {
          event.preventDefault();
          if (note.busy || text === undefined) return;
          note.run({ path: { id: one.id }, version: base.version, body: { notes: text.trim() } });
        }}
      >
        <TextArea
          label="What was said"
          className="notes-field"
          maxLength={20000}
          value={text ?? one.notes ?? ''}
          onText={(value) => draft.set({ text: value, base })}
        />
        <div className="row">
          <Button
            type="submit"
            kind={text === undefined ? undefined : 'primary'}
            busy={note.busy || text === undefined}
          >
            Save notes
          </Button>
          <span className="small quiet" aria-live="polite">
            {text === undefined ? 'All is saved.' : 'Not saved yet; kept in this browser.'}
          </span>
        </div>
        <ProblemNotice problem={command.problem} />
      </form>
      <CommandConflict
        command={command}
        before={base}
        labels={{ notes: 'Notes' }}
        typed={{ notes: text }}
        action="Save"
      />
    </Panel>
  );
}
