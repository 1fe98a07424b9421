import { Link } from 'wouter';
import type { Import, Me } from '../api/contract';
import { useAll, useGet, usePages } from '../api/query';
import { useMe, useOrganization } from '../app/me';
import { isKind, kindWords } from '../imports/order';
import { administers } from '../model/can';
import { roleWords } from '../model/words';
import { FindingList } from '../organization/Findings';
import { ButtonLink } from '../ui/Button';
import { Ago, Mark } from '../ui/Marks';
import { Page, Panel } from '../ui/Page';
import { Empty, NothingOpen, Show } from '../ui/States';

export default function AdministratorHome(_: { me: Me }) {
  const organization = useOrganization();
  const people = useAll(usePages('/api/team/people', { query: { limit: 100 } }));
  const findings = useGet('/api/team/findings');
  const unlinked = (people.data?.items ?? []).filter((one) => one.active && one.links.length === 0);
  const units = organization?.units.filter((unit) => !unit.archived) ?? [];
  const vacant = units.filter((unit) => unit.vacancies.length > 0);
  return (
    <Page
      title="Administration"
      actions={
        <>
          <ButtonLink href="/connections" icon="swap">
            Connections
          </ButtonLink>
          <ButtonLink href="/import" icon="import" kind="primary">
            Import
          </ButtonLink>
        </>
      }
    >
      <div className="two">
        <Panel title="Imports">
          <ImportList />
        </Panel>
        <Panel
          title="Who cannot sign in yet"
          count={people.data && `${unlinked.length}${people.hasNextPage ? '+' : ''}`}
          actions={
            <ButtonLink size="small" href="/people?only=unlinked">
              All of them
            </ButtonLink>
          }
        >
          <Show query={people}>
            {({ items }) =>
              items.length === 0 ? (
                <Empty title="Nobody is here yet">A catalog brings people in; others are added by hand.</Empty>
              ) : unlinked.length === 0 ? (
                <NothingOpen
                  title={
                    people.hasNextPage
                      ? `Of the first ${items.length} people everybody has a sign-in.`
                      : 'Everybody has a sign-in.'
                  }
                  checkedAt={people.dataUpdatedAt}
                />
              ) : (
                <ul className="rows compact">
                  {unlinked.slice(0, 8).map((one) => (
                    <li key={one.id}>
                      {one.name} <span className="small quiet">{one.externalId}</span>
                    </li>
                  ))}
                </ul>
              )
            }
          </Show>
        </Panel>
        <Panel title="Findings" count={findings.data?.items.length}>
          <Show query={findings}>
            {({ items }) =>
              items.length === 0 ? (
                <NothingOpen title="Every rule that is on is met." checkedAt={findings.dataUpdatedAt} />
              ) : (
                <FindingList items={items} withUnit />
              )
            }
          </Show>
        </Panel>
        <Panel title="Empty places" count={organization && vacant.length}>
          {units.length === 0 ? (
            <Empty title={organization ? 'No organization yet' : 'Reading the organization'} />
          ) : vacant.length === 0 ? (
            <Empty title="Every role is held" />
          ) : (
            <ul className="rows">
              {vacant.map((unit) => (
                <li key={unit.id} className="spread">
                  <Link href={`/units/${unit.id}`} className="plain-link strong">
                    {unit.name}
                  </Link>
                  <span className="row">
                    {unit.vacancies.map((vacancy) => (
                      <Mark key={vacancy.role} tone="warn" icon="person">
                        No {roleWords[vacancy.role] ?? vacancy.role}
                      </Mark>
                    ))}
                  </span>
                </li>
              ))}
            </ul>
          )}
        </Panel>
      </div>
    </Page>
  );
}

export function ImportList() {
  const catalogs = useGet('/api/team/imports');
  const features = useGet('/api/roadmap/imports');
  const communities = useGet('/api/cop/imports', { enabled: administers(useMe()) });
  return (
    <Show query={catalogs}>
      {() => {
        const all: Import[] = [catalogs, features, communities]
          .flatMap((query): Import[] => query.data?.items ?? [])
          .sort((one, other) => other.at.localeCompare(one.at));
        if (all.length === 0)
          return (
            <Empty title="Nothing was imported yet">
              Bring in the organization from a catalog, and features from a tracker's export.
            </Empty>
          );
        return (
          <ul className="rows">
            {all.slice(0, 10).map((one) => (
              <li key={one.id} className="spread">
                <div>
                  <Link href={`/import?${one.kind}=${one.id}`} className="plain-link strong">
                    {one.file}
                  </Link>
                  <p className="small quiet">
                    {isKind(one.kind) ? kindWords[one.kind] : one.kind}, {one.rows === 1 ? '1 row' : `${one.rows} rows`}
                    , <Ago at={one.at} />
                    {one.counts.refused > 0 && `, ${one.counts.refused} refused`}
                  </p>
                </div>
                <ImportMark one={one} />
              </li>
            ))}
          </ul>
        );
      }}
    </Show>
  );
}

export function ImportMark({ one }: { one: Import }) {
  if (one.status === 'APPLIED') {
    return (
      <Mark tone="good" icon="check">
        Applied
      </Mark>
    );
  }
  if (one.status === 'FAILED') {
    return (
      <Mark tone="bad" icon="off">
        Failed
      </Mark>
    );
  }
  if (one.status === 'APPLYING') {
    return (
      <Mark tone="accent" icon="clock">
        Applying {one.done} of {one.rows}
      </Mark>
    );
  }
  return <Mark icon="question">Checked, not applied</Mark>;
}
