import type { GatheringState } from '../api/contract';
import { useAll, usePages } from '../api/query';
import { useMe } from '../app/me';
import { clockTime, longDate, weekdayAndDay } from '../model/time';
import { Select } from '../ui/Field';
import { Mark } from '../ui/Marks';

interface Slot {
  start: string;
  end: string;
  moved: boolean;
}

/** When a gathering begins, on the reader's clock: `Thu 3 Dec, 15:00`. */
export function SlotTime({ slot, withEnd }: { slot: Slot; withEnd?: boolean }) {
  return (
    <>
      <time dateTime={slot.start} title={longDate(slot.start)} className="nowrap">
        {weekdayAndDay(slot.start)}, {clockTime(Date.parse(slot.start))}
        {withEnd && `–${clockTime(Date.parse(slot.end))}`}
      </time>
      {slot.moved && <Mark icon="swap">Moved</Mark>}
    </>
  );
}

interface Stands {
  state: GatheringState;
  moved: boolean;
  end: string;
  attended?: number | undefined;
}

/** How a gathering stands. Whoever was there is asked; that nobody noted it is a fact, and blames nobody. */
export function GatheringMark({ one, asks }: { one: Stands; asks: boolean }) {
  switch (one.state) {
    case 'HELD':
      return (
        <Mark tone="good" icon="check">
          Took place, {one.attended === 1 ? '1 was there' : `${one.attended} were there`}
        </Mark>
      );
    case 'CANCELLED':
      return <Mark icon="cross">Cancelled</Mark>;
    case 'MISSED':
      return <Mark icon="question">Not noted that it took place</Mark>;
    case 'DUE':
      if (Date.parse(one.end) > Date.now()) {
        return (
          <Mark tone="accent" icon="clock">
            Now
          </Mark>
        );
      }
      return asks ? (
        <Mark tone="accent" icon="question">
          Did it take place?
        </Mark>
      ) : (
        <Mark icon="question">Not noted yet</Mark>
      );
    default:
      return one.moved ? <Mark icon="swap">Moved</Mark> : null;
  }
}

/** Somebody of the organization. */
export function PersonSelect({
  label,
  value,
  except,
  hint,
  onText,
}: {
  label: string;
  value: string;
  except: string[];
  hint?: string;
  onText: (person: string) => void;
}) {
  const me = useMe()?.person;
  const people = useAll(usePages('/api/team/people', { query: { limit: 100 } }));
  const others = people.data?.items.filter((one) => one.active && one.id !== me?.id && !except.includes(one.id));
  return (
    <Select label={label} hint={hint} required value={value} onText={onText}>
      <option value="">{others ? 'Choose somebody' : 'Loading…'}</option>
      {me && !except.includes(me.id) && <option value={me.id}>{me.name} (you)</option>}
      {others?.map((one) => (
        <option key={one.id} value={one.id}>
          {one.name}
        </option>
      ))}
    </Select>
  );
}
