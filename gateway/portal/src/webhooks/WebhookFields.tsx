import { useEffect, useRef } from 'react';
import type { Problem } from '../api/problem';
import { unitName, unitsOf, useOrganization } from '../app/me';
import { UnitOptions } from '../app/UnitOptions';
import { kinds } from '../model/events';
import { Choice, Select, TextField } from '../ui/Field';
import type { Fields } from './fields';
import { fieldOf, refusalOf, type WebhookField } from './words';

/** What can be set of a webhook, each field with the refusal that is about it. */
export function WebhookFields({
  value,
  onChange,
  problem,
}: {
  value: Fields;
  onChange: (value: Fields) => void;
  problem: Problem | undefined;
}) {
  const organization = useOrganization();
  const address = useRef<HTMLInputElement>(null);
  const { topics, unit = '' } = value;
  const set = (change: Partial<Fields>) => onChange({ ...value, ...change });
  const field = problem && fieldOf(problem);
  const errorAt = (one: WebhookField) => (problem && field === one ? refusalOf(problem) : undefined);
  // Whoever does not see the field is led to it, and hears what is wrong.
  useEffect(() => {
    if (problem && fieldOf(problem) === 'url') address.current?.focus();
  }, [problem]);
  const topicsError = errorAt('topics');
  const offered =
    unit === '' || [...unitsOf(organization, 'AREA'), ...unitsOf(organization, 'TEAM')].some((one) => one.id === unit);
  return (
    <>
      <TextField
        ref={address}
        label="Address"
        hint="Where the other program listens, like https://example.com/hook"
        error={errorAt('url')}
        value={value.url}
        onText={(url) => set({ url })}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        required
      />
      <TextField
        label="Description"
        optional
        error={errorAt('description')}
        value={value.description ?? ''}
        onText={(description) => set({ description })}
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
                set({ topics: event.target.checked ? [...topics, topic] : topics.filter((one) => one !== topic) })
              }
            />
          ))}
        </div>
        {topicsError && <span className="error">{topicsError}</span>}
      </fieldset>
      <Select label="Where" optional error={errorAt('unit')} value={unit} onText={(unit) => set({ unit })}>
        <option value="">The whole product</option>
        {!offered && <option value={unit}>{unitName(organization, unit)}</option>}
        <UnitOptions organization={organization} />
      </Select>
      <TextField
        label="Most deliveries a second"
        hint="1 to 100"
        error={errorAt('rate')}
        type="number"
        min={1}
        max={100}
        value={value.rate}
        onText={(rate) => set({ rate })}
        required
      />
      <Choice
        label="In order: what happens to one thing is sent one after the other"
        checked={value.ordered}
        onChange={(event) => set({ ordered: event.target.checked })}
      />
    </>
  );
}
