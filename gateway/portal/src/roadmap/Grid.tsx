import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import type { Roadmap, RoadmapCellOutcome } from '../api/contract';
import { useChanged } from '../api/live';
import { show } from '../app/overlay';
import { number } from '../model/numbers';
import { quarterWords } from '../model/time';
import { Button } from '../ui/Button';
import { Ago, StateMark } from '../ui/Marks';
import './roadmap.css';

/** Areas by quarters; a cell's outcomes with what changed last first. */
export function Grid({ roadmap, area }: { roadmap: Roadmap; area?: string | undefined }) {
  const cells = new Map(roadmap.cells.map((cell) => [`${cell.area?.id ?? ''} ${cell.quarter}`, cell.outcomes]));
  const areas = roadmap.areas.filter((one) => !area || one?.id === area);
  return (
    <div className="table-wrap">
      <table className="roadmap">
        <thead>
          <tr>
            <th scope="col">Area</th>
            {roadmap.quarters.map((quarter) => (
              <th key={quarter} scope="col">
                {quarterWords(quarter)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {areas.map((one) => (
            <tr key={one?.id ?? 'product'}>
              <th scope="row">
                {one ? (
                  <Link href={`/units/${one.id}`} className="plain-link">
                    {one.name}
                  </Link>
                ) : (
                  'Whole product'
                )}
              </th>
              {roadmap.quarters.map((quarter) => (
                <td key={quarter} data-quarter={quarterWords(quarter)}>
                  <div
                    className="cell-outcomes"
                    data-empty={cells.get(`${one?.id ?? ''} ${quarter}`)?.length ? undefined : true}
                  >
                    {byChange(cells.get(`${one?.id ?? ''} ${quarter}`) ?? []).map((outcome) => (
                      <Cell key={outcome.id} outcome={outcome} />
                    ))}
                    {roadmap.mayHoldNew.some((place) => (place?.id ?? '') === (one?.id ?? '')) && (
                      <span className="cell-add">
                        <Button
                          size="small"
                          kind="ghost"
                          icon="plus"
                          aria-label={`Outcome, new: ${one?.name ?? 'whole product'}, ${quarterWords(quarter)}`}
                          onClick={() => show({ kind: 'outcome', quarter, area: one?.id })}
                        >
                          Outcome
                        </Button>
                      </span>
                    )}
                  </div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function byChange(outcomes: RoadmapCellOutcome[]): RoadmapCellOutcome[] {
  return [...outcomes].sort((one, other) => (other.changedAt ?? '').localeCompare(one.changedAt ?? ''));
}

function Cell({ outcome }: { outcome: RoadmapCellOutcome }) {
  const changed = useChanged(outcome.id);
  const isNew = useLastVisit() < (outcome.changedAt ?? '');
  const { keyResult } = outcome;
  return (
    <article className={`cell-outcome ${changed ? 'is-changed' : ''}`}>
      <Link href={`/outcomes/${outcome.id}`} className="name">
        {outcome.title}
      </Link>
      <div className="line">
        <button
          type="button"
          className="state-button"
          onClick={() => show({ kind: 'why', outcome: outcome.id, title: outcome.title })}
        >
          <StateMark state={outcome.shownState} />
          <span className="sr-only">, why? {outcome.title}</span>
        </button>
        {keyResult && (
          <span className="value" title={keyResult.name}>
            <b>{number(keyResult.current)}</b> / {number(keyResult.target, keyResult.unit)}
          </span>
        )}
      </div>
      {outcome.mainReason && <p className="main-reason">{outcome.mainReason}</p>}
      {isNew && outcome.changedAt && (
        <p className="small">
          <span className="strong">Changed</span> <Ago at={outcome.changedAt} />, since your last visit
        </p>
      )}
    </article>
  );
}

const key = 'guildhall.last-visit';
const previous = readPrevious();

function readPrevious(): string {
  try {
    return localStorage.getItem(key) ?? new Date().toISOString();
  } catch {
    return new Date().toISOString();
  }
}

/** When this browser was here before; a visit counts once it has lasted a moment. */
function useLastVisit(): string {
  const [since] = useState(previous);
  useEffect(() => {
    const timer = setTimeout(() => {
      try {
        localStorage.setItem(key, new Date().toISOString());
      } catch {
        // storage may be forbidden: nothing is marked as new then
      }
    }, 10_000);
    return () => clearTimeout(timer);
  }, []);
  return since;
}
