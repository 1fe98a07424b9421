import { useState } from 'react';
import { Link } from 'wouter';
import { useCommand } from '../api/command';
import type { Gathering, GatheringSummary } from '../api/contract';
import { onClocksOf, ownZone, today, weekdayAndDay } from '../model/time';
import { Button } from '../ui/Button';
import { CommandButton, CommandDialog } from '../ui/CommandDialog';
import { TextField } from '../ui/Field';
import { toast } from '../ui/Toasts';
import { useDraft } from '../ui/useDraft';
import { GatheringMark, SlotTime } from './parts';

type Dated = GatheringSummary | Gathering;

/** Whose gatherings they are, and what the reader may do with them. */
export interface Planned {
  id: string;
  mayPlan: boolean;
  mayRun: boolean;
}

export function DateRow({ of, one, next }: { of: Planned; one: GatheringSummary; next?: boolean }) {
  return (
    <li className={`spread ${next ? 'next-gathering' : ''}`}>
      <div>
        {next && <p className="small quiet">Next</p>}
        <p className="row">
          <Link
            href={`/communities/${of.id}/gatherings/${one.on}`}
            className={`plain-link strong ${one.cancelled ? 'struck' : ''}`}
          >
            <SlotTime slot={{ ...one, moved: false }} withEnd />
          </Link>
          <GatheringMark one={one} asks={of.mayRun} />
          {one.openActions > 0 && (
            <span className="small quiet">
              {one.openActions === 1 ? '1 action' : `${one.openActions} actions`} still to do
            </span>
          )}
        </p>
        <Deviation one={one} />
      </div>
      <Replan of={of} one={one} size="small" />
    </li>
  );
}

/** What is not as the rhythm says, and why. */
export function Deviation({ one }: { one: Dated }) {
  if (!one.moved && !one.reason) return null;
  const sameDay = onClocksOf(one.zone, one.start).day === one.on;
  return (
    <p className="small quiet deviation">
      {one.moved && (sameDay ? 'At another time than usual' : `Instead of ${weekdayAndDay(one.on)}`)}
      {one.moved && one.reason && ': '}
      {one.reason}
    </p>
  );
}

/** Moves, cancels or puts back one date, for whoever may. */
export function Replan({ of, one, size }: { of: Planned; one: Dated; size?: 'small' }) {
  const [doing, setDoing] = useState<'move' | 'cancel' | undefined>();
  const close = () => setDoing(undefined);
  const day = weekdayAndDay(one.start);
  const restore = useCommand('post', '/api/cop/communities/{id}/gatherings/{on}/restore', {
    onDone: () => toast('It takes place as planned at first.'),
  });
  if (!of.mayPlan || Date.parse(one.end) < Date.now()) return null;
  const where = <span className="sr-only"> the gathering on {day}</span>;
  return (
    <div className="row">
      {(one.moved || one.cancelled) && (
        <CommandButton
          size={size}
          kind={size ? 'ghost' : undefined}
          action="Put back"
          command={restore}
          onRun={() => restore.run({ path: { id: of.id, on: one.on } })}
        >
          Put back{where}
        </CommandButton>
      )}
      {!one.cancelled && (
        <Button size={size} kind={size ? 'ghost' : undefined} onClick={() => setDoing('move')}>
          Move{where}
        </Button>
      )}
      {!one.cancelled && (
        <Button size={size} kind={size ? 'ghost' : undefined} onClick={() => setDoing('cancel')}>
          Cancel{where}
        </Button>
      )}
      {doing === 'move' && <Move of={of} one={one} onClose={close} />}
      {doing === 'cancel' && <Cancel of={of} one={one} onClose={close} />}
    </div>
  );
}

function Move({ of, one, onClose }: { of: Planned; one: Dated; onClose: () => void }) {
  const { zone } = one;
  const now = onClocksOf(zone, one.start);
  const draft = useDraft(`move.${of.id}.${one.on}`, { ...now, reason: '' });
  const { day, time, reason } = draft.value;
  const move = useCommand('post', '/api/cop/communities/{id}/gatherings/{on}/move', {
    onDone: () => {
      draft.clear();
      toast('Moved. Calendars that follow the community change by themselves.');
      onClose();
    },
  });
  return (
    <CommandDialog
      title={`Move the gathering on ${weekdayAndDay(one.start)}`}
      action="Move it"
      command={move}
      onClose={onClose}
      onSubmit={() =>
        move.run({
          path: { id: of.id, on: one.on },
          body: { to: `${day}T${time}`, ...(reason.trim() ? { reason: reason.trim() } : {}) },
        })
      }
    >
      <div className="grid-2">
        <TextField
          label="To"
          type="date"
          required
          min={today()}
          value={day}
          onText={(text) => draft.set({ day: text })}
        />
        <TextField label="At" type="time" required value={time} onText={(text) => draft.set({ time: text })} />
      </div>
      {zone !== ownZone() && <p className="small quiet">On the clocks of {zone}.</p>}
      <TextField label="Why?" optional maxLength={200} value={reason} onText={(text) => draft.set({ reason: text })} />
    </CommandDialog>
  );
}

function Cancel({ of, one, onClose }: { of: Planned; one: Dated; onClose: () => void }) {
  const draft = useDraft(`cancel.${of.id}.${one.on}`, { reason: '' });
  const cancel = useCommand('post', '/api/cop/communities/{id}/gatherings/{on}/cancel', {
    onDone: () => {
      draft.clear();
      onClose();
    },
  });
  return (
    <CommandDialog
      title={`Cancel the gathering on ${weekdayAndDay(one.start)}`}
      action="Cancel the gathering"
      danger
      command={cancel}
      onClose={onClose}
      onSubmit={() => {
        const reason = draft.value.reason.trim();
        cancel.run({ path: { id: of.id, on: one.on }, body: reason ? { reason } : {} });
      }}
    >
      <p className="quiet">The others stay as they are, and this one can be put back.</p>
      <TextField
        label="Why?"
        optional
        maxLength={200}
        value={draft.value.reason}
        onText={(reason) => draft.set({ reason })}
      />
    </CommandDialog>
  );
}
