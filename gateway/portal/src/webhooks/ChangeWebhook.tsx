import { useState } from 'react';
import { useCommand } from '../api/command';
import type { Webhook } from '../api/contract';
import { unitName, useOrganization } from '../app/me';
import { CommandDialog } from '../ui/CommandDialog';
import { toast } from '../ui/Toasts';
import { useOpened } from '../ui/useOpened';
import { fieldLabels, fieldsOf, named, requestOf, unnamed } from './fields';
import { WebhookFields } from './WebhookFields';
import { fieldOf, nameOf, narrowedBy } from './words';

/** Other settings under the same secret, so that the receiver goes on as it is. */
export function ChangeWebhook({ one, onClose }: { one: Webhook; onClose: () => void }) {
  const opened = useOpened(one);
  const organization = useOrganization();
  const nameOfUnit = (unit: string) => unitName(organization, unit);
  const [value, setValue] = useState(() => fieldsOf(opened));
  const command = useCommand('put', '/api/feed/webhooks/{id}', {
    onDone: (changed) => {
      toast(`${nameOf(changed)} is changed.`);
      onClose();
    },
  });
  const { problem } = command;
  const narrowed = narrowedBy(opened.filter);
  return (
    <CommandDialog
      title={`Change ${nameOf(opened)}`}
      command={{
        ...command,
        problem: problem && fieldOf(problem) ? undefined : problem,
        repeatOn: (version, settled?: ReturnType<typeof named>) =>
          command.repeatOn(version, settled && requestOf(unnamed(settled))),
      }}
      before={opened}
      comparable={(webhook: Webhook) => named(fieldsOf(webhook), nameOfUnit)}
      typed={named(value, nameOfUnit)}
      labels={fieldLabels}
      action="Save"
      onClose={onClose}
      onSubmit={() => command.run({ path: { id: opened.id }, version: opened.version, body: requestOf(value) })}
    >
      <p className="quiet">The secret stays. What still waits goes to the address that is set here.</p>
      <WebhookFields value={value} onChange={setValue} problem={problem} />
      {narrowed && <p className="quiet">Also kept: it is told only of {narrowed}, which was set through the API.</p>}
    </CommandDialog>
  );
}
