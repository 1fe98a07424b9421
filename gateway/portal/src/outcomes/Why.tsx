import { Link } from 'wouter';
import type { Assessment, Reason } from '../api/contract';
import { useChanged } from '../api/live';
import { Icon, type IconName } from '../ui/Icon';
import { Age, Ago } from '../ui/Marks';
import './outcomes.css';

const places: Record<string, [string, IconName]> = {
  OUTCOME: ['/outcomes', 'outcome'],
  FEATURE: ['/features', 'feature'],
  DEPENDENCY: ['/dependencies', 'dependency'],
  IMPEDIMENT: ['/impediments', 'impediment'],
};
const kinds: Record<string, string> = {
  OUTCOME: 'Outcome',
  FEATURE: 'Feature',
  DEPENDENCY: 'Dependency',
  IMPEDIMENT: 'Impediment',
};

/** Each reason with the way to it: outcome, feature, dependency, impediment; who holds it, from where, how old. */
export function Why({ assessment, onLeave }: { assessment: Assessment | undefined; onLeave?: () => void }) {
  if (!assessment || assessment.reasons.length === 0) {
    return (
      <p className="quiet">
        {assessment?.state === 'ON_TRACK'
          ? 'Nothing endangers it: no late commitment and no open impediment touches its features.'
          : 'Nothing is known that would tell. Link features to it, and give them teams and dates.'}
      </p>
    );
  }
  return (
    <ol className="why">
      {assessment.reasons.map((reason) => (
        <Because key={`${reason.kind} ${reason.id}`} reason={reason} onLeave={onLeave} />
      ))}
      {assessment.more > 0 && <li className="quiet">and {assessment.more} more</li>}
    </ol>
  );
}

function Because({ reason, onLeave }: { reason: Reason; onLeave?: (() => void) | undefined }) {
  const changed = useChanged(reason.id);
  return (
    <li className={changed ? 'is-changed' : undefined}>
      <p className="because">{reason.text}</p>
      <p className="source row-wide">
        {reason.owner && (
          <span>
            Held by{' '}
            <Link href={`/units/${reason.owner.id}`} onClick={() => onLeave?.()}>
              {reason.owner.name}
            </Link>
          </span>
        )}
        {reason.ageDays !== undefined && <Age days={reason.ageDays} />}
        {reason.source && (
          <span className="quiet">
            from {reason.source}
            {reason.at && (
              <>
                , <Ago at={reason.at} />
              </>
            )}
          </span>
        )}
      </p>
      <ol className="chain" aria-label="How it gets there">
        {reason.path.map((step) => {
          const [path, icon] = places[step.kind.toUpperCase()] ?? [undefined, 'link' as IconName];
          const inside = (
            <>
              <small>
                <Icon name={icon} /> {kinds[step.kind.toUpperCase()] ?? step.kind}
              </small>
              <span>{step.title}</span>
            </>
          );
          return (
            <li key={`${step.kind} ${step.id}`}>
              {path ? (
                <Link href={`${path}/${step.id}`} onClick={() => onLeave?.()}>
                  {inside}
                </Link>
              ) : (
                <span className="here">{inside}</span>
              )}
            </li>
          );
        })}
      </ol>
    </li>
  );
}
