import { useState } from 'react';
import { useCommand } from '../api/command';
import type { Adoption, PageAdoption, PlaybookPage, Ref } from '../api/contract';
import { useGet } from '../api/query';
import { may, use } from '../model/can';
import { Button } from '../ui/Button';
import { CommandButton, CommandDialog } from '../ui/CommandDialog';
import { Select, TextArea } from '../ui/Field';
import { StanceMark } from '../ui/Marks';
import { Panel } from '../ui/Page';
import { Show } from '../ui/States';
import { useDraft } from '../ui/useDraft';
import { Alike, WriteIn } from './Improvements';

const path = '/api/cop/pages/{id}/adoption/{team}';

/** Which teams use a page, said by themselves; a team that says nothing is not listed. */
export function UsedBy({ one }: { one: PlaybookPage }) {
  const query = useGet('/api/cop/pages/{id}/adoption', { path: { id: one.id } });
  if (one.status !== 'PUBLISHED') return null;
  return (
    <div className="screen-only">
      <Show query={query} lines={2}>
        {(all) => (
          <Panel title="Which teams use it" count={usedWords(all.used)}>
            <ul className="rows">
              {all.speakFor.map((team) => (
                <Speak key={team.id} page={one.id} team={team} all={all} />
              ))}
              {all.items
                .filter(({ team }) => !all.speakFor.some(({ id }) => id === team.id))
                .map((said) => (
                  <li key={said.team.id}>
                    <Said said={said} />
                  </li>
                ))}
              {all.items.length === 0 && all.speakFor.length === 0 && (
                <li className="quiet">No team has said so far. That is unknown, and nothing else.</li>
              )}
              {all.improvements.map((alike) => (
                <li key={alike.words} className="spread">
                  <Alike one={alike} />
                  {alike.open ? (
                    <WriteIn page={one.id} title={one.title} writes={may(one, use.editPage)} />
                  ) : (
                    <span className="small quiet">The page was written since.</span>
                  )}
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </Show>
    </div>
  );
}

export function usedWords(used: number): string {
  return used === 1 ? '1 team' : `${used} teams`;
}

export function Said({ said }: { said: Adoption }) {
  return (
    <div>
      <p className="row">
        <span className="strong">{said.team.name}</span>
        <StanceMark stance={said.stance} />
        {said.outdated && <span className="small quiet">of an earlier text</span>}
      </p>
      {said.words && (
        <p className="small" dir="auto">
          {said.words}
        </p>
      )}
    </div>
  );
}

/** One of the reader's own teams: adopt in one click, adapt and decline with a few words. */
function Speak({ page, team, all }: { page: string; team: Ref; all: PageAdoption }) {
  const said = all.items.find((one) => one.team.id === team.id);
  const [asked, setAsked] = useState<'ADAPT' | 'DECLINE' | undefined>();
  const say = useCommand('put', path);
  const takeBack = useCommand('delete', path);
  const of = <span className="sr-only"> for {team.name}</span>;
  return (
    <li className="spread">
      {said ? (
        <Said said={said} />
      ) : (
        <p>
          <span className="strong">{team.name}</span> <span className="small quiet">has said nothing yet</span>
        </p>
      )}
      <div className="row">
        {(said?.stance !== 'ADOPT' || said.outdated) && (
          <CommandButton
            size="small"
            action="Adopt"
            command={say}
            onRun={() => say.run({ path: { id: page, team: team.id }, body: { stance: 'ADOPT' } })}
          >
            Adopt{of}
          </CommandButton>
        )}
        <Button size="small" kind="ghost" onClick={() => setAsked('ADAPT')}>
          Adapt{of}
        </Button>
        <Button size="small" kind="ghost" onClick={() => setAsked('DECLINE')}>
          Decline{of}
        </Button>
        {said && (
          <CommandButton
            size="small"
            kind="ghost"
            action="Take back"
            command={takeBack}
            onRun={() => takeBack.run({ path: { id: page, team: team.id } })}
          >
            Take back{of}
          </CommandButton>
        )}
      </div>
      {asked && <Words page={page} team={team} stance={asked} all={all} onClose={() => setAsked(undefined)} />}
    </li>
  );
}

function Words({
  page,
  team,
  stance,
  all,
  onClose,
}: {
  page: string;
  team: Ref;
  stance: 'ADAPT' | 'DECLINE';
  all: PageAdoption;
  onClose: () => void;
}) {
  const draft = useDraft(`adoption.${page}.${team.id}.${stance}`, { words: '', like: '' });
  const { words, like } = draft.value;
  const say = useCommand('put', path, {
    onDone: () => {
      draft.clear();
      onClose();
    },
  });
  const others = all.items.filter((one) => one.stance === 'ADAPT' && one.team.id !== team.id);
  const adapts = stance === 'ADAPT';
  return (
    <CommandDialog
      title={adapts ? `${team.name} adapts it` : `${team.name} declines it`}
      action={adapts ? 'Adapt' : 'Decline'}
      command={say}
      onClose={onClose}
      onSubmit={() =>
        say.run({
          path: { id: page, team: team.id },
          body: { stance, ...(like ? { like } : { words: words.trim() }) },
        })
      }
    >
      {adapts && others.length > 0 && (
        <Select label="Like another team?" optional value={like} onText={(id) => draft.set({ like: id })}>
          <option value="">No, in our own way</option>
          {others.map((one) => (
            <option key={one.team.id} value={one.team.id}>
              {one.team.name}: {one.words}
            </option>
          ))}
        </Select>
      )}
      {!like && (
        <TextArea
          label={adapts ? 'With what?' : 'Why?'}
          required
          maxLength={500}
          rows={3}
          value={words}
          onText={(text) => draft.set({ words: text })}
        />
      )}
    </CommandDialog>
  );
}
