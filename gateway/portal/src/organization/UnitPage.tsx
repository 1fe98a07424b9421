import { useState } from 'react';
import { Link } from 'wouter';
import { useCommand } from '../api/command';
import type { Assignment, Role, Unit } from '../api/contract';
import { useAll, useGet, usePages } from '../api/query';
import { teamsUnder, useMe, useOrganization } from '../app/me';
import { raise, show, useAbout } from '../app/overlay';
import { AgeChart } from '../charts/AgeChart';
import { DependencyTable } from '../dependencies/parts';
import { FollowButton } from '../follows/FollowButton';
import { ImpedimentTable } from '../impediments/parts';
import { may, mayMake, use } from '../model/can';
import { quarterWords, today } from '../model/time';
import { kindWords, rolesOf, roleWords, sentence } from '../model/words';
import { Button, ButtonLink } from '../ui/Button';
import { CommandButton, CommandDialog } from '../ui/CommandDialog';
import { Select, TextArea, TextField } from '../ui/Field';
import { Mark, StateMark, When } from '../ui/Marks';
import { type Crumb, More, Page, Panel } from '../ui/Page';
import { Empty, NothingOpen, Show } from '../ui/States';
import { useDraft } from '../ui/useDraft';
import { FindingList } from './Findings';
import { SprintLine } from './Organization';
import './organization.css';

const unitLabels = {
  name: 'Name',
  description: 'Description',
  parent: 'Inside',
  scrumOfScrums: 'Scrum of Scrums',
  assignments: 'Roles',
};

export default function UnitPage({ id }: { id: string }) {
  const query = useGet('/api/team/units/{id}', { path: { id } });
  return (
    <Show page query={query}>
      {(unit) => <Loaded unit={unit} />}
    </Show>
  );
}

function Loaded({ unit }: { unit: Unit }) {
  const me = useMe();
  const organization = useOrganization();
  useAbout({ team: unit.kind === 'TEAM' ? unit.id : undefined });
  const [doing, setDoing] = useState<'assign' | 'edit' | undefined>();
  const close = () => setDoing(undefined);
  const crumbs: Crumb[] = [{ name: 'Organization', href: '/organization' }];
  const above = organization?.units.find((one) => one.id === unit.parent?.id);
  if (above && above.kind !== 'PRODUCT') crumbs.push({ name: above.name, href: `/units/${above.id}` });
  return (
    <Page
      title={unit.name}
      crumbs={crumbs}
      lead={unit.description}
      marks={
        <>
          <span className="tag">{kindWords[unit.kind]}</span>
          {unit.vacancies.map((vacancy) => (
            <Mark key={vacancy.role} tone="warn" icon="person">
              No {roleWords[vacancy.role] ?? vacancy.role}
            </Mark>
          ))}
        </>
      }
      actions={
        <>
          <FollowButton kind="UNIT" id={unit.id} title={unit.name} />
          {unit.kind === 'SCRUM_OF_SCRUMS' && (
            <ButtonLink href={`/units/${unit.id}/board`} icon="impediment" kind="primary">
              Agenda
            </ButtonLink>
          )}
          {unit.kind === 'TEAM' && (
            <>
              {may(unit, use.raiseImpediment) && (
                <Button icon="plus" onClick={raise}>
                  Raise impediment
                </Button>
              )}
              {mayMake(me, use.proposeDependency) && (
                <Button icon="dependency" onClick={() => show({ kind: 'ask', producer: unit.id })}>
                  Ask them
                </Button>
              )}
            </>
          )}
          {may(unit, use.changeUnit) && <Button onClick={() => setDoing('edit')}>Edit</Button>}
        </>
      }
    >
      {unit.kind === 'TEAM' && organization && <SprintLine whole={organization} />}
      <div className="columns">
        <div className="stack">
          {unit.kind === 'TEAM' && <TeamWork unit={unit} />}
          {unit.kind === 'AREA' && <AreaWork unit={unit} />}
          {unit.kind === 'PRODUCT' && <Below unit={unit} title="Teams" />}
          {unit.kind === 'SCRUM_OF_SCRUMS' && <Members unit={unit} />}
        </div>
        <div className="stack">
          <Panel
            title="Roles"
            actions={
              may(unit, use.assignRole) && (
                <Button size="small" icon="plus" onClick={() => setDoing('assign')}>
                  Assign
                </Button>
              )
            }
          >
            <Roles unit={unit} />
          </Panel>
          {unit.findings.length > 0 && <UnitFindings unit={unit} />}
        </div>
      </div>
      {doing === 'assign' && <Assign unit={unit} onClose={close} />}
      {doing === 'edit' && <Edit unit={unit} onClose={close} />}
    </Page>
  );
}

function UnitFindings({ unit }: { unit: Unit }) {
  const query = useGet('/api/team/findings', { query: { unit: unit.id } });
  return (
    <div id="findings">
      <Panel title="Findings" count={query.data?.items.length}>
        <Show query={query} lines={2}>
          {({ items }) => <FindingList items={items} />}
        </Show>
      </Panel>
    </div>
  );
}

