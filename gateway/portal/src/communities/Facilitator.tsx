import { useEffect, useState } from 'react';
import { useCommand } from '../api/command';
import type { Gathering } from '../api/contract';
import { useAll, usePages } from '../api/query';
import { useMe } from '../app/me';
import { may, use } from '../model/can';
import { Button } from '../ui/Button';
import { CommandDialog } from '../ui/CommandDialog';
import { Select } from '../ui/Field';
import { Panel } from '../ui/Page';
import { useOpened } from '../ui/useOpened';
import { onlyIf } from './unrelated';

/** Who leads through a gathering, where somebody is named. */
export function Facilitator({ one }: { one: Gathering }) {
  const [naming, setNaming] = useState(false);
  const runs = may(one, use.runGathering) && one.state !== 'CANCELLED';
  if (!runs && !one.facilitator) return null;
  return (
    <Panel title="Who facilitates" padded>
      <div className="spread">
        {one.facilitator ? <span>{one.facilitator.name}</span> : <span className="quiet">Nobody is named</span>}
        {runs && (
          <Button size="small" kind="ghost" onClick={() => setNaming(true)}>
            {one.facilitator ? 'Change' : 'Name somebody'}
          </Button>
        )}
      </div>
      {naming && <Name one={one} onClose={() => setNaming(false)} />}
    </Panel>
  );
}

function Name({ one, onClose }: { one: Gathering; onClose: () => void }) {
  const opened = useOpened(one);
  const [person, setPerson] = useState(opened.facilitator?.id ?? '');
  const name = useCommand('put', '/api/cop/gatherings/{id}/facilitator', { onDone: onClose });
  const command = onlyIf(name, (now: Gathering) => now.facilitator?.id !== opened.facilitator?.id);
  const { unrelated, repeatOn } = command;
  useEffect(() => {
    if (unrelated !== undefined) repeatOn(unrelated);
  });
  return (
    <CommandDialog
      title="Who facilitates?"
      action="Save"
      command={command}
      before={opened}
      labels={{ facilitator: 'Who facilitates' }}
      onClose={onClose}
      onSubmit={() =>
        name.run({ path: { id: one.id }, version: opened.version, body: person === '' ? {} : { person } })
      }
    >
      <p className="quiet">It needs nobody in particular: whoever has never done it may like to.</p>
      <MemberSelect one={one} value={person} onText={setPerson} />
    </CommandDialog>
  );
}

function MemberSelect({ one, value, onText }: { one: Gathering; value: string; onText: (person: string) => void }) {
  const me = useMe()?.person?.id;
  const query = usePages('/api/cop/communities/{id}/members', {
    path: { id: one.community.id },
    query: { limit: 100 },
  });
  const members = useAll(query).data?.items.map(({ person }) => person);
  const left = one.facilitator && !members?.some(({ id }) => id === one.facilitator?.id) ? [one.facilitator] : [];
  return (
    <Select label="A member" value={value} onText={onText}>
      <option value="">{members ? 'Nobody is named' : query.error ? 'The members cannot be read' : 'Loading…'}</option>
      {[...left, ...(members ?? [])].map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
          {id === me && ' (you)'}
        </option>
      ))}
    </Select>
  );
}
