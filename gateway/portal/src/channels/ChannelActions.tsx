import { useState } from 'react';
import { useCommand } from '../api/command';
import type { Channel } from '../api/contract';
import { may, use } from '../model/can';
import { Button } from '../ui/Button';
import { CommandDialog } from '../ui/CommandDialog';
import { Notice, ProblemNotice } from '../ui/States';
import { toast } from '../ui/Toasts';

/** What can be done with a channel as a whole. */
export function ChannelActions({ one, name, onGone }: { one: Channel; name: string; onGone?: () => void }) {
  const [deleting, setDeleting] = useState(false);
  const [outcome, setOutcome] = useState<{ good: boolean; words: string }>();
  const pause = useCommand('post', '/api/feed/channels/{id}/pause', {
    onDone: () => toast(`${name} is told nothing for now.`),
  });
  const resume = useCommand('post', '/api/feed/channels/{id}/resume', {
    onDone: () => toast(`${name} is told again, also what it missed.`),
  });
  const test = useCommand('post', '/api/feed/channels/{id}/test', {
    onDone: ({ failure }) =>
      setOutcome(
        failure ? { good: false, words: failure } : { good: true, words: 'Look into the channel: it should be there.' },
      ),
  });
  const own = may(one, use.manageChannels);
  const wish = { path: { id: one.id }, version: '*' } as const;
  return (
    <>
      <div className="row">
        {own && (
          <Button
            size="small"
            busy={test.busy}
            aria-label={`Send a test message to ${name}`}
            onClick={() => {
              setOutcome(undefined);
              test.run({ path: { id: one.id } });
            }}
          >
            {test.busy ? 'Sending…' : 'Send a test message'}
          </Button>
        )}
        {one.state === 'ACTIVE' && (
          <Button size="small" busy={pause.busy} aria-label={`Pause ${name}`} onClick={() => pause.run(wish)}>
            Pause
          </Button>
        )}
        {own && one.state !== 'ACTIVE' && (
          <Button size="small" busy={resume.busy} aria-label={`Resume ${name}`} onClick={() => resume.run(wish)}>
            Resume
          </Button>
        )}
        <Button size="small" kind="ghost" aria-label={`Delete ${name}`} onClick={() => setDeleting(true)}>
          Delete
        </Button>
      </div>
      <div role="status">
        {outcome && (
          <Notice tone={outcome.good ? 'good' : 'bad'} icon={outcome.good ? 'check' : 'off'}>
            {outcome.good ? 'The chat took the test message.' : 'The test message was not taken.'} {outcome.words}
          </Notice>
        )}
      </div>
      <ProblemNotice problem={pause.problem ?? resume.problem ?? test.problem} />
      {deleting && <Delete one={one} name={name} onClose={() => setDeleting(false)} onGone={onGone} />}
    </>
  );
}

function Delete({
  one,
  name,
  onClose,
  onGone,
}: {
  one: Channel;
  name: string;
  onClose: () => void;
  onGone: (() => void) | undefined;
}) {
  const command = useCommand('delete', '/api/feed/channels/{id}', {
    onDone: () => {
      toast(`${name} is told nothing any more.`);
      onClose();
      onGone?.();
    },
  });
  return (
    <CommandDialog
      title={`Delete ${name}?`}
      danger
      command={command}
      action="Delete"
      onClose={onClose}
      onSubmit={() => command.run({ path: { id: one.id }, version: '*' })}
    >
      <p>It is told nothing from now on, and its address is gone. You can connect it again.</p>
    </CommandDialog>
  );
}
