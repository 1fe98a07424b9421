import { useEffect, useRef, useState } from 'react';
import { useCommand } from '../api/command';
import type { Channel } from '../api/contract';
import { useMe, useOrganization } from '../app/me';
import { CommandDialog } from '../ui/CommandDialog';
import { Select, TextField } from '../ui/Field';
import { type ChannelField, chats, fieldOf, isChat, ledBy, refusalOf } from './words';

const kinds: Record<string, string> = { AREA: ' (area)', SCRUM_OF_SCRUMS: ' (Scrum of Scrums)' };

export function ConnectChannel({ onClose, onMade }: { onClose: () => void; onMade: (made: Channel) => void }) {
  const led = ledBy(useMe(), useOrganization());
  const address = useRef<HTMLInputElement>(null);
  const [kind, setKind] = useState<Channel['kind']>('SLACK');
  const [chosen, setUnit] = useState('');
  const [url, setUrl] = useState('');
  const [name, setName] = useState('');
  const unit = chosen || (led.length === 1 ? led[0]?.id : undefined) || '';
  const command = useCommand('post', '/api/feed/channels', { onDone: onMade });
  const { problem } = command;
  const field = problem && fieldOf(problem);
  const errorAt = (one: ChannelField) => (problem && field === one ? refusalOf(problem) : undefined);
  // Whoever does not see the field is led to it, and hears what is wrong.
  useEffect(() => {
    if (problem && fieldOf(problem) === 'url') address.current?.focus();
  }, [problem]);
  return (
    <CommandDialog
      title="Connect a channel"
      command={{ ...command, problem: field ? undefined : problem }}
      action="Connect"
      onClose={onClose}
      onSubmit={() =>
        command.run({ body: { kind, unit, url: url.trim(), ...(name.trim() ? { name: name.trim() } : {}) } })
      }
    >
      <Select label="Chat" value={kind} onText={(text) => isChat(text) && setKind(text)}>
        {Object.entries(chats).map(([value, chat]) => (
          <option key={value} value={value}>
            {chat.name}
          </option>
        ))}
      </Select>
      <Select
        label="Whose channel it is"
        hint="It can be told what happens to this team, area or Scrum of Scrums, and to what is below."
        error={errorAt('unit')}
        value={unit}
        onText={setUnit}
        required
      >
        <option value="">Choose</option>
        {led.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
            {kinds[one.kind] ?? ''}
          </option>
        ))}
      </Select>
      <TextField
        ref={address}
        label="Address"
        hint={`${chats[kind].how} Whoever knows it can post there, so it is not shown again.`}
        error={errorAt('url')}
        value={url}
        onText={setUrl}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        required
      />
      <TextField label="Name" optional error={errorAt('name')} value={name} onText={setName} maxLength={100} />
      <p className="quiet">Connecting tells nothing yet. You choose what is told next, and see it before.</p>
    </CommandDialog>
  );
}
