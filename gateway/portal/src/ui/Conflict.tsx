import { useState } from 'react';
import { type Difference, differences, merge, type Versioned } from '../api/conflict';
import { isRecord } from '../api/problem';
import { longDate, shortDate } from '../model/time';
import { sentence } from '../model/words';
import { Button } from './Button';
import { Dialog } from './Dialog';

/**
 * Somebody else was faster. Shows what they changed next to what was typed; nothing typed is lost, whatever is chosen.
 */
export function ConflictDialog({
  before,
  current,
  typed,
  labels,
  action,
  onSend,
  onBack,
}: {
  before: object;
  current: Versioned;
  /** The form's own fields, when the command replaces fields of the resource. */
  typed?: object | undefined;
  labels: Record<string, string>;
  action: string;
  onSend: (merged: object | undefined) => void;
  onBack: () => void;
}) {
  const rows = differences(before, current, typed, labels);
  const [picks, setPicks] = useState<Record<string, 'mine' | 'theirs'>>({});
  const undecided = rows.some((row) => row.clash && !picks[row.field]);
  return (
    <Dialog title="It changed while you were working on it" onClose={onBack} wide>
      <div className="stack">
        <p className="prose">
          {rows.length > 0
            ? 'Somebody else changed the fields below. What you typed is still in the form.'
            : 'Somebody else changed it, though nothing that is shown here. What you typed is still in the form.'}
        </p>
        {rows.length > 0 && (
          <div className="table-wrap">
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">Field</th>
                  <th scope="col">It was</th>
                  <th scope="col">Now, by somebody else</th>
                  {typed && <th scope="col">You typed</th>}
                </tr>
              </thead>
              <tbody>
                {rows.map((row) => (
                  <Row
                    key={row.field}
                    row={row}
                    typed={typed !== undefined}
                    pick={picks[row.field]}
                    onPick={(pick) => setPicks({ ...picks, [row.field]: pick })}
                  />
                ))}
              </tbody>
            </table>
          </div>
        )}
        {undecided && <p className="quiet">Choose whose version stays where you both changed the same field.</p>}
        <div className="actions">
          <Button onClick={onBack}>Back to editing</Button>
          <Button
            kind="primary"
            busy={undecided}
            onClick={() => onSend(typed ? merge(before, current, typed, picks) : undefined)}
          >
            {action} on top of it
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

function Row({
  row,
  typed,
  pick,
  onPick,
}: {
  row: Difference;
  typed: boolean;
  pick: 'mine' | 'theirs' | undefined;
  onPick: (pick: 'mine' | 'theirs') => void;
}) {
  return (
    <tr>
      <th scope="row">{row.label}</th>
      <td className="quiet">{words(row.before)}</td>
      <td>
        {row.clash ? (
          <label className="choice">
            <input type="radio" name={row.field} checked={pick === 'theirs'} onChange={() => onPick('theirs')} />
            <span>{words(row.theirs)}</span>
          </label>
        ) : (
          words(row.theirs)
        )}
      </td>
      {typed && (
        <td>
          {row.clash ? (
            <label className="choice">
              <input type="radio" name={row.field} checked={pick === 'mine'} onChange={() => onPick('mine')} />
              <span>{words(row.yours)}</span>
            </label>
          ) : (
            <span className="quiet">not changed by you</span>
          )}
        </td>
      )}
    </tr>
  );
}

/** Any value of a resource as a person would say it. */
export function words(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.map(words).join(', ');
  if (isRecord(value)) {
    for (const field of ['name', 'title', 'text', 'kind', 'date']) {
      const found = value[field];
      if (typeof found === 'string') return words(found);
    }
    return Object.values(value).map(words).join(', ');
  }
  const text = String(value);
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return shortDate(text);
  if (/^\d{4}-\d{2}-\d{2}T/.test(text)) return longDate(text);
  return /^[A-Z][A-Z_]+$/.test(text) ? sentence(text) : text;
}
