import { Link } from 'wouter';
import type { Me, Ref, Role } from '../api/contract';
import { usePages } from '../api/query';
import { useOrganization } from '../app/me';
import { show } from '../app/overlay';
import { AgeChart } from '../charts/AgeChart';
import { Question } from '../coaching/Question';
import { Answers } from '../dependencies/parts';
import { ImpedimentTable } from '../impediments/parts';
import { mondayOf, redDays, today } from '../model/time';
import { SprintLine } from '../organization/Organization';
import { Button } from '../ui/Button';
import { DependencyMark, When } from '../ui/Marks';
import { More, Page, Panel } from '../ui/Page';
import { NothingOpen, Show } from '../ui/States';
import { unitsHeld } from './held';
import { NextGatherings } from './NextGatherings';
import { mineFirst } from './order';

export default function ScrumMasterHome({ me, roles }: { me: Me; roles: Role[] }) {
  const organization = useOrganization();
  const teams = unitsHeld(me, roles);
  return (
    <Page
      title={teams.map((team) => team.name).join(', ')}
      actions={
        <Button icon="dependency" onClick={() => show({ kind: 'ask', consumer: teams[0]?.id })}>
          Ask another team
        </Button>
      }
    >
      {organization && <SprintLine whole={organization} />}
      {teams.map((team) => (
        <div className="columns wide-side-end" key={team.id}>
          <Impediments team={team} me={me} named={teams.length > 1} />
          <div className="stack">
            <ToAnswer unit={team} />
            {team === teams[0] && <Asks team={team} />}
          </div>
        </div>
      ))}
      <NextGatherings me={me} />
    </Page>
  );
}

/** The oldest first. */
function useOpenImpediments(team: Ref) {
  return usePages('/api/team/impediments', { query: { team: team.id, state: 'OPEN', sort: 'age', limit: 50 } });
}

/** About the oldest impediment, once it is old; else about anything, another question each week. */
function Asks({ team }: { team: Ref }) {
  const { data } = useOpenImpediments(team);
  if (!data) return null;
  const oldest = data.items[0];
  if (oldest && oldest.ageDays >= redDays) return <Question moment="OLD_IMPEDIMENT" about={oldest.id} />;
  return <Question moment="ANY" about={`${team.id} ${mondayOf(today())}`} />;
}

function Impediments({ team, me, named }: { team: Ref; me: Me; named: boolean }) {
  const query = useOpenImpediments(team);
  return (
    <Panel
      title={named ? `Open impediments, ${team.name}` : 'Open impediments'}
      count={query.data?.items.length}
      actions={
        <Button size="small" icon="plus" onClick={() => show({ kind: 'raise', team: team.id })}>
          Raise one
        </Button>
      }
    >
      <Show query={query} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <NothingOpen title="Nothing open." checkedAt={query.dataUpdatedAt} />
          ) : (
            <>
              {items.length > 2 && (
                <div className="chart-pad">
                  <AgeChart items={items} />
                </div>
              )}
              <ImpedimentTable items={mineFirst(items, team, me)} withTeam={false} />
            </>
          )
        }
      </Show>
      <More query={query} />
    </Panel>
  );
}

/** What another team asked of this unit, or countered, soonest needed first; one click commits. */
export function ToAnswer({ unit }: { unit: Ref }) {
  const query = usePages('/api/team/dependencies', { query: { needsAnswerFrom: unit.id, limit: 50 } });
  return (
    <Panel title="Waiting for your answer" count={query.data?.items.length}>
      <Show query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <NothingOpen title="Nobody waits for an answer." checkedAt={query.dataUpdatedAt} />
          ) : (
            <ul className="rows">
              {[...items]
                .sort((one, other) => (one.neededBy ?? '9').localeCompare(other.neededBy ?? '9'))
                .map((one) => (
                  <li key={one.id} className="stack-s">
                    <div>
                      <Link href={`/dependencies/${one.id}`} className="plain-link strong">
                        {one.title}
                      </Link>
                      <p className="row small quiet">
                        <DependencyMark status={one.status} broken={one.broken} />
                        <span>
                          {one.consumer.id === unit.id ? `from ${one.producer.name}` : `for ${one.consumer.name}`}
                        </span>
                        <span>
                          needed by <When date={one.neededBy} />
                        </span>
                      </p>
                    </div>
                    <div className="row">
                      <Answers one={one} />
                    </div>
                  </li>
                ))}
            </ul>
          )
        }
      </Show>
      <More query={query} />
    </Panel>
  );
}
