import { useEffect, useState } from 'react';
import { useGet } from '../api/query';
import { Button } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Select, TextField } from '../ui/Field';
import { Show } from '../ui/States';
import type { Subject, SubjectKind } from './words';

const kinds: Record<SubjectKind, string> = { IMPEDIMENT: 'An impediment', DECISION: 'A decision' };

/** What a run is attached to: an impediment or a decision that one sees. */
export function Choose({ onChoose, onClose }: { onChoose: (subject: Subject) => void; onClose: () => void }) {
  const [kind, setKind] = useState<SubjectKind>('IMPEDIMENT');
  const [text, setText] = useState('');
  const q = useSettled(text.trim()) || undefined;
  const impediments = useGet('/api/team/impediments', {
    query: { q, limit: 10 },
    enabled: kind === 'IMPEDIMENT',
    keep: true,
  });
  const decisions = useGet('/api/roadmap/decisions', {
    query: { q, limit: 10 },
    enabled: kind === 'DECISION',
    keep: true,
  });
  return (
    <Dialog title="What is it about?" onClose={onClose}>
      <div className="stack">
        <div className="grid-2">
          <Select label="Kind" value={kind} onText={(value) => setKind(value as SubjectKind)}>
            {Object.entries(kinds).map(([value, word]) => (
              <option key={value} value={value}>
                {word}
              </option>
            ))}
          </Select>
          <TextField label="Search" type="search" value={text} onText={setText} />
        </div>
        {kind === 'IMPEDIMENT' ? (
          <Show query={impediments} lines={4}>
            {({ items }) => (
              <Found
                items={items.map((one) => ({ id: one.id, title: one.title, hint: one.team.name }))}
                onChoose={(id) => onChoose({ kind, id })}
              />
            )}
          </Show>
        ) : (
          <Show query={decisions} lines={4}>
            {({ items }) => (
              <Found
                items={items.map((one) => ({ id: one.id, title: one.question, hint: one.by.name }))}
                onChoose={(id) => onChoose({ kind, id })}
              />
            )}
          </Show>
        )}
      </div>
    </Dialog>
  );
}

function Found({
  items,
  onChoose,
}: {
  items: { id: string; title: string; hint: string }[];
  onChoose: (id: string) => void;
}) {
  if (items.length === 0) return <p className="quiet">Nothing is called so.</p>;
  return (
    <ul className="rows">
      {items.map((one) => (
        <li key={one.id} className="spread">
          <span dir="auto">
            {one.title} <span className="small quiet">{one.hint}</span>
          </span>
          <Button size="small" onClick={() => onChoose(one.id)}>
            Choose<span className="sr-only"> {one.title}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}

function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), 180);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
