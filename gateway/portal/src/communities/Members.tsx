import { useState } from 'react';
import { useCommand } from '../api/command';
import type { Community, CommunityMember, Ref } from '../api/contract';
import { usePages } from '../api/query';
import { may, use } from '../model/can';
import { Button } from '../ui/Button';
import { CommandDialog } from '../ui/CommandDialog';
import { Mark, When } from '../ui/Marks';
import { More, Panel } from '../ui/Page';
import { Empty, Show } from '../ui/States';
import { toast } from '../ui/Toasts';
import { PersonSelect } from './parts';
import { isOpen, visibilityWords } from './words';

export function Members({ one }: { one: Community }) {
  const [admitting, setAdmitting] = useState(false);
  const query = usePages('/api/cop/communities/{id}/members', { path: { id: one.id }, query: { limit: 50 } });
  return (
    <Panel
      title="Members"
      count={one.members}
      note={isOpen(one) ? 'It is open: people join it themselves. Send them its link.' : visibilityWords.TEAM.means}
      actions={
        may(one, use.admitMember) && (
          <Button icon="plus" onClick={() => setAdmitting(true)}>
            Let somebody in
          </Button>
        )
      }
    >
      <Show query={query} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="Nobody belongs to it">Join it, or send others its link.</Empty>
          ) : (
            <ul className="rows">
              {items.map((member) => (
                <Row key={member.person.id} one={one} member={member} />
              ))}
            </ul>
          )
        }
      </Show>
      <More query={query} />
      {admitting && <Admit one={one} onClose={() => setAdmitting(false)} />}
    </Panel>
  );
}

function Row({ one, member }: { one: Community; member: CommunityMember }) {
  const { person, since } = member;
  const leads = person.id === one.lead?.id;
  const coLeads = one.coLeads.some((each) => each.id === person.id);
  const [removing, setRemoving] = useState(false);
  return (
    <li className="spread">
      <span className="row">
        {person.name}
        {leads && <Mark tone="accent">Lead</Mark>}
        {coLeads && <Mark>Co-lead</Mark>}
      </span>
      <span className="row small quiet">
        <span>
          since <When date={since} />
        </span>
        {may(one, use.removeMember) && !leads && !coLeads && (
          <Button size="small" kind="ghost" onClick={() => setRemoving(true)}>
            Remove<span className="sr-only"> {person.name}</span>
          </Button>
        )}
      </span>
      {removing && <Remove one={one} person={person} onClose={() => setRemoving(false)} />}
    </li>
  );
}

function Remove({ one, person, onClose }: { one: Community; person: Ref; onClose: () => void }) {
  const remove = useCommand('delete', '/api/cop/communities/{id}/members/{person}', {
    onDone: () => {
      toast(`${person.name} does not belong to it any more.`);
      onClose();
    },
  });
  return (
    <CommandDialog
      title={`Remove ${person.name} from ${one.name}?`}
      action="Remove"
      danger
      command={remove}
      onClose={onClose}
      onSubmit={() => remove.run({ path: { id: one.id, person: person.id } })}
    >
      <p>
        What they wrote stays.{' '}
        {isOpen(one)
          ? 'They can join again themselves.'
          : 'They see nothing of it any more, until somebody lets them in.'}
      </p>
    </CommandDialog>
  );
}

function Admit({ one, onClose }: { one: Community; onClose: () => void }) {
  const [person, setPerson] = useState('');
  const admit = useCommand('post', '/api/cop/communities/{id}/members', {
    onDone: () => {
      toast('Let in. They find it among their communities.');
      onClose();
    },
  });
  return (
    <CommandDialog
      title={`Let somebody into ${one.name}`}
      action="Let in"
      command={admit}
      onClose={onClose}
      onSubmit={() => admit.run({ path: { id: one.id }, body: { person } })}
    >
      <PersonSelect label="Who?" value={person} except={[]} onText={setPerson} />
    </CommandDialog>
  );
}
