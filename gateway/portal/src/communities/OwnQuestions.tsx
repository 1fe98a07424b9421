import { useState } from 'react';
import { useCommand } from '../api/command';
import type { CoachingQuestion, Community, Moment } from '../api/contract';
import { useGet } from '../api/query';
import { momentsMet, momentWords } from '../coaching/moments';
import { may, use } from '../model/can';
import { Button } from '../ui/Button';
import { CommandButton, CommandDialog } from '../ui/CommandDialog';
import { Select, TextArea } from '../ui/Field';
import { Panel } from '../ui/Page';
import { Empty, Show } from '../ui/States';
import { useDraft } from '../ui/useDraft';

/** The open questions a community asks its own members; where there are none, only those who may add one are told so. */
export function OwnQuestions({ one }: { one: Community }) {
  const [adding, setAdding] = useState(false);
  const query = useGet('/api/cop/communities/{id}/questions', { path: { id: one.id } });
  const keeps = may(one, use.keepQuestions);
  const count = query.data?.items.length ?? 0;
  if (!keeps && count === 0 && !query.error) return null;
  return (
    <Panel
      title="Questions it asks"
      count={count || undefined}
      note="A member may meet one at its moment. Nobody learns who did."
      footer={
        keeps && (
          <Button size="small" kind="ghost" icon="plus" onClick={() => setAdding(true)}>
            Add a question
          </Button>
        )
      }
    >
      <Show query={query} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="No questions yet">
              Those of the starter shelf are asked without it. Add what your members should think about.
            </Empty>
          ) : (
            <ul className="rows">
              {items.map((question) => (
                <Row key={question.id} one={one} question={question} />
              ))}
            </ul>
          )
        }
      </Show>
      {adding && <Add one={one} onClose={() => setAdding(false)} />}
    </Panel>
  );
}

function Row({ one, question }: { one: Community; question: CoachingQuestion }) {
  const remove = useCommand('delete', '/api/cop/communities/{id}/questions/{question}');
  return (
    <li className="stack-s">
      <p className="own-question" dir="auto">
        {question.text}
      </p>
      <div className="spread">
        <span className="small quiet">{momentWords[question.moment]}</span>
        {may(one, use.keepQuestions) && (
          <CommandButton
            size="small"
            kind="ghost"
            action="Remove"
            command={remove}
            onRun={() => remove.run({ path: { id: one.id, question: question.id } })}
          >
            Remove<span className="sr-only"> {question.text}</span>
          </CommandButton>
        )}
      </div>
    </li>
  );
}

function Add({ one, onClose }: { one: Community; onClose: () => void }) {
  const draft = useDraft<{ text: string; moment: Moment }>(`question.${one.id}`, {
    text: '',
    moment: 'OLD_IMPEDIMENT',
  });
  const { text, moment } = draft.value;
  const add = useCommand('post', '/api/cop/communities/{id}/questions', {
    onDone: () => {
      draft.clear();
      onClose();
    },
  });
  return (
    <CommandDialog
      title="Add a question"
      action="Add"
      command={add}
      onClose={onClose}
      onSubmit={() => add.run({ path: { id: one.id }, body: { moment, text: text.trim() } })}
    >
      <TextArea
        label="What do you ask?"
        hint="One open question that takes no side, with a question mark at its end."
        required
        rows={3}
        maxLength={300}
        dir="auto"
        value={text}
        onText={(value) => draft.set({ text: value })}
      />
      <Select label="When does it fit?" value={moment} onText={(value) => draft.set({ moment: value as Moment })}>
        {momentsMet.map((each) => (
          <option key={each} value={each}>
            {momentWords[each]}
          </option>
        ))}
      </Select>
      <p className="quiet">
        Whoever belongs to {one.name} may meet it, and whoever dismisses it never meets it again. There is no place to
        answer, and nobody learns who has seen it.
      </p>
    </CommandDialog>
  );
}
