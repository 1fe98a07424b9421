import { useEffect } from 'react';
import { useCommand } from '../api/command';
import type { Gathering } from '../api/contract';
import { may, use } from '../model/can';
import { Linked } from '../playbook/PageLink';
import { Button } from '../ui/Button';
import { CommandConflict } from '../ui/CommandDialog';
import { TextField } from '../ui/Field';
import { Panel } from '../ui/Page';
import { ProblemNotice } from '../ui/States';
import { useDraft } from '../ui/useDraft';
import { onlyIf } from './unrelated';

/** What is to be talked about; each change is saved at once. */
export function Agenda({ one }: { one: Gathering }) {
  const runs = may(one, use.runGathering);
  const draft = useDraft(`agenda.${one.id}`, { topic: '' });
  const topic = draft.value.topic.trim();
  const { agenda } = one;
  const prepare = useCommand('put', '/api/cop/gatherings/{id}/agenda', {
    onDone: (now) => {
      if (now.agenda.at(-1) === topic) draft.clear();
    },
  });
  const sent = prepare.submitted()?.body?.items;
  const command = onlyIf(prepare, (now: Gathering) => now.agenda.join('\n') !== agenda.join('\n'));
  const { unrelated, repeatOn } = command;
  useEffect(() => {
    if (unrelated !== undefined) repeatOn(unrelated);
  });
  const change = (items: string[]) => {
    if (!prepare.busy) prepare.run({ path: { id: one.id }, version: one.version, body: { items } });
  };
  const without = (at: number) => agenda.filter((_, index) => index !== at);
  return (
    <Panel title="Agenda" count={agenda.length}>
      {agenda.length === 0 && (
        <p className="quiet none">
          {runs ? 'Write down what you want to talk about.' : 'Nothing is on the agenda yet.'}
        </p>
      )}
      <ol className="rows agenda">
        {agenda.map((each, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a topic is known by its place
          <li key={`${index} ${each}`}>
            <span className="grow">
              <Linked text={each} />
            </span>
            {runs && (
              <span className="row">
                {index > 0 && (
                  <Button
                    size="small"
                    kind="ghost"
                    icon="up"
                    aria-label={`Earlier: ${each}`}
                    onClick={() => change([...agenda.slice(0, index - 1), each, ...without(index).slice(index - 1)])}
                  />
                )}
                <Button
                  size="small"
                  kind="ghost"
                  icon="cross"
                  aria-label={`Take from the agenda: ${each}`}
                  onClick={() => change(without(index))}
                />
              </span>
            )}
          </li>
        ))}
      </ol>
      {runs && (
        <form
          className="agenda-add"
          onSubmit={(event) => {
            event.preventDefault();
            if (topic === '') return;
            change([...agenda, topic]);
          }}
        >
          <TextField
            label="Another topic"
            required
            maxLength={200}
            value={draft.value.topic}
            onText={(value) => draft.set({ topic: value })}
          />
          <Button type="submit" icon="plus" busy={prepare.busy}>
            Add
          </Button>
        </form>
      )}
      <ProblemNotice problem={command.problem} />
      <CommandConflict
        command={command}
        before={one}
        labels={{ agenda: 'Agenda' }}
        typed={{ agenda: sent }}
        action="Save"
      />
    </Panel>
  );
}
