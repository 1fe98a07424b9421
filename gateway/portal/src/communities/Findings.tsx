import { useState } from 'react';
import { Link } from 'wouter';
import { useCommand } from '../api/command';
import type { Community, CommunityFinding } from '../api/contract';
import { useGet } from '../api/query';
import { may, use } from '../model/can';
import { plusDays, today } from '../model/time';
import { Helps, useHelp } from '../templates/Offered';
import { Button } from '../ui/Button';
import { CommandDialog } from '../ui/CommandDialog';
import { TextArea, TextField } from '../ui/Field';
import { Icon } from '../ui/Icon';
import { When } from '../ui/Marks';
import { Panel } from '../ui/Page';
import { useDraft } from '../ui/useDraft';

/** What differs from the rule that a community meets and writes; it is asked, and only members are. */
export function Findings({ one }: { one: Community }) {
  const [waiving, setWaiving] = useState<CommunityFinding | undefined>();
  const query = useGet('/api/cop/communities/{id}/findings', { path: { id: one.id }, enabled: one.member });
  const items = query.data?.items ?? [];
  const help = useHelp(items.filter(({ waived }) => !waived).map(({ rule }) => rule));
  if (items.length === 0) return null;
  return (
    <Panel title="Worth a talk" count={items.length} note="Only members see it.">
      <ul className="rows">
        {items.map((finding) => (
          <li key={finding.id} className="spread">
            <div className="finding">
              <p className="row finding-text">
                <Icon name={finding.waived ? 'check' : 'question'} />
                <Link href={finding.path} className="plain-link strong">
                  {finding.text}
                </Link>
              </p>
              <p className="small quiet">{finding.cites}</p>
              {!finding.waived && <Helps rule={finding.rule} pages={help} />}
              {finding.waived && (
                <p className="small">
                  Waived by {finding.waived.by.name}: {finding.waived.reason}
                  {finding.waived.until && (
                    <>
                      , until <When date={finding.waived.until} />
                    </>
                  )}
                </p>
              )}
            </div>
            {may(finding, use.waiveFinding) && (
              <Button size="small" aria-label={`Waive: ${finding.text}`} onClick={() => setWaiving(finding)}>
                Waive
              </Button>
            )}
          </li>
        ))}
      </ul>
      {waiving && <Waive of={one.id} one={waiving} onClose={() => setWaiving(undefined)} />}
    </Panel>
  );
}

function Waive({ of, one, onClose }: { of: string; one: CommunityFinding; onClose: () => void }) {
  const draft = useDraft(`waive.${one.id}`, { reason: '', until: plusDays(today(), 90) });
  const { reason, until } = draft.value;
  const waive = useCommand('post', '/api/cop/communities/{id}/findings/{finding}/waive', {
    onDone: () => {
      draft.clear();
      onClose();
    },
  });
  return (
    <CommandDialog
      title="Waive the rule here"
      action="Waive"
      command={waive}
      onClose={onClose}
      onSubmit={() =>
        waive.run({
          path: { id: of, finding: one.id },
          body: { reason: reason.trim(), ...(until ? { until } : {}) },
        })
      }
    >
      <p>{one.text}</p>
      <TextArea
        label="Why is it right here?"
        hint="Whoever sees the community reads it in the activity."
        required
        maxLength={1000}
        value={reason}
        onText={(text) => draft.set({ reason: text })}
      />
      <TextField
        label="Until"
        optional
        type="date"
        min={today()}
        value={until}
        onText={(day) => draft.set({ until: day })}
      />
    </CommandDialog>
  );
}
