import { useState } from 'react';
import { Link } from 'wouter';
import { useCommand } from '../api/command';
import type { Finding } from '../api/contract';
import { may, use } from '../model/can';
import { plusDays, today } from '../model/time';
import { Helps, useHelp } from '../templates/Offered';
import { Button } from '../ui/Button';
import { CommandDialog } from '../ui/CommandDialog';
import { TextArea, TextField } from '../ui/Field';
import { Mark, When } from '../ui/Marks';
import { useDraft } from '../ui/useDraft';

export function FindingList({ items, withUnit }: { items: Finding[]; withUnit?: boolean }) {
  const [waiving, setWaiving] = useState<Finding | undefined>();
  const help = useHelp(items.filter(({ waived }) => !waived).map(({ rule }) => rule));
  return (
    <>
      <ul className="rows">
        {items.map((one) => (
          <li key={one.id} className="spread">
            <div className="grow">
              <p className="strong">{one.text}</p>
              <p className="row small quiet">
                {withUnit && (
                  <Link href={`/units/${one.unit.id}`} className="plain-link">
                    {one.unit.name}
                  </Link>
                )}
                <span>{one.cites}</span>
              </p>
              {!one.waived && <Helps rule={one.rule} pages={help} />}
              {one.waived && (
                <p className="small">
                  <Mark icon="shield">Waived</Mark> {one.waived.reason}{' '}
                  <span className="quiet">
                    {one.waived.by.name}
                    {one.waived.until && (
                      <>
                        , until <When date={one.waived.until} />
                      </>
                    )}
                  </span>
                </p>
              )}
            </div>
            {!one.waived && may(one, use.waiveFinding) && (
              <Button size="small" aria-label={`Waive: ${one.text}`} onClick={() => setWaiving(one)}>
                Waive
              </Button>
            )}
          </li>
        ))}
      </ul>
      {waiving && <Waive one={waiving} onClose={() => setWaiving(undefined)} />}
    </>
  );
}

function Waive({ one, onClose }: { one: Finding; onClose: () => void }) {
  const draft = useDraft(`waive.${one.id}`, { reason: '', until: plusDays(today(), 90) });
  const waive = useCommand('post', '/api/team/findings/{id}/waive', {
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
          path: { id: one.id },
          body: { reason: draft.value.reason.trim(), until: draft.value.until || undefined },
        })
      }
    >
      <p>{one.text}</p>
      <TextArea
        label="Why is it right here?"
        hint="It becomes a decision in the log."
        required
        value={draft.value.reason}
        onText={(reason) => draft.set({ reason })}
      />
      <TextField
        label="Until"
        optional
        type="date"
        min={today()}
        value={draft.value.until}
        onText={(until) => draft.set({ until })}
      />
    </CommandDialog>
  );
}
