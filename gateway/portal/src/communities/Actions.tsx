import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useCommand } from '../api/command';
import type { Gathering } from '../api/contract';
import { usePages } from '../api/query';
import { may, use } from '../model/can';
import { shortDate } from '../model/time';
import { Button } from '../ui/Button';
import { Select, TextField } from '../ui/Field';
import { Panel } from '../ui/Page';
import { ProblemNotice } from '../ui/States';
import { useDraft } from '../ui/useDraft';

/** What was agreed on earlier and is still to do: it comes back until it is done. */
export function Carried({ one }: { one: Gathering }) {
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
            <Link href={`/communities/${one.community.id}/gatherings/${each.on}`}>{shortDate(each.on)}</Link>
          </ActionRow>
        ))}
      </ul>
    </Panel>
  );
}

export function Actions({ one }: { one: Gathering }) {
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
  children?: ReactNode;
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
