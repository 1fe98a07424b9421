import { Link } from 'wouter';
import type { Me, Ref, Role } from '../api/contract';
import { useGet, usePages } from '../api/query';
import { teamsUnder, useOrganization } from '../app/me';
import { DependencyTable } from '../dependencies/parts';
import { isOpen } from '../model/features';
import { quarterOf } from '../model/time';
import { Grid } from '../roadmap/Grid';
import { ButtonLink } from '../ui/Button';
import { FeatureMark, When } from '../ui/Marks';
import { More, Page, Panel } from '../ui/Page';
import { Empty, NothingOpen, Show } from '../ui/States';
import { DecisionStrip } from './ChiefHome';
import { unitsHeld } from './held';

export default function AreaHome({ me, roles }: { me: Me; roles: Role[] }) {
  const areas = unitsHeld(me, roles);
  return (
    <Page
      title={areas.map((area) => area.name).join(', ')}
      actions={
        <ButtonLink href="/import" icon="import">
          Import
        </ButtonLink>
      }
    >
      <DecisionStrip />
      {areas.map((area) => (
        <div key={area.id} className="stack">
          <Answers area={area} />
          <div className="columns wide-side">
            <Outcomes area={area} />
            <Gaps area={area} />
          </div>
        </div>
      ))}
    </Page>
  );
}

/** Both ways: what others ask of the area's teams, and what its own requests were answered with. */
function Answers({ area }: { area: Ref }) {
  const query = usePages('/api/team/dependencies', { query: { needsAnswerFrom: area.id, limit: 50 } });
  return (
    <Panel
      title="Dependencies needing an answer"
      count={query.data?.items.length}
      note="Both ways, soonest needed first"
    >
      <Show query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <NothingOpen title="Nobody waits for an answer." checkedAt={query.dataUpdatedAt} />
          ) : (
            <DependencyTable
              items={[...items].sort((one, other) => (one.neededBy ?? '9').localeCompare(other.neededBy ?? '9'))}
            />
          )
        }
      </Show>
      <More query={query} />
    </Panel>
  );
}

function Outcomes({ area }: { area: Ref }) {
  const query = useGet('/api/roadmap/roadmap', { query: { from: quarterOf(new Date()), quarters: 2 } });
  return (
    <Panel title="Outcomes">
      <Show query={query}>{(roadmap) => <Grid roadmap={roadmap} area={area.id} />}</Show>
    </Panel>
  );
}

/** What is not ready to be worked on: no date, no team, or no outcome. */
function Gaps({ area }: { area: Ref }) {
  const organization = useOrganization();
  const teams = new Set(teamsUnder(organization, area.id).map((team) => team.id));
  const query = usePages('/api/roadmap/features', { query: { unlinked: true, limit: 100 } });
  const own = (query.data?.items ?? []).filter((one) => one.team && teams.has(one.team.id) && isOpen(one));
  return (
    <Panel
      title="Features not ready"
      count={query.data && own.length}
      actions={
        <ButtonLink size="small" href="/features?unlinked=true">
          Link them
        </ButtonLink>
      }
    >
      <Show query={query}>
        {() =>
          own.length === 0 ? (
            <Empty title="Every feature serves an outcome" />
          ) : (
            <ul className="rows compact">
              {own.slice(0, 12).map((one) => (
                <li key={one.id}>
                  <div className="spread">
                    <Link href={`/features/${one.id}`} className="plain-link strong">
                      {one.title}
                    </Link>
                    <FeatureMark status={one.status} />
                  </div>
                  <p className="small quiet">
                    no outcome{!one.date && ', no date'} · {one.team?.name} {one.date && <When date={one.date} />}
                  </p>
                </li>
              ))}
            </ul>
          )
        }
      </Show>
    </Panel>
  );
}
