import { useEffect, useRef, useState } from 'react';
import { useCommand } from '../api/command';
import { unitsOf, useOrganization } from '../app/me';
import { kinds } from '../model/events';
import { CommandDialog } from '../ui/CommandDialog';
import { Choice, Select, TextField } from '../ui/Field';
import type { WithSecret } from './Secret';
import { fieldOf, refusalOf, type WebhookField } from './words';

export function MakeWebhook({ onClose, onMade }: { onClose: () => void; onMade: (made: WithSecret) => void }) {
  const organization = useOrganization();
  const address = useRef<HTMLInputElement>(null);
  const [url, setUrl] = useState('');
  const [description, setDescription] = useState('');
  const [topics, setTopics] = useState<string[]>([]);
  const [unit, setUnit] = useState('');
  const [ordered, setOrdered] = useState(true);
  const command = useCommand('post', '/api/feed/webhooks', { onDone: onMade });
  const { problem } = command;
  const field = problem && fieldOf(problem);
  const errorAt = (one: WebhookField) => (problem && field === one ? refusalOf(problem) : undefined);
  // Whoever does not see the field is led to it, and hears what is wrong.
  useEffect(() => {
    if (problem && fieldOf(problem) === 'url') address.current?.focus();
  }, [problem]);
  const topicsError = errorAt('topics');
  return (
    <CommandDialog
      title="New webhook"
      command={{ ...command, problem: field ? undefined : problem }}
      action="Make"
      onClose={onClose}
      onSubmit={() =>
        command.run({
          body: {
            url: url.trim(),
            ordered,
            filter: { topics, ...(unit ? { unit } : {}) },
            ...(description.trim() ? { description: description.trim() } : {}),
          },
        })
      }
    >
      <TextField
        ref={address}
        label="Address"
        hint="Where the other program listens, like https://example.com/hook"
        error={errorAt('url')}
        value={url}
        onText={setUrl}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        required
      />
      <TextField
        label="Description"
        optional
        error={errorAt('description')}
        value={description}
        onText={setDescription}
        maxLength={500}
      />
      <fieldset className="field">
        <legend>What it is told</legend>
        <span className="hint">Choose nothing, and it is told everything.</span>
        <div className="choices">
          {Object.entries(kinds).map(([topic, kind]) => (
            <Choice
              key={topic}
              label={kind.name}
              checked={topics.includes(topic)}
              onChange={(event) =>
                setTopics(event.target.checked ? [...topics, topic] : topics.filter((one) => one !== topic))
              }
            />
          ))}
        </div>
        {topicsError && <span className="error">{topicsError}</span>}
      </fieldset>
      <Select label="Where" optional error={errorAt('unit')} value={unit} onText={setUnit}>
        <option value="">The whole product</option>
        {unitsOf(organization, 'AREA').map((one) => (
          <option key={one.id} value={one.id}>
            {one.name} (area)
          </option>
        ))}
        {unitsOf(organization, 'TEAM').map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </Select>
      <Choice
        label="In order: what happens to one thing is sent one after the other"
        checked={ordered}
        onChange={(event) => setOrdered(event.target.checked)}
      />
    </CommandDialog>
  );
}
