import { Link } from 'wouter';
import type { Evidence, Impediment } from '../api/contract';
import { useChanged } from '../api/live';
import { may, use } from '../model/can';
import { scopeWords, sentence } from '../model/words';
import { Linked } from '../playbook/PageLink';
import { RecordLink } from '../trees/RecordLink';
import { ButtonLink } from '../ui/Button';
import { Age, LevelMark, Mark, When } from '../ui/Marks';

export const impedimentLabels = {
  title: 'What is in the way',
  state: 'State',
  scope: 'Scope',
  category: 'Category',
  stops: 'What is stopped',
  affectedTeams: 'Affected teams',
  daysLost: 'Days lost',
  level: 'Held by level',
  holder: 'Holder',
  waitingFor: 'Waiting for',
  nextStep: 'Next step',
  answer: 'Answer',
  resolution: 'What fixed it',
};

export function ImpedimentTable({ items, withTeam = true }: { items: Impediment[]; withTeam?: boolean }) {
  return (
    <div className="table-wrap">
      <table className="table cards">
        <thead>
          <tr>
            <th scope="col">Impediment</th>
            {withTeam && <th scope="col">Team</th>}
            <th scope="col" className="end">
              Age
            </th>
            <th scope="col">Waiting for, next step</th>
            <th scope="col">
              <span className="sr-only">Actions</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((one) => (
            <ImpedimentRow key={one.id} one={one} withTeam={withTeam} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function ImpedimentRow({ one, withTeam }: { one: Impediment; withTeam: boolean }) {
  const changed = useChanged(one.id);
  return (
    <tr className={changed ? 'is-changed' : undefined}>
      <th scope="row" className="title">
        <Link href={`/impediments/${one.id}`}>{one.title}</Link>
        <ImpedimentMarks one={one} />
      </th>
      {withTeam && (
        <td>
          <Link href={`/units/${one.team.id}`} className="plain-link">
            {one.team.name}
          </Link>
        </td>
      )}
      <td className="end">
        {one.state === 'OPEN' ? <Age days={one.ageDays} /> : <span className="quiet">resolved</span>}
      </td>
      <td className="next-step">
        {one.waitingFor ?? one.holder.name}
        {one.nextStep && <div className="quiet">{one.nextStep}</div>}
      </td>
      <td className="actions">
        {may(one, use.escalateImpediment) && (
          <ButtonLink size="small" href={`/impediments/${one.id}?do=escalate`} aria-label={`Escalate: ${one.title}`}>
            Escalate
          </ButtonLink>
        )}{' '}
        {may(one, use.resolveImpediment) && (
          <ButtonLink size="small" href={`/impediments/${one.id}?do=resolve`} aria-label={`Resolve: ${one.title}`}>
            Resolve
          </ButtonLink>
        )}
      </td>
    </tr>
  );
}

export function ImpedimentMarks({ one }: { one: Impediment }) {
  const promise = one.answer?.kind === 'PROMISED' ? one.answer : undefined;
  return (
    <span className="row marks">
      {one.scope !== 'UNKNOWN' && <span className="tag">{scopeWords[one.scope] ?? sentence(one.scope)}</span>}
      {one.level !== 'TEAM' && <LevelMark level={one.level} />}
      {promise && (
        <Mark tone={promise.broken ? 'bad' : 'good'} icon="promise">
          {promise.broken ? 'Promise broken' : 'Promised'}{' '}
          {promise.promisedFor && (
            <>
              for <When date={promise.promisedFor} />
            </>
          )}
        </Mark>
      )}
      {one.answer?.kind === 'DECLINED' && (
        <Mark tone="bad" icon="cross">
          Declined
        </Mark>
      )}
      {one.supporters > 0 && <Mark icon="people">{one.supporters} also affected</Mark>}
    </span>
  );
}

/** What an escalation carries, as those see it who are asked to act. */
export function EvidenceFacts({ evidence, ageDays }: { evidence: Evidence; ageDays?: number | undefined }) {
  return (
    <dl className="facts">
      <dt>Impact</dt>
      <dd>
        {evidence.impactUnknown ? (
          'Not known yet'
        ) : evidence.impact ? (
          <Linked text={evidence.impact} />
        ) : (
          <span className="quiet">not said</span>
        )}
      </dd>
      <dt>Proposed change</dt>
      <dd>{evidence.proposal ? <Linked text={evidence.proposal} /> : <span className="quiet">not said</span>}</dd>
      {ageDays !== undefined && (
        <>
          <dt>Age</dt>
          <dd>
            <Age days={ageDays} />
          </dd>
        </>
      )}
      <dt>Days lost</dt>
      <dd>{evidence.daysLost ?? 'Not known'}</dd>
      <dt>Affected teams</dt>
      <dd>
        {evidence.affectedTeams && evidence.affectedTeams.length > 0
          ? evidence.affectedTeams.map((team) => team.name).join(', ')
          : 'Only the team itself'}
      </dd>
      {evidence.records && evidence.records.length > 0 && (
        <>
          <dt>Decision trees</dt>
          <dd>
            <ul>
              {evidence.records.map((run) => (
                <li key={run}>
                  <RecordLink id={run} />
                </li>
              ))}
            </ul>
          </dd>
        </>
      )}
      {evidence.respondBy && (
        <>
          <dt>Respond by</dt>
          <dd>
            <When date={evidence.respondBy} />
          </dd>
        </>
      )}
    </dl>
  );
}
