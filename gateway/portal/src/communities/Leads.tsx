import { useState } from 'react';
import { useCommand } from '../api/command';
import type { Community, Ref } from '../api/contract';
import { useMe } from '../app/me';
import { may, use } from '../model/can';
import { Button } from '../ui/Button';
import { CommandButton, CommandDialog } from '../ui/CommandDialog';
import { Panel } from '../ui/Page';
import { toast } from '../ui/Toasts';
import { useOpened } from '../ui/useOpened';
import { PersonSelect } from './parts';

const labels = { lead: 'Lead', coLeads: 'Co-leads' };

export function Leads({ one }: { one: Community }) {
  const [doing, setDoing] = useState<'hand over' | 'add' | undefined>();
  const close = () => setDoing(undefined);
  return (
    <Panel title="Who leads it">
      <ul className="rows leads">
        <li className="spread">
          <span>
            {one.lead ? (
              <>
                <span className="strong">{one.lead.name}</span> <span className="small quiet">lead</span>
              </>
            ) : (
              <span className="quiet">Nobody leads it now</span>
            )}
          </span>
          {may(one, use.handOver) && (
            <Button size="small" kind="ghost" onClick={() => setDoing('hand over')}>
              {one.lead ? 'Hand over' : 'Give it a lead'}
            </Button>
          )}
        </li>
        {one.coLeads.map((coLead) => (
          <CoLead key={coLead.id} one={one} coLead={coLead} />
        ))}
        {may(one, use.addCoLead) && (
          <li>
            <Button size="small" kind="ghost" icon="plus" onClick={() => setDoing('add')}>
              Add a co-lead
            </Button>
          </li>
        )}
      </ul>
      {doing === 'hand over' && <HandOver one={one} onClose={close} />}
      {doing === 'add' && <AddCoLead one={one} onClose={close} />}
    </Panel>
  );
}

function CoLead({ one, coLead }: { one: Community; coLead: Ref }) {
  const own = useMe()?.person?.id === coLead.id;
  const end = useCommand('delete', '/api/cop/communities/{id}/co-leads/{person}');
  return (
    <li className="spread">
      <span>
        {coLead.name} <span className="small quiet">co-lead</span>
      </span>
      {!one.archived && (own || may(one, use.endCoLead)) && (
        <CommandButton
          size="small"
          kind="ghost"
          action="End it"
          command={end}
          onRun={() => end.run({ path: { id: one.id, person: coLead.id } })}
        >
          {own ? 'Step back' : 'End'}
          {!own && <span className="sr-only"> the part of {coLead.name}</span>}
        </CommandButton>
      )}
    </li>
  );
}

function HandOver({ one, onClose }: { one: Community; onClose: () => void }) {
  const opened = useOpened(one);
  const [person, setPerson] = useState('');
  const handOver = useCommand('post', '/api/cop/communities/{id}/lead', {
    onDone: (made) => {
      toast(`${made.lead?.name ?? 'Somebody else'} leads it now.`);
      onClose();
    },
  });
  return (
    <CommandDialog
      title={one.lead ? 'Hand over the lead' : 'Give it a lead'}
      action="Hand over"
      command={handOver}
      before={opened}
      labels={labels}
      onClose={onClose}
      onSubmit={() => handOver.run({ path: { id: one.id }, version: opened.version, body: { person } })}
    >
      {one.lead && <p className="quiet">{one.lead.name} stays as co-lead.</p>}
      <PersonSelect
        label="Who leads it from now on?"
        value={person}
        except={one.lead ? [one.lead.id] : []}
        onText={setPerson}
      />
    </CommandDialog>
  );
}

function AddCoLead({ one, onClose }: { one: Community; onClose: () => void }) {
  const [person, setPerson] = useState('');
  const add = useCommand('post', '/api/cop/communities/{id}/co-leads', { onDone: onClose });
  return (
    <CommandDialog
      title="Add a co-lead"
      action="Add"
      command={add}
      onClose={onClose}
      onSubmit={() => add.run({ path: { id: one.id }, body: { person } })}
    >
      <p className="quiet">A co-lead plans gatherings and edits as the lead does, and becomes a member.</p>
      <PersonSelect
        label="Who?"
        value={person}
        except={[one.lead, ...one.coLeads].map((each) => each?.id ?? '')}
        onText={setPerson}
      />
    </CommandDialog>
  );
}
