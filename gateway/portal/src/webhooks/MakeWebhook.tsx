import { useState } from 'react';
import { useCommand } from '../api/command';
import { CommandDialog } from '../ui/CommandDialog';
import { fresh, requestOf } from './fields';
import type { WithSecret } from './Secret';
import { WebhookFields } from './WebhookFields';
import { fieldOf } from './words';

export function MakeWebhook({ onClose, onMade }: { onClose: () => void; onMade: (made: WithSecret) => void }) {
  const [value, setValue] = useState(fresh);
  const command = useCommand('post', '/api/feed/webhooks', { onDone: onMade });
  const { problem } = command;
  return (
    <CommandDialog
      title="New webhook"
      command={{ ...command, problem: problem && fieldOf(problem) ? undefined : problem }}
      action="Make"
      onClose={onClose}
      onSubmit={() => command.run({ body: requestOf(value) })}
    >
      <WebhookFields value={value} onChange={setValue} problem={problem} />
    </CommandDialog>
  );
}
