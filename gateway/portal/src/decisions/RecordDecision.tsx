import { useState } from 'react';
import { Link } from 'wouter';
import { useCommand } from '../api/command';
import type { Decision } from '../api/contract';
import { useMe } from '../app/me';
import { mayMake, use } from '../model/can';
import { decisionOf } from '../templates/fill';
import { Button } from '../ui/Button';
import { CommandDialog } from '../ui/CommandDialog';
import { Choice, TextArea, TextField } from '../ui/Field';
import { toast } from '../ui/Toasts';
import { useDraft } from '../ui/useDraft';
import { useOpened } from '../ui/useOpened';

/** Three fields are enough; options with their trade-offs are there for those who want them. */
export default function RecordDecision({
  concerns,
  template,
  onClose,
}: {
  concerns: { kind: string; id: string; title: string } | undefined;
  template?: { id: string; title: string; text: string } | undefined;
  onClose: () => void;
}) {
  const [filled] = useState(() => decisionOf(template?.text ?? ''));
  const draft = useDraft(`decision.${concerns?.id ?? template?.id ?? 'new'}`, {
    question: filled.question,
    choice: filled.choice,
    why: filled.why,
    options: filled.options.map((option, at) => ({ key: `${at}`, ...option })),
    proposed: undefined as boolean | undefined,
  });
  const { question, choice, why, options } = draft.value;
  const accepts = mayMake(useMe(), use.acceptDecision);
  const proposed = draft.value.proposed ?? !accepts;
  const record = useCommand('post', '/api/roadmap/decisions', {
    onDone: (made) => {
      draft.clear();
      toast(
        <>
          {made.status === 'PROPOSED' ? 'Recorded as proposed.' : 'Recorded.'}{' '}
          <Link href={`/decisions/${made.id}`}>Open it</Link>
        </>,
      );
      onClose();
    },
  });
  // The title of a template is not told along: it may be one of a private community.
  const about = [
    ...(concerns ? [{ kind: concerns.kind, id: concerns.id }] : []),
    ...(template ? [{ kind: 'PAGE', id: template.id }] : []),
  ];
  const setOption = (key: string, change: { name?: string; tradeOffs?: string }) =>
    draft.set({ options: options.map((one) => (one.key === key ? { ...one, ...change } : one)) });
  return (
    <CommandDialog
      title="Record a decision"
      action="Record"
      filled={[question, choice, why, ...options.flatMap(({ name, tradeOffs }) => [name, tradeOffs])]}
      command={record}
      onClose={onClose}
      onSubmit={() =>
        record.run({
          body: {
            question: question.trim(),
            choice: choice.trim(),
            why: why.trim(),
            ...(proposed ? { status: 'PROPOSED' as const } : {}),
            ...(options.length > 0
              ? {
                  options: options
                    .filter((one) => one.name.trim())
                    .map(({ name, tradeOffs }) => ({ name: name.trim(), tradeOffs: tradeOffs.trim() })),
                }
              : {}),
            ...(about.length > 0 ? { concerns: about } : {}),
          },
        })
      }
    >
      {concerns && <p className="quiet">About: {concerns.title}</p>}
      {template && (
        <p className="quiet">Filled in from “{template.title}”: put your words in the place of its marks.</p>
      )}
      <TextField
        label="What was the question?"
        required
        value={question}
        onText={(value) => draft.set({ question: value })}
      />
      <TextField label="What was chosen?" required value={choice} onText={(value) => draft.set({ choice: value })} />
      <TextArea label="Why?" required value={why} onText={(value) => draft.set({ why: value })} />
      {options.map((one, index) => (
        <div key={one.key} className="grid-2">
          <TextField label={`Option ${index + 1}`} value={one.name} onText={(name) => setOption(one.key, { name })} />
          <TextArea
            label="Trade-offs"
            optional
            value={one.tradeOffs}
            onText={(tradeOffs) => setOption(one.key, { tradeOffs })}
          />
        </div>
      ))}
      <Choice
        label="Somebody has still to accept it"
        checked={proposed}
        onChange={(event) => draft.set({ proposed: event.target.checked })}
      />
      <div>
        <Button
          size="small"
          kind="ghost"
          icon="plus"
          onClick={() => draft.set({ options: [...options, { key: crypto.randomUUID(), name: '', tradeOffs: '' }] })}
        >
          Add an option that was considered
        </Button>
      </div>
    </CommandDialog>
  );
}

export function Supersede({ one, onClose }: { one: Decision; onClose: (made?: Decision) => void }) {
  const opened = useOpened(one);
  const draft = useDraft(`supersede.${one.id}`, { question: one.question, choice: '', why: '' });
  const supersede = useCommand('post', '/api/roadmap/decisions/{id}/supersede', {
    onDone: (made) => {
      draft.clear();
      toast('Superseded. The old one stays in the log.');
      onClose(made);
    },
  });
  return (
    <CommandDialog
      title="Supersede"
      action="Supersede"
      command={supersede}
      before={opened}
      labels={{ status: 'Status', supersededBy: 'Superseded by' }}
      onClose={() => onClose()}
      onSubmit={() =>
        supersede.run({
          path: { id: one.id },
          version: opened.version,
          body: {
            question: draft.value.question.trim(),
            choice: draft.value.choice.trim(),
            why: draft.value.why.trim(),
          },
        })
      }
    >
      <TextField
        label="What is the question?"
        required
        value={draft.value.question}
        onText={(question) => draft.set({ question })}
      />
      <TextField
        label="What is chosen now?"
        required
        value={draft.value.choice}
        onText={(choice) => draft.set({ choice })}
      />
      <TextArea label="Why?" required value={draft.value.why} onText={(why) => draft.set({ why })} />
    </CommandDialog>
  );
}
