import { useState } from 'react';
import { useCommand } from '../api/command';
import type { Community } from '../api/contract';
import { useGet } from '../api/query';
import { may, use } from '../model/can';
import { plusDays, today } from '../model/time';
import { Button, ButtonLink } from '../ui/Button';
import { CommandDialog } from '../ui/CommandDialog';
import { Panel } from '../ui/Page';
import { Empty, Show } from '../ui/States';
import { toast } from '../ui/Toasts';
import { useOpened } from '../ui/useOpened';
import { CadenceForm } from './CadenceForm';
import { DateRow, type Planned } from './Dates';
import { cadenceNote, cadenceWords } from './rhythm';

/** Coming dates that a look at the community shows. */
const few = 6;

export function planned(one: Community): Planned {
  return { id: one.id, mayPlan: may(one, use.planGatherings), mayRun: one.member };
}

/** When it meets: the rhythm in words, the next date, and some after it. */
export function Meets({ one }: { one: Community }) {
  const [doing, setDoing] = useState<'set' | 'stop' | undefined>();
  const close = () => setDoing(undefined);
  const plans = may(one, use.planGatherings);
  const { cadence, next } = one;
  return (
    <Panel
      title="When it meets"
      note={cadence && cadenceNote(cadence)}
      actions={
        plans &&
        cadence && (
          <>
            <Button size="small" onClick={() => setDoing('set')}>
              Change
            </Button>
            <Button size="small" kind="ghost" onClick={() => setDoing('stop')}>
              Stop meeting
            </Button>
          </>
        )
      }
      footer={
        cadence && (
          <div className="row">
            <ButtonLink size="small" kind="ghost" icon="promise" href={`/subscriptions?new=CALENDAR&unit=${one.id}`}>
              Subscribe in a calendar
            </ButtonLink>
            <ButtonLink size="small" kind="ghost" icon="clock" href={`/communities/${one.id}/gatherings`}>
              All gatherings
            </ButtonLink>
          </div>
        )
      }
    >
      {cadence || next ? (
        <Coming one={one} few />
      ) : (
        <Empty
          title={one.archived ? 'It meets no more' : 'It does not meet regularly yet'}
          action={
            plans && (
              <Button kind="primary" icon="promise" onClick={() => setDoing('set')}>
                Say when it meets
              </Button>
            )
          }
        >
          {plans
            ? 'A fixed rhythm keeps a community alive: say how often and when, and everybody finds the dates here and in their calendars.'
            : one.archived
              ? undefined
              : 'Its leads say here how often and when.'}
        </Empty>
      )}
      {doing === 'set' && <CadenceForm one={one} onClose={close} />}
      {doing === 'stop' && <Stop one={one} onClose={close} />}
    </Panel>
  );
}

/** What is still to come, and what nobody has said yet of the last days. */
export function Coming({ one, few: onlyFew }: { one: Community; few?: boolean }) {
  const [shown, setShown] = useState(onlyFew ? few : 2 * few);
  const query = useGet('/api/cop/communities/{id}/gatherings', {
    path: { id: one.id },
    query: { from: plusDays(today(), -7), to: plusDays(today(), 365) },
  });
  return (
    <Show query={query} lines={few}>
      {({ items }) => {
        const coming = items.filter(({ state, end }) => state === 'DUE' || Date.parse(end) > Date.now());
        const next = onlyFew && coming.find(({ state, end }) => state !== 'CANCELLED' && Date.parse(end) > Date.now());
        if (coming.length === 0) return <Empty title="No date is to come">Its rhythm has ended.</Empty>;
        return (
          <>
            <ul className="rows">
              {coming.slice(0, shown).map((each) => (
                <DateRow key={each.id} of={planned(one)} one={each} next={each === next} />
              ))}
            </ul>
            {!onlyFew && coming.length > shown && (
              <div className="more">
                <Button onClick={() => setShown(shown + 2 * few)}>Show more</Button>
              </div>
            )}
          </>
        );
      }}
    </Show>
  );
}

function Stop({ one, onClose }: { one: Community; onClose: () => void }) {
  const opened = useOpened(one);
  const end = useCommand('delete', '/api/cop/communities/{id}/cadence', {
    onDone: () => {
      toast('It meets no more from tomorrow on.');
      onClose();
    },
  });
  return (
    <CommandDialog
      title="Stop meeting regularly?"
      action="Stop meeting"
      danger
      command={end}
      before={opened}
      comparable={(now: Community) => ({ cadence: now.cadence && cadenceWords(now.cadence) })}
      labels={{ cadence: 'When it meets' }}
      onClose={onClose}
      onSubmit={() => end.run({ path: { id: one.id }, version: opened.version })}
    >
      <p>
        From tomorrow on there are no dates any more, here and in calendars. What took place stays, and a new rhythm can
        be set.
      </p>
    </CommandDialog>
  );
}
