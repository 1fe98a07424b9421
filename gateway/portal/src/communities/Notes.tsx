import { useEffect } from 'react';
import { useCommand } from '../api/command';
import type { Gathering } from '../api/contract';
import { may, use } from '../model/can';
import { Linked } from '../playbook/PageLink';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
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
      {command.conflict && (
        <Both
          theirs={(command.conflict as unknown as Gathering).notes ?? ''}
          mine={text ?? ''}
          onText={(value) => draft.set({ text: value, base })}
          onBack={command.settleConflict}
          onSave={() => {
            const { version } = command.conflict ?? base;
            command.settleConflict();
            note.repeatOn(version, { notes: (text ?? '').trim() });
          }}
        />
      )}
    </Panel>
  );
}

/** Two people wrote notes at once: what the other one saved, beside one's own text to write on. */
function Both({
  theirs,
  mine,
  onText,
  onBack,
  onSave,
}: {
  theirs: string;
  mine: string;
  onText: (text: string) => void;
  onBack: () => void;
  onSave: () => void;
}) {
  return (
    <Dialog wide title="Somebody else has changed the notes meanwhile" onClose={onBack}>
      <div className="stack">
        <p>Nothing is lost: bring both together in your text, then save it.</p>
        <figure className="stack-s">
          <figcaption className="label">What they saved</figcaption>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long ones are scrolled, by keys as well */}
          <p className="notes both-theirs" dir="auto" tabIndex={0}>
            {theirs || <span className="quiet">nothing</span>}
          </p>
        </figure>
        <TextArea label="What is to stand" className="notes-field" maxLength={20000} value={mine} onText={onText} />
        <div className="actions">
          <Button onClick={onBack}>Back to editing</Button>
          <Button
            onClick={() =>
              !mine.startsWith(theirs) && onText([theirs, mine].filter((text) => text !== '').join('\n\n'))
            }
          >
            Put theirs before mine
          </Button>
          <Button kind="primary" onClick={onSave}>
            Save
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
