import { useEffect } from 'react';
import { useCommand } from '../api/command';
import type { Gathering } from '../api/contract';
import { may, use } from '../model/can';
import { Linked } from '../playbook/PageLink';
import { Button } from '../ui/Button';
import { CommandConflict } from '../ui/CommandDialog';
import { TextArea } from '../ui/Field';
import { Panel } from '../ui/Page';
import { ProblemNotice } from '../ui/States';
import { useDraft } from '../ui/useDraft';
import { onlyIf } from './unrelated';

export function Notes({ one }: { one: Gathering }) {
  const runs = may(one, use.runGathering);
  if (runs) return <NotesForm one={one} />;
  return (
    <Panel title="Notes" padded>
      {one.notes ? (
        <p className="prose notes">
          <Linked text={one.notes} />
        </p>
      ) : (
        <p className="quiet">Nobody has written notes yet.</p>
      )}
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
            {text === undefined ? 'All is saved.' : 'Not saved yet; kept in this tab.'}
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
