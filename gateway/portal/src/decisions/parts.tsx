import { useState } from 'react';
import { useCommand } from '../api/command';
import type { Decision } from '../api/contract';
import { may, use } from '../model/can';
import { Button } from '../ui/Button';
import { CommandButton, CommandDialog } from '../ui/CommandDialog';
import { TextArea } from '../ui/Field';
import { toast } from '../ui/Toasts';
import { useDraft } from '../ui/useDraft';
import { useOpened } from '../ui/useOpened';

const labels = { status: 'Status', choice: 'Choice', why: 'Why' };

/** Accept with one click; a veto takes a reason. */
export function DecideButtons({ one, size }: { one: Decision; size?: 'small' }) {
  const [vetoing, setVetoing] = useState(false);
  const accept = useCommand('post', '/api/roadmap/decisions/{id}/accept', { onDone: () => toast('Accepted.') });
  return (
    <>
      {may(one, use.acceptDecision) && one.status === 'PROPOSED' && (
        <CommandButton
          icon="check"
          kind="primary"
          size={size}
          action="Accept"
          command={accept}
          before={one}
          labels={labels}
          onRun={() => accept.run({ path: { id: one.id }, version: one.version })}
        >
          Accept
        </CommandButton>
      )}
      {may(one, use.vetoDecision) && (one.status === 'PROPOSED' || size === undefined) && (
        <Button size={size} onClick={() => setVetoing(true)}>
          Veto
        </Button>
      )}
      {vetoing && <Veto one={one} onClose={() => setVetoing(false)} />}
    </>
  );
}

function Veto({ one, onClose }: { one: Decision; onClose: () => void }) {
  const opened = useOpened(one);
  const draft = useDraft(`veto.${one.id}`, { reason: '' });
  const veto = useCommand('post', '/api/roadmap/decisions/{id}/veto', {
    onDone: () => {
      draft.clear();
      onClose();
    },
  });
  return (
    <CommandDialog
      title="Veto"
      action="Veto"
      danger
      command={veto}
      before={opened}
      labels={labels}
      onClose={onClose}
      onSubmit={() =>
        veto.run({ path: { id: one.id }, version: opened.version, body: { reason: draft.value.reason.trim() } })
      }
    >
      <TextArea
        label="Why not?"
        hint="It stands in the log with your name."
        required
        value={draft.value.reason}
        onText={(reason) => draft.set({ reason })}
      />
    </CommandDialog>
  );
}
