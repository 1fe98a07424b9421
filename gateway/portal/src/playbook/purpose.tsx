import { useState } from 'react';
import { useCommand } from '../api/command';
import type { Makes, PlaybookPage } from '../api/contract';
import { useAll, usePages } from '../api/query';
import { antiPatternWords, ruleWord, ruleWords } from '../model/rules';
import { choices, listed, makesWords } from '../model/words';
import { Button } from '../ui/Button';
import { CommandDialog } from '../ui/CommandDialog';
import { Choice, Select } from '../ui/Field';
import { toast } from '../ui/Toasts';
import { useOpened } from '../ui/useOpened';

interface Dialogue {
  one: PlaybookPage;
  onClose: () => void;
}

const labels = {
  authors: 'Who writes it',
  makes: 'What is made of it',
  treats: 'What it helps with',
  status: 'Status',
};

/** Names as the dialog of a conflict shows them. */
const named = ({ authors, makes, treats, status }: PlaybookPage) => ({
  authors: authors.map(({ name }) => name),
  makes: makes && makesWords[makes],
  treats: treats.map(ruleWord),
  status,
});

/** Who writes a page together with its owner. */
export function Authors({ one, onClose }: Dialogue) {
  const opened = useOpened(one);
  const [authors, setAuthors] = useState(one.authors);
  const members = useAll(
    usePages('/api/cop/communities/{id}/members', { path: { id: one.community.id }, query: { limit: 100 } }),
  );
  const name = useCommand('put', '/api/cop/pages/{id}/authors', {
    onDone: (made) => {
      toast(
        made.authors.length === 0
          ? 'Only its owner writes it now, and the leads of the community.'
          : `${listed(made.authors.map((author) => author.name))} may write it now.`,
      );
      onClose();
    },
  });
  const others = (members.data?.items ?? [])
    .map(({ person }) => person)
    .filter(({ id }) => id !== one.owner?.id && !authors.some((author) => author.id === id));
  return (
    <CommandDialog
      title="Who writes it"
      action="Save"
      command={name}
      before={opened}
      comparable={named}
      labels={labels}
      onClose={onClose}
      onSubmit={() =>
        name.run({ path: { id: one.id }, version: opened.version, body: { authors: authors.map(({ id }) => id) } })
      }
    >
      <p>
        {one.owner ? `${one.owner.name} answers for it.` : 'Nobody answers for it.'} Those who are named here write it
        without asking, answer proposals, and say that it is still true.
      </p>
      {authors.length > 0 && (
        <ul className="rows" aria-label="Who writes it with the owner">
          {authors.map((author) => (
            <li key={author.id} className="spread">
              {author.name}
              <Button
                size="small"
                kind="ghost"
                icon="cross"
                aria-label={`Take away: ${author.name}`}
                onClick={() => setAuthors(authors.filter(({ id }) => id !== author.id))}
              />
            </li>
          ))}
        </ul>
      )}
      <Select
        label="Add somebody"
        hint="A member of the community."
        value=""
        onText={(id) => {
          const chosen = others.find((person) => person.id === id);
          if (chosen) setAuthors([...authors, chosen]);
        }}
      >
        <option value="">{members.data ? 'Choose somebody' : 'Loading…'}</option>
        {others.map((person) => (
          <option key={person.id} value={person.id}>
            {person.name}
          </option>
        ))}
      </Select>
    </CommandDialog>
  );
}

/** What is made of a page, and what it helps with. */
export function Purpose({ one, onClose }: Dialogue) {
  const opened = useOpened(one);
  const [makes, setMakes] = useState(one.makes ?? '');
  const [treats, setTreats] = useState(one.treats);
  const serve = useCommand('put', '/api/cop/pages/{id}/purpose', {
    onDone: () => {
      toast('Saved. It is offered where it helps, once it is published.');
      onClose();
    },
  });
  const others = treats.filter((rule) => !(rule in ruleWords) && !(rule in antiPatternWords));
  return (
    <CommandDialog
      wide
      title="What it is for"
      action="Save"
      command={serve}
      before={opened}
      comparable={named}
      labels={labels}
      onClose={onClose}
      onSubmit={() =>
        serve.run({
          path: { id: one.id },
          version: opened.version,
          body: { makes: makes === '' ? undefined : (makes as Makes), treats },
        })
      }
    >
      <Select
        label="What is made of it"
        hint="A template is offered where such a thing is made."
        value={makes}
        onText={setMakes}
      >
        <option value="">Nothing: it is a page to be read</option>
        {choices(makesWords).map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </Select>
      <Rules legend="Rules whose findings it helps with" rules={Object.keys(ruleWords)} {...{ treats, setTreats }} />
      <Rules
        legend="Anti-patterns that it treats"
        rules={[...Object.keys(antiPatternWords), ...others]}
        {...{ treats, setTreats }}
      />
    </CommandDialog>
  );
}

function Rules({
  legend,
  rules,
  treats,
  setTreats,
}: {
  legend: string;
  rules: string[];
  treats: string[];
  setTreats: (treats: string[]) => void;
}) {
  return (
    <fieldset className="field">
      <legend>{legend}</legend>
      <div className="choices in-columns">
        {rules.map((rule) => (
          <Choice
            key={rule}
            label={ruleWord(rule)}
            checked={treats.includes(rule)}
            onChange={(event) =>
              setTreats(event.target.checked ? [...treats, rule] : treats.filter((other) => other !== rule))
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
