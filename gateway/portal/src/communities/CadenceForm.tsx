import { useId, useMemo } from 'react';
import { useCommand } from '../api/command';
import type { CadenceFields, Community } from '../api/contract';
import { clockOf, ownZone, today, weekdayAndDay } from '../model/time';
import { Button } from '../ui/Button';
import { CommandDialog } from '../ui/CommandDialog';
import { Select, TextField } from '../ui/Field';
import { toast } from '../ui/Toasts';
import { useDraft } from '../ui/useDraft';
import { isZone, lengths, lengthWords, rhythmOf, type Typed, toFields, typedOf } from './cadence';
import { cadenceWords, datesOf, isRule, nthWords, type Rhythm, type Weekday, weekdays, weekdayWords } from './rhythm';

/** Dates that the preview shows. */
const shown = 4;

export function CadenceForm({ one, onClose }: { one: Community; onClose: () => void }) {
  const draft = useDraft<Typed & { base: Community }>(`cadence.${one.id}`, {
    base: one,
    ...typedOf(one.cadence, one.next?.on),
  });
  const { base, ...typed } = draft.value;
  const fields = toFields(typed);
  const noDay = !typed.asRule && typed.unit === 'WEEKLY' && typed.days.length === 0;
  const badZone = !isZone(typed.zone.trim());
  const set = useCommand('put', '/api/cop/communities/{id}/cadence', {
    onDone: () => {
      draft.clear();
      toast('Said. Calendars that follow the community change by themselves.');
      onClose();
    },
  });
  return (
    <CommandDialog
      wide
      title={one.cadence ? 'Change when it meets' : 'Say when it meets'}
      action="Save"
      command={set}
      before={base}
      comparable={comparable}
      labels={{ cadence: 'When it meets' }}
      onClose={onClose}
      onSubmit={() => {
        if (!noDay && !badZone) set.run({ path: { id: base.id }, version: base.version, body: fields });
      }}
      aside={<Preview one={one} fields={fields} known={rhythmOf(typed)} badZone={badZone} />}
    >
      {typed.asRule ? (
        <RuleFields value={typed} onChange={draft.set} />
      ) : (
        <RhythmFields value={typed} onChange={draft.set} noDay={noDay} />
      )}
      <TimeFields value={typed} onChange={draft.set} badZone={badZone} mayBePast={!one.cadence} />
      <div>
        <Button
          size="small"
          kind="ghost"
          onClick={() =>
            draft.set(typed.asRule ? { asRule: false } : { asRule: true, rule: fields.rule || typed.rule })
          }
        >
          {typed.asRule ? 'Choose instead of writing a rule' : 'Write it as a rule instead'}
        </Button>
      </div>
    </CommandDialog>
  );
}

interface Part {
  value: Typed;
  onChange: (change: Partial<Typed>) => void;
}

function RhythmFields({ value, onChange, noDay }: Part & { noDay: boolean }) {
  const { every, unit, days, which, day } = value;
  return (
    <>
      <div className="cadence-every">
        <TextField
          label="Every"
          type="number"
          required
          min={1}
          max={100}
          value={every}
          onText={(text) => onChange({ every: text })}
        />
        <Select label="Weeks or months" value={unit} onText={(text) => onChange({ unit: text as Typed['unit'] })}>
          <option value="WEEKLY">{every === '1' ? 'week' : 'weeks'}</option>
          <option value="MONTHLY">{every === '1' ? 'month' : 'months'}</option>
        </Select>
      </div>
      {unit === 'WEEKLY' ? (
        <fieldset className="field">
          <legend>On</legend>
          <div className="weekdays">
            {weekdays.map((one) => (
              <label key={one} className="weekday">
                <input
                  type="checkbox"
                  aria-label={weekdayWords[one]}
                  checked={days.includes(one)}
                  onChange={({ target }) =>
                    onChange({ days: weekdays.filter((each) => (each === one ? target.checked : days.includes(each))) })
                  }
                />
                <span aria-hidden="true">{weekdayWords[one].slice(0, 3)}</span>
              </label>
            ))}
          </div>
          {noDay && (
            <span className="error" role="alert">
              Choose at least one day.
            </span>
          )}
        </fieldset>
      ) : (
        <div className="cadence-pair">
          <Select label="On the" value={which} onText={(text) => onChange({ which: text })}>
            {[1, 2, 3, 4, -1].map((one) => (
              <option key={one} value={one}>
                {nthWords[one]}
              </option>
            ))}
          </Select>
          <Select label="Day" value={day} onText={(text) => onChange({ day: text as Weekday })}>
            {weekdays.map((one) => (
              <option key={one} value={one}>
                {weekdayWords[one]}
              </option>
            ))}
          </Select>
        </div>
      )}
    </>
  );
}

