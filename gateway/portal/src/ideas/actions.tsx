import { useState } from 'react';
import { Link } from 'wouter';
import { useCommand } from '../api/command';
import type { Idea } from '../api/contract';
import { unitsOf, useOrganization } from '../app/me';
import { may, use } from '../model/can';
import { plusDays, today } from '../model/time';
import { Button } from '../ui/Button';
import { CommandButton, CommandDialog } from '../ui/CommandDialog';
import { Choice, TextArea, TextField } from '../ui/Field';
import { toast } from '../ui/Toasts';
import { useDraft } from '../ui/useDraft';
import { useOpened } from '../ui/useOpened';

const labels = { title: 'Title', status: 'Status', trial: 'Trial', learned: 'What was learned', reason: 'Why not' };

/** Long enough to see something, short enough to be remembered. */
const trialDays = 28;

type Doing = 'start' | 'adopt' | 'drop' | 'decline';

/** How an idea goes on from where it is, for those who decide. */
export function Onwards({ one, size }: { one: Idea; size?: 'small' }) {
  const [doing, setDoing] = useState<Doing | undefined>();
  const close = () => setDoing(undefined);
  const withdraw = useCommand('post', '/api/cop/ideas/{id}/withdraw', { onDone: () => toast('You took it back.') });
  const of = <span className="sr-only"> {one.title}</span>;
  const ends = may(one, use.endTrial);
  return (
    <>
      {may(one, use.startTrial) && (
        <Button size={size} onClick={() => setDoing('start')}>
          Start a trial{of}
        </Button>
      )}
      {may(one, use.declineIdea) && (
        <Button size={size} kind="ghost" onClick={() => setDoing('decline')}>
          Decline{of}
        </Button>
      )}
      {ends && (
        <>
          <Button size={size} kind={one.trial?.due ? 'primary' : undefined} onClick={() => setDoing('adopt')}>
            Adopt{of}
          </Button>
          <Button size={size} kind="ghost" onClick={() => setDoing('drop')}>
            Drop{of}
          </Button>
        </>
      )}
      {may(one, use.withdrawIdea) && (
        <CommandButton
          size={size}
          kind="ghost"
          action="Take back"
          command={withdraw}
          onRun={() => withdraw.run({ path: { id: one.id } })}
        >
          Take it back{of}
        </CommandButton>
      )}
      {doing === 'start' && <StartTrial one={one} onClose={close} />}
      {doing === 'adopt' && <Learned one={one} end="adopt" onClose={close} />}
      {doing === 'drop' && <Learned one={one} end="drop" onClose={close} />}
      {doing === 'decline' && <Decline one={one} onClose={close} />}
    </>
  );
}

interface Dialogue {
  one: Idea;
  onClose: () => void;
}

function StartTrial({ one, onClose }: Dialogue) {
  const opened = useOpened(one);
  const teams = unitsOf(useOrganization(), 'TEAM');
  const draft = useDraft(`trial.${one.id}`, {
    teams: [] as string[],
    measure: '',
    until: plusDays(today(), trialDays),
  });
  const { value } = draft;
  const start = useCommand('post', '/api/cop/ideas/{id}/trial', {
    onDone: () => {
      draft.clear();
      toast('The trial has begun.');
      onClose();
    },
  });
  return (
    <CommandDialog
      title={`Try “${one.title}”`}
      action="Start the trial"
      command={start}
      before={opened}
      labels={labels}
      onClose={onClose}
      onSubmit={() =>
        start.run({
          path: { id: one.id },
          version: opened.version,
          body: { teams: value.teams, measure: value.measure.trim(), until: value.until },
        })
      }
    >
      <fieldset className="field">
        <legend>Which teams try it?</legend>
        <div className="choices trial-teams">
          {teams.map(({ id, name }) => (
            <Choice
              key={id}
              label={name}
              checked={value.teams.includes(id)}
              onChange={(event) =>
                draft.set({
                  teams: event.target.checked ? [...value.teams, id] : value.teams.filter((team) => team !== id),
                })
              }
            />
          ))}
        </div>
      </fieldset>
      <TextArea
        label="How will you know whether it helps?"
        hint="One thing that you can see or count."
        required
        maxLength={4000}
        rows={2}
        value={value.measure}
        onText={(measure) => draft.set({ measure })}
      />
      <TextField
        label="Until when?"
        type="date"
        required
        min={plusDays(today(), 1)}
        max={plusDays(today(), 366)}
        value={value.until}
        onText={(until) => draft.set({ until })}
      />
    </CommandDialog>
  );
}

function Learned({ one, end, onClose }: Dialogue & { end: 'adopt' | 'drop' }) {
  const opened = useOpened(one);
  const draft = useDraft(`learned.${one.id}`, { learned: '' });
  const adopts = end === 'adopt';
  const onDone = () => {
    draft.clear();
    onClose();
    toast(
      adopts ? (
        <>
          Adopted. A page about it is proposed in{' '}
          <Link href={`/communities/${one.community.id}/pages`}>the playbook</Link>.
        </>
      ) : (
        'Dropped. What was learned stays.'
      ),
    );
  };
  const adopt = useCommand('post', '/api/cop/ideas/{id}/adopt', { onDone });
  const drop = useCommand('post', '/api/cop/ideas/{id}/drop', { onDone });
  const command = adopts ? adopt : drop;
  return (
    <CommandDialog
      title={`${adopts ? 'Adopt' : 'Drop'} “${one.title}”`}
      action={adopts ? 'Adopt' : 'Drop'}
      command={command}
      before={opened}
      labels={labels}
      onClose={onClose}
      onSubmit={() =>
        command.run({
          path: { id: one.id },
          version: opened.version,
          body: { learned: draft.value.learned.trim() },
        })
      }
    >
      {one.trial && (
        <p>
          Looked at: <span dir="auto">{one.trial.measure}</span>
        </p>
      )}
      <TextArea
        label="What was learned?"
        hint={adopts ? 'A page about it is proposed in the playbook, for somebody to take over.' : undefined}
        required
        maxLength={4000}
        rows={4}
        value={draft.value.learned}
        onText={(learned) => draft.set({ learned })}
      />
    </CommandDialog>
  );
}

function Decline({ one, onClose }: Dialogue) {
  const opened = useOpened(one);
  const draft = useDraft(`decline-idea.${one.id}`, { reason: '' });
  const decline = useCommand('post', '/api/cop/ideas/{id}/decline', {
    onDone: () => {
      draft.clear();
      onClose();
    },
  });
  return (
    <CommandDialog
      title={`Decline “${one.title}”`}
      action="Decline"
      command={decline}
      before={opened}
      labels={labels}
      onClose={onClose}
      onSubmit={() =>
        decline.run({ path: { id: one.id }, version: opened.version, body: { reason: draft.value.reason.trim() } })
      }
    >
      <TextArea
        label="Why not?"
        hint={`${one.by.name} and everybody who sees the community read it.`}
        required
        maxLength={4000}
        rows={3}
        value={draft.value.reason}
        onText={(reason) => draft.set({ reason })}
      />
    </CommandDialog>
  );
}
