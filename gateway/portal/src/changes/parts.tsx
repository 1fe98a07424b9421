import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useCommand } from '../api/command';
import type { ChangeSummary, ProposedChange } from '../api/contract';
import { useChanged } from '../api/live';
import { useGet } from '../api/query';
import { may, use } from '../model/can';
import { Lines } from '../playbook/Comparison';
import { difference } from '../playbook/collapse';
import { meetingOf } from '../playbook/meeting';
import { Button } from '../ui/Button';
import { CommandButton, CommandDialog } from '../ui/CommandDialog';
import { TextArea } from '../ui/Field';
import { Ago, ChangeMark } from '../ui/Marks';
import { Notice, Show } from '../ui/States';
import { toast } from '../ui/Toasts';
import { useDraft } from '../ui/useDraft';
import { settlingOf } from './drafts';

/** What somebody settles where a proposal meets what was written since. */
export interface Settling {
  title: string;
  summary: string;
  /** Both texts, with marks where they meet. */
  text: string;
  base: number;
  theirs: string;
}

export function useSettling(change: string) {
  return useDraft<Partial<Settling>>(settlingOf(change), {});
}

/** One line of a list, which opens to what it would change. */
export function ChangeRow({ change, withPage }: { change: ChangeSummary; withPage?: boolean }) {
  const [open, setOpen] = useState(false);
  const changed = useChanged(change.id);
  return (
    <li className={changed ? 'is-changed' : ''}>
      <div className="spread">
        <div className="page-row grow">
          <p className="row">
            <Link href={`/changes/${change.id}`} className="plain-link strong" dir="auto">
              {change.note ?? 'A change'}
            </Link>
            <ChangeMark status={change.status} />
          </p>
          <p className="small quiet page-meta">
            {withPage && (
              <span>
                of{' '}
                <Link href={`/pages/${change.page.id}`} dir="auto">
                  {change.page.name}
                </Link>
              </span>
            )}
            <span>
              proposed by {change.by.name}, <Ago at={change.at} />
            </span>
          </p>
          {change.reason && (
            <p className="small" dir="auto">
              {change.reason}
            </p>
          )}
        </div>
        <Button size="small" aria-expanded={open} icon={open ? 'down' : 'chevron'} onClick={() => setOpen(!open)}>
          What it changes<span className="sr-only">: {change.note}</span>
        </Button>
      </div>
      {open && <Opened id={change.id} />}
    </li>
  );
}

function Opened({ id }: { id: string }) {
  const query = useGet('/api/cop/changes/{id}', { path: { id } });
  const settling = useSettling(id);
  return (
    <Show query={query} lines={3}>
      {(one) => (
        <div className="queue-text stack">
          <Changes one={one} />
          <div className="row">
            <Answer one={one} size="small" settling={settling} />
          </div>
        </div>
      )}
    </Show>
  );
}

/** What a proposal makes of the text as it is now. */
export function Changes({ one }: { one: ProposedChange }) {
  const { change, title, lines } = one;
  return (
    <div className="comparison">
      {change.status === 'OPEN' && !one.clean && (
        <Notice tone="warn" icon="swap">
          It changes lines that were written anew since. What it changed of the text it began with is below; whoever
          takes it over chooses what is to stand there.
        </Notice>
      )}
      <p className="small quiet">
        {title !== change.page.name && (
          <>
            It is called “{change.page.name}” and would be called “{title}”.{' '}
          </>
        )}
        {difference(lines)}
      </p>
      <Lines lines={lines} />
    </div>
  );
}

/**
 * What the reader may do about a proposal.
 *
 * @param instead of taking it over, where something was settled already
 */
export function Answer({
  one,
  size,
  settling,
  instead,
}: {
  one: ProposedChange;
  size?: 'small';
  settling: ReturnType<typeof useSettling>;
  instead?: ReactNode;
}) {
  const { id } = one.change;
  const [declining, setDeclining] = useState(false);
  const [meets, setMeets] = useState(false);
  const take = useCommand('post', '/api/cop/changes/{id}/take', {
    onDone: () => toast('Taken over: it stands on the page now.'),
  });
  const withdraw = useCommand('post', '/api/cop/changes/{id}/withdraw', { onDone: () => toast('Withdrawn.') });
  const meeting = meetingOf(take.problem);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal
  useEffect(() => {
    if (!meeting) return;
    take.reset();
    settling.set({
      title: one.title,
      summary: one.summary ?? '',
      text: meeting.together,
      base: meeting.revision,
      theirs: meeting.theirs,
    });
    setMeets(true);
  }, [take.problem]);
  return (
    <>
      {may(one, use.editPage) &&
        (instead ?? (
          <CommandButton
            size={size}
            icon="check"
            kind="primary"
            action="Take over"
            command={meeting ? { ...take, problem: undefined } : take}
            onRun={() => take.run({ path: { id } })}
          >
            Take over
          </CommandButton>
        ))}
      {may(one, use.editPage) && (
        <Button size={size} icon="cross" onClick={() => setDeclining(true)}>
          Decline
        </Button>
      )}
      {may(one, use.withdrawChange) && (
        <CommandButton
          size={size}
          icon="swap"
          action="Withdraw"
          command={withdraw}
          onRun={() => withdraw.run({ path: { id } })}
        >
          Withdraw
        </CommandButton>
      )}
      {meets && !instead && (
        <p className="below" role="status">
          It meets what was written since. <Link href={`/changes/${id}`}>Choose what is to stand there</Link>
        </p>
      )}
      {declining && <Decline one={one} onClose={() => setDeclining(false)} />}
    </>
  );
}

function Decline({ one, onClose }: { one: ProposedChange; onClose: () => void }) {
  const { id, by } = one.change;
  const draft = useDraft(`decline-change.${id}`, { reason: '' });
  const decline = useCommand('post', '/api/cop/changes/{id}/decline', {
    onDone: () => {
      draft.clear();
      toast('Declined with your reason.');
      onClose();
    },
  });
  return (
    <CommandDialog
      title="Decline it"
      action="Decline"
      command={decline}
      onClose={onClose}
      onSubmit={() => decline.run({ path: { id }, body: { reason: draft.value.reason.trim() } })}
    >
      <TextArea
        label="Why not?"
        hint={`${by.name} reads it, and so does everybody who sees the page.`}
        required
        value={draft.value.reason}
        onText={(reason) => draft.set({ reason })}
      />
    </CommandDialog>
  );
}