function TeamWork({ unit }: { unit: Unit }) {
  const impediments = usePages('/api/team/impediments', { query: { team: unit.id, state: 'OPEN', sort: 'age' } });
  const dependencies = usePages('/api/team/dependencies', { query: { team: unit.id } });
  return (
    <>
      <Panel title="Open impediments" count={impediments.data?.items.length}>
        <Show query={impediments}>
          {({ items }) =>
            items.length === 0 ? (
              <NothingOpen title="Nothing open." checkedAt={impediments.dataUpdatedAt} />
            ) : (
              <>
                {items.length > 1 && (
                  <div className="chart-pad">
                    <AgeChart items={items} />
                  </div>
                )}
                <ImpedimentTable items={items} withTeam={false} />
              </>
            )
          }
        </Show>
        <More query={impediments} />
      </Panel>
      <Show query={dependencies}>
        {({ items }) => {
          const waits = items.filter((one) => one.consumer.id === unit.id);
          const delivers = items.filter((one) => one.producer.id === unit.id);
          return (
            <>
              <Panel title="It waits for" count={waits.length}>
                {waits.length > 0 ? (
                  <DependencyTable items={waits} own={unit.id} />
                ) : (
                  <Empty title="Nobody keeps this team waiting" />
                )}
              </Panel>
              <Panel title="It delivers to" count={delivers.length}>
                {delivers.length > 0 ? (
                  <DependencyTable items={delivers} own={unit.id} />
                ) : (
                  <Empty title="No team waits for this one" />
                )}
              </Panel>
            </>
          );
        }}
      </Show>
      <More query={dependencies} />
    </>
  );
}

function AreaWork({ unit }: { unit: Unit }) {
  const outcomes = usePages('/api/roadmap/outcomes', { query: { area: unit.id } });
  return (
    <>
      <Panel title="Outcomes" count={outcomes.data?.items.length}>
        <Show query={outcomes}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title="No outcomes yet" />
            ) : (
              <ul className="rows">
                {items.map((one) => (
                  <li key={one.id} className="spread">
                    <Link href={`/outcomes/${one.id}`} className="plain-link strong">
                      {one.title}
                    </Link>
                    <span className="row">
                      <span className="small quiet">{quarterWords(one.quarter)}</span>
                      <StateMark state={one.shownState} />
                    </span>
                  </li>
                ))}
              </ul>
            )
          }
        </Show>
        <More query={outcomes} />
      </Panel>
      <Below unit={unit} title="Teams" />
    </>
  );
}

function Below({ unit, title }: { unit: Unit; title: string }) {
  const organization = useOrganization();
  const teams = teamsUnder(organization, unit.id);
  return (
    <Panel title={title} count={teams.length}>
      <UnitRows units={teams} />
    </Panel>
  );
}

function Members({ unit }: { unit: Unit }) {
  const organization = useOrganization();
  const members = (organization?.units ?? []).filter(
    (one) =>
      !one.archived &&
      (one.scrumOfScrums?.id === unit.id || (one.kind === 'SCRUM_OF_SCRUMS' && one.parent?.id === unit.id)),
  );
  return (
    <Panel title="Who meets" count={members.length}>
      <UnitRows units={members} />
    </Panel>
  );
}

