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
      {slot.moved && <Mark icon="swap">moved</Mark>}
    </>
  );
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