function RuleFields({ value, onChange }: Part) {
  return (
    <TextField
      label="Rule"
      required
      maxLength={200}
      spellCheck={false}
      autoCapitalize="characters"
      hint="A recurrence rule of days as calendars write it (RFC 5545), for example FREQ=MONTHLY;BYDAY=2TU,4TU."
      value={value.rule}
      onText={(rule) => onChange({ rule })}
    />
  );
}

function TimeFields({ value, onChange, badZone, mayBePast }: Part & { badZone: boolean; mayBePast: boolean }) {
  const zones = useId();
  const all = useMemo(() => Intl.supportedValuesOf('timeZone'), []);
  const minutes = [...new Set([...lengths, Number(value.minutes)])].sort((left, right) => left - right);
  return (
    <>
      <div className="cadence-pair">
        <TextField
          label={value.asRule ? 'First date' : 'From'}
          hint={value.asRule ? 'A day that the rule names.' : undefined}
          type="date"
          required
          min={mayBePast ? undefined : today()}
          value={value.start}
          onText={(start) => onChange({ start })}
        />
        <TextField label="At" type="time" required value={value.at} onText={(at) => onChange({ at })} />
      </div>
      <div className="cadence-pair">
        <Select label="For" value={value.minutes} onText={(text) => onChange({ minutes: text })}>
          {minutes.map((length) => (
            <option key={length} value={length}>
              {lengthWords(length)}
            </option>
          ))}
        </Select>
        <TextField
          label="Time zone"
          list={zones}
          required
          spellCheck={false}
          error={badZone ? 'There is no such time zone; choose one from the list.' : undefined}
          value={value.zone}
          onText={(zone) => onChange({ zone })}
        />
        <datalist id={zones}>
          {all.map((zone) => (
            <option key={zone} value={zone} />
          ))}
        </datalist>
      </div>
    </>
  );
}

/** What the form means, before it is sent. */
function Preview({
  one,
  fields,
  known,
  badZone,
}: {
  one: Community;
  fields: CadenceFields;
  known: Rhythm | undefined;
  badZone: boolean;
}) {
  const { at, zone } = fields;
  const minutes = fields.minutes ?? 60;
  const missing = missingIn(fields, badZone);
  const dates = known && !missing ? datesOf(known, fields.first, shown) : [];
  return (
    <section className="cadence-preview" aria-label="What it means" aria-live="polite">
      <p className="strong">{missing ?? cadenceWords({ ...fields, minutes })}</p>
      {dates.length > 0 && (
        <ol>
          {dates.map((date) => (
            <li key={date}>
              {weekdayAndDay(date)}, {clockOf(at)}–{clockOf(at, minutes)}
            </li>
          ))}
        </ol>
      )}
      {dates.length > 0 && zone !== ownZone() && <p className="small quiet">On the clocks of {zone}.</p>}
      {!missing && !known && (
        <p className="small quiet">
          Guildhall understands more rules than this page can preview; the dates show after saving.
        </p>
      )}
      {one.cadence && (
        <p className="small quiet">
          From then on it replaces what holds now: {cadenceWords(one.cadence)}. Later dates that were moved or cancelled
          are dropped with it.
        </p>
      )}
    </section>
  );
}

/** What keeps the form from meaning something. */
function missingIn({ rule, first }: CadenceFields, badZone: boolean): string | undefined {
  if (rule === '') return 'Say how often and on which days, and see the dates here.';
  if (!isRule(rule))
    return 'This rule is not understood. It is written as in calendars: FREQ=WEEKLY;BYDAY=TH, for example.';
  if (!first) return 'Say from which day on, and see the dates here.';
  return badZone ? 'Choose a time zone, and see the dates here.' : undefined;
}

function comparable(one: Community): object {
  return { cadence: one.cadence && cadenceWords(one.cadence) };
}