function UnitRows({ units }: { units: Unit[] }) {
  if (units.length === 0) return <Empty title="None yet" />;
  return (
    <ul className="rows">
      {units.map((one) => (
        <li key={one.id} className="spread">
          <Link href={`/units/${one.id}`} className="plain-link strong">
            {one.name}
          </Link>
          <span className="row">
            {one.vacancies.map((vacancy) => (
              <Mark key={vacancy.role} tone="warn" icon="person">
                No {roleWords[vacancy.role] ?? vacancy.role}
              </Mark>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Roles({ unit }: { unit: Unit }) {
  const now = today();
  const past = unit.assignments.filter((one) => one.to && one.to < now);
  const current = unit.assignments.filter((one) => !past.includes(one));
  const roles = [...new Set([...rolesOf[unit.kind], ...current.map((one) => one.role)])];
  const held = roles.filter((role) => current.some((one) => one.role === role));
  return (
    <>
      {held.length === 0 && <Empty title="Nobody holds a role here yet" />}
      {held.map((role) => (
        <section key={role} className="role-group">
          <h3>{roleWords[role] ?? sentence(role)}</h3>
          <ul>
            {current
              .filter((one) => one.role === role)
              .map((one) => (
                <Held key={one.id} unit={unit} one={one} />
              ))}
          </ul>
        </section>
      ))}
      {past.length > 0 && (
        <details className="role-group">
          <summary className="small quiet">{past.length} ended</summary>
          <ul>
            {past.map((one) => (
              <li key={one.id}>
                <span>
                  {one.person.name}, {roleWords[one.role] ?? sentence(one.role)}
                </span>
                <span className="small quiet">
                  <When date={one.from} /> to <When date={one.to} />
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Held({ unit, one }: { unit: Unit; one: Assignment }) {
  const end = useCommand('post', '/api/team/units/{id}/assignments/{assignment}/end');
  return (
    <li>
      <span>
        {one.person.name}
        {one.share !== undefined && <span className="small quiet"> {one.share} %</span>}
        {one.coach && <span className="small quiet"> coached by {one.coach.name}</span>}
      </span>
      <span className="row small quiet">
        <span>
          since <When date={one.from} />
          {one.to && (
            <>
              {' '}
              until <When date={one.to} />
            </>
          )}
        </span>
        {may(unit, use.assignRole) && (
          <CommandButton
            size="small"
            kind="ghost"
            action="End it"
            command={end}
            before={unit}
            labels={unitLabels}
            onRun={() => end.run({ path: { id: unit.id, assignment: one.id }, body: {} })}
          >
            End<span className="sr-only"> the role of {one.person.name}</span>
          </CommandButton>
        )}
      </span>
    </li>
  );
}

function Assign({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const people = useAll(usePages('/api/team/people', { query: { limit: 100 } }));
  const me = useMe();
  const first = rolesOf[unit.kind][0] ?? 'DEVELOPER';
  const draft = useDraft(`assign.${unit.id}`, { person: '', role: first, from: today(), to: '', responsibilities: '' });
  const { person, role, from, to, responsibilities } = draft.value;
  const assign = useCommand('post', '/api/team/units/{id}/assignments', {
    onDone: () => {
      draft.clear();
      onClose();
    },
  });
  return (
    <CommandDialog
      title={`Assign a role in ${unit.name}`}
      action="Assign"
      command={assign}
      before={unit}
      labels={unitLabels}
      onClose={onClose}
      onSubmit={() =>
        assign.run({
          path: { id: unit.id },
          body: { person, role, from, to: to || undefined, responsibilities: responsibilities.trim() || undefined },
        })
      }
    >
      <Select label="Role" value={role} onText={(value) => draft.set({ role: value as Role })}>
        {rolesOf[unit.kind].map((one) => (
          <option key={one} value={one}>
            {roleWords[one]}
          </option>
        ))}
      </Select>
      <Select label="Person" required value={person} onText={(value) => draft.set({ person: value })}>
        <option value="">Choose somebody</option>
        {me?.person && <option value={me.person.id}>{me.person.name} (you)</option>}
        {people.data?.items
          .filter((one) => one.active && one.id !== me?.person?.id)
          .map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
      </Select>
      <div className="grid-2">
        <TextField label="From" type="date" required value={from} onText={(value) => draft.set({ from: value })} />
        <TextField label="To" optional type="date" min={from} value={to} onText={(value) => draft.set({ to: value })} />
      </div>
      {role === 'CO_SCRUM_MASTER' && (
        <TextArea
          label="Their responsibilities"
          required
          value={responsibilities}
          onText={(value) => draft.set({ responsibilities: value })}
        />
      )}
    </CommandDialog>
  );
}

function Edit({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const organization = useOrganization();
  const draft = useDraft(`edit-unit.${unit.id}`, {
    base: unit,
    name: unit.name,
    description: unit.description ?? '',
    parent: unit.parent?.id ?? '',
    scrumOfScrums: unit.scrumOfScrums?.id ?? '',
  });
  const { base, name, description, parent, scrumOfScrums } = draft.value;
  const typed = {
    name: name.trim(),
    description: description.trim() || undefined,
    parent: parent || undefined,
    scrumOfScrums: scrumOfScrums || undefined,
  };
  const change = useCommand('put', '/api/team/units/{id}', {
    onDone: () => {
      draft.clear();
      onClose();
    },
  });
  const units = (organization?.units ?? []).filter((one) => !one.archived && one.id !== unit.id);
  const groups = units.filter((one) => one.kind === 'SCRUM_OF_SCRUMS');
  const parents =
    unit.kind === 'SCRUM_OF_SCRUMS' ? groups : units.filter((one) => one.kind === 'AREA' || one.kind === 'PRODUCT');
  return (
    <CommandDialog
      title={`Edit ${unit.name}`}
      action="Save"
      command={change}
      before={base}
      labels={unitLabels}
      typed={typed}
      onClose={onClose}
      onSubmit={() => change.run({ path: { id: unit.id }, version: base.version, body: typed })}
    >
      <TextField label="Name" required value={name} onText={(value) => draft.set({ name: value })} />
      <TextArea
        label="Description"
        optional
        value={description}
        onText={(value) => draft.set({ description: value })}
      />
      {unit.kind !== 'PRODUCT' && (
        <Select label="Inside" value={parent} onText={(value) => draft.set({ parent: value })}>
          <option value="">{unit.kind === 'SCRUM_OF_SCRUMS' ? 'None' : 'The product'}</option>
          {parents.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </Select>
      )}
      {unit.kind === 'TEAM' && (
        <Select
          label="Scrum of Scrums"
          optional
          value={scrumOfScrums}
          onText={(value) => draft.set({ scrumOfScrums: value })}
        >
          <option value="">None</option>
          {groups.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </Select>
      )}
    </CommandDialog>
  );
}
