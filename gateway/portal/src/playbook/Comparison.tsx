import { useState } from 'react';
import type { ComparedLine } from '../api/contract';
import { useGet } from '../api/query';
import { Show } from '../ui/States';
import { amount, collapse, difference } from './collapse';
import './comparison.css';

const signs: Record<ComparedLine['kind'], [sign: string, word: string]> = {
  ADDED: ['+', 'added'],
  REMOVED: ['−', 'removed'],
  SAME: ['', ''],
};

/** What changed from one revision of a page to another. */
export function Compared({ id, from, to }: { id: string; from: number; to: number }) {
  const query = useGet('/api/cop/pages/{id}/difference', { path: { id }, query: { from, to }, keep: true });
  return (
    <Show query={query}>
      {({ before, after, lines }) => (
        <div className="comparison">
          <p className="small quiet">
            {before.title !== after.title && (
              <>
                It was called “{before.title}” and is called “{after.title}”.{' '}
              </>
            )}
            {difference(lines)}
          </p>
          <Lines key={`${from} ${to}`} lines={lines} />
        </div>
      )}
    </Show>
  );
}

export function Lines({ lines }: { lines: ComparedLine[] }) {
  const [opened, setOpened] = useState<number[]>([]);
  return (
    <div className="compared">
      {collapse(lines).map((stretch) =>
        stretch.hidden && !opened.includes(stretch.at) ? (
          <button
            key={stretch.at}
            type="button"
            className="linklike left-out"
            onClick={() => setOpened([...opened, stretch.at])}
          >
            {amount(stretch.lines.length)} unchanged
          </button>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its place
          stretch.lines.map((line, index) => <Line key={stretch.at + index} line={line} />)
        ),
      )}
    </div>
  );
}

function Line({ line }: { line: ComparedLine }) {
  const [sign, word] = signs[line.kind];
  return (
    <p className={`line ${word}`} dir="auto">
      <span aria-hidden="true" className="sign">
        {sign}
      </span>
      <span>
        {word && <span className="sr-only">{word}: </span>}
        {line.text}
      </span>
    </p>
  );
}
