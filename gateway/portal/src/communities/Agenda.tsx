import { useEffect, useRef } from 'react';
import { Link } from 'wouter';
import { useCommand } from '../api/command';
import type { Gathering } from '../api/contract';
import { supportWords } from '../ideas/parts';
import { may, use } from '../model/can';
import { Linked } from '../playbook/PageLink';
import { Button } from '../ui/Button';
import { CommandButton, CommandConflict } from '../ui/CommandDialog';
import { TextField } from '../ui/Field';
import { Mark } from '../ui/Marks';
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
  // What was changed, which is not what is shown once somebody else's change has been fetched.
  const changed = useRef(agenda);
  const command = onlyIf(prepare, (now: Gathering) => now.agenda.join('\n') !== changed.current.join('\n'));
  const { unrelated, repeatOn } = command;
  useEffect(() => {
    if (unrelated !== undefined) repeatOn(unrelated);
  });
  const change = (items: string[]) => {
    if (prepare.busy) return;
    changed.current = agenda;
    prepare.run({ path: { id: one.id }, version: one.version, body: { items } });
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
              <Topic of={one} topic={each} />
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
      {runs && <Suggested one={one} />}
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
        before={{ ...one, agenda: changed.current }}
        labels={{ agenda: 'Agenda' }}
        typed={{ agenda: sent }}
        action="Save"
      />
    </Panel>
  );
}

/** What is taken from ideas and pages leads there. */
export function Topic({ of, topic }: { of: Pick<Gathering, 'links'>; topic: string }) {
  const link = of.links.find((each) => each.topic === topic);
  return link ? <Link href={link.path}>{topic}</Link> : <Linked text={topic} />;
}

const reasons: Record<Gathering['suggestions'][number]['reason'], string> = {
  TRIAL_OVER: 'Trial over',
  PAGE_OVERDUE: 'To be looked at again',
  IDEA: 'Idea',
};

/** What ideas and pages give to talk about; it is taken in one click, all of it or each. */
function Suggested({ one }: { one: Gathering }) {
  const take = useCommand('post', '/api/cop/gatherings/{id}/agenda/take');
  const { suggestions } = one;
  if (suggestions.length === 0) return null;
  const run = (paths: string[]) => {
    if (!take.busy) take.run({ path: { id: one.id }, body: { paths } });
  };
  return (
    <section className="suggested" aria-label="Suggested topics">
      <div className="spread">
        <h3>Suggested</h3>
        {suggestions.length > 1 && (
          <CommandButton
            size="small"
            action="Take all"
            command={take}
            onRun={() => run(suggestions.map(({ path }) => path))}
          >
            Take all {suggestions.length}
          </CommandButton>
        )}
      </div>
      <ul className="rows">
        {suggestions.map(({ reason, path, title, support }) => (
          <li key={path}>
            <span className="grow">
              <Link href={path} dir="auto">
                {title}
              </Link>{' '}
              <span className="small quiet">
                <Mark tone={reason === 'IDEA' ? '' : 'warn'}>{reasons[reason]}</Mark>
                {support > 0 && ` ${supportWords(support)}`}
              </span>
            </span>
            <Button size="small" icon="plus" aria-label={`Take onto the agenda: ${title}`} onClick={() => run([path])}>
              Take
            </Button>
          </li>
        ))}
      </ul>
      {suggestions.length === 1 && <ProblemNotice problem={take.problem} />}
    </section>
  );
}
