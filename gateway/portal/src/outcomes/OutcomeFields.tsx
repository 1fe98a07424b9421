import type { OutcomeFields as Fields } from '../api/contract';
import { unitsOf, useOrganization } from '../app/me';
import { quarterOf, quarterPlus, quarterWords } from '../model/time';
import { Button } from '../ui/Button';
import { Select, TextField } from '../ui/Field';
import './outcomes.css';

export interface Typed {
  title: string;
  area: string;
  quarter: string;
  keyResults: { key: string; id?: string; name: string; unit: string; baseline: string; target: string }[];
}

export function emptyKeyResult(): Typed['keyResults'][number] {
  return { key: crypto.randomUUID(), name: '', unit: '', baseline: '', target: '' };
}

export function toFields(typed: Typed): Fields {
  return {
    title: typed.title.trim(),
    ...(typed.area ? { area: typed.area } : {}),
    quarter: typed.quarter,
    keyResults: typed.keyResults
      .filter((one) => one.name.trim() !== '')
      .map((one) => ({
        ...(one.id ? { id: one.id } : {}),
        name: one.name.trim(),
        ...(one.unit.trim() ? { unit: one.unit.trim() } : {}),
        baseline: Number(one.baseline),
        target: Number(one.target),
      })),
  };
}

export function OutcomeFields({ value, onChange }: { value: Typed; onChange: (change: Partial<Typed>) => void }) {
  const organization = useOrganization();
  const now = quarterOf(new Date());
  const quarters = [...new Set([value.quarter, ...[-1, 0, 1, 2, 3].map((steps) => quarterPlus(now, steps))])].sort();
  const setKeyResult = (key: string, change: Partial<Typed['keyResults'][number]>) =>
    onChange({ keyResults: value.keyResults.map((one) => (one.key === key ? { ...one, ...change } : one)) });
  return (
    <>
      <TextField
        label="What will be different for whom?"
        required
        maxLength={200}
        value={value.title}
        onText={(title) => onChange({ title })}
      />
      <div className="grid-2">
        <Select label="Quarter" value={value.quarter} onText={(quarter) => onChange({ quarter })}>
          {quarters.map((quarter) => (
            <option key={quarter} value={quarter}>
              {quarterWords(quarter)}
            </option>
          ))}
        </Select>
        <Select label="Area" value={value.area} onText={(area) => onChange({ area })}>
          <option value="">The whole product</option>
          {unitsOf(organization, 'AREA').map((area) => (
            <option key={area.id} value={area.id}>
              {area.name}
            </option>
          ))}
        </Select>
      </div>
      <fieldset className="stack-s">
        <legend className="label">Key results</legend>
        {value.keyResults.map((one, index) => (
          <div key={one.key} className="kr-form">
            <TextField
              label="What is measured"
              required={index === 0}
              value={one.name}
              onText={(name) => setKeyResult(one.key, { name })}
            />
            <TextField label="Unit" value={one.unit} onText={(unit) => setKeyResult(one.key, { unit })} />
            <TextField
              label="From"
              type="number"
              step="any"
              required={one.name !== ''}
              value={one.baseline}
              onText={(baseline) => setKeyResult(one.key, { baseline })}
            />
            <TextField
              label="To"
              type="number"
              step="any"
              required={one.name !== ''}
              value={one.target}
              onText={(target) => setKeyResult(one.key, { target })}
            />
            <Button
              icon="cross"
              kind="ghost"
              aria-label={`Remove key result ${index + 1}`}
              busy={value.keyResults.length === 1}
              onClick={() => onChange({ keyResults: value.keyResults.filter((other) => other.key !== one.key) })}
            />
          </div>
        ))}
        <div>
          <Button
            size="small"
            icon="plus"
            onClick={() => onChange({ keyResults: [...value.keyResults, emptyKeyResult()] })}
          >
            Another key result
          </Button>
        </div>
      </fieldset>
    </>
  );
}
