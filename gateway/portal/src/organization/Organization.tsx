import { useState } from 'react';
import { Link } from 'wouter';
import { useCommand } from '../api/command';
import type { Unit, UnitKind, Organization as Whole } from '../api/contract';
import { useGet } from '../api/query';
import { useMe } from '../app/me';
import { may, mayMake, use } from '../model/can';
import { shortDate, today } from '../model/time';
import { kindWords, roleWords } from '../model/words';
import { Button, ButtonLink } from '../ui/Button';
import { CommandDialog } from '../ui/CommandDialog';
import { Select, TextField } from '../ui/Field';
import { Mark } from '../ui/Marks';
import { Page, Panel, Tabs } from '../ui/Page';
import { Empty, NothingOpen, Show } from '../ui/States';
import { useDraft } from '../ui/useDraft';
import { useFilters } from '../ui/useFilters';
import { FindingList } from './Findings';
import './organization.css';

export default function Organization() {
  const me = useMe();
  const filters = useFilters();
  const view = filters.get('view') ?? 'tree';
  const query = useGet('/api/team/organization');
  return (
    <Page
      title={query.data?.product?.name ?? 'Organization'}
      lead="Who works with whom, and which places are empty."
      actions={<Actions />}
    >
      <Tabs
        label="Views"
        tabs={[
          { name: 'Product and areas', href: '/organization', current: view === 'tree' },
          { name: 'Scrum of Scrums', href: '/organization?view=sos', current: view === 'sos' },
          { name: 'Findings and vacancies', href: '/organization?view=findings', current: view === 'findings' },
        ]}
      />
      <Show query={query} lines={8}>
        {(whole) =>
          view === 'findings' ? (
            <Findings whole={whole} />
          ) : (
            <>
              <SprintLine whole={whole} />
              <Panel title={view === 'sos' ? 'Scrum of Scrums' : 'Product'} padded>
                <div className="tree">
                  <ul>
                    {view === 'sos' ? (
                      <ScrumOfScrums whole={whole} />
                    ) : whole.product ? (
                      <Node unit={whole.product} childrenOf={byParent(whole)} />
                    ) : (
                      <li>
                        <Empty
                          title="No organization yet"
                          action={
                            mayMake(me, use.importFiles) && (
                              <ButtonLink href="/import" icon="import" kind="primary">
                                Import a catalog
                              </ButtonLink>
                            )
                          }
                        >
                          Bring it in from a catalog, or found the product by hand.
                        </Empty>
                      </li>
                    )}
                  </ul>
                </div>
              </Panel>
            </>
          )
        }
      </Show>
    </Page>
  );
}

function Actions() {
  const me = useMe();
  const [creating, setCreating] = useState(false);
  const [calendar, setCalendar] = useState(false);
  return (
    <>
      <ButtonLink href="/people" icon="people">
        People
      </ButtonLink>
      {may(me, use.setCalendar) && <Button onClick={() => setCalendar(true)}>Sprint calendar</Button>}
      {may(me, use.createUnit) && (
        <Button icon="plus" onClick={() => setCreating(true)}>
          New unit
        </Button>
      )}
      {creating && <NewUnit onClose={() => setCreating(false)} />}
      {calendar && <SprintCalendar onClose={() => setCalendar(false)} />}
    </>
  );
}

export function SprintLine({ whole }: { whole: Whole }) {
  const sprint = whole.sprints.find((one) => one.number === whole.currentSprint);
  if (!sprint) return null;
  const length = Math.max(1, Date.parse(sprint.end) - Date.parse(sprint.start));
  const gone = Math.min(1, Math.max(0, (Date.now() - Date.parse(sprint.start)) / length));
  return (
    <div className="sprint">
      <p className="small">
        <span className="strong">Sprint {sprint.number}</span>{' '}
        <span className="quiet">
          {shortDate(sprint.start)} to {shortDate(sprint.end)}
        </span>
      </p>
      <span className="meter">
        <span style={{ width: `${gone * 100}%` }} />
      </span>
    </div>
  );
}

function byParent(whole: Whole): Map<string, Unit[]> {
  const found = new Map<string, Unit[]>();
  for (const unit of whole.units) {
    if (unit.archived || unit.kind === 'SCRUM_OF_SCRUMS' || unit.kind === 'PRODUCT') continue;
    const parent = unit.parent?.id ?? whole.product?.id ?? '';
    found.set(parent, [...(found.get(parent) ?? []), unit]);
  }
  return found;
}

function Node({ unit, childrenOf }: { unit: Unit; childrenOf: Map<string, Unit[]> }) {
  const below = (childrenOf.get(unit.id) ?? []).sort(
    (one, other) => Number(one.kind === 'TEAM') - Number(other.kind === 'TEAM') || one.name.localeCompare(other.name),
  );
  return (
    <li>
      <UnitLine unit={unit} />
      {below.length > 0 && (
        <ul>
          {below.map((child) => (
            <Node key={child.id} unit={child} childrenOf={childrenOf} />
          ))}
        </ul>
      )}
    </li>
  );
}

function ScrumOfScrums({ whole }: { whole: Whole }) {
  const groups = whole.units.filter((unit) => unit.kind === 'SCRUM_OF_SCRUMS' && !unit.archived);
  const teams = whole.units.filter((unit) => unit.kind === 'TEAM' && !unit.archived);
  const inside = (id: string | undefined): Unit[] => [
    ...groups.filter((group) => group.parent?.id === id && id !== undefined),
    ...teams.filter((team) => team.scrumOfScrums?.id === id && id !== undefined),
  ];
  const show = (unit: Unit, depth: number) => (
    <li key={unit.id}>
      <UnitLine unit={unit} />
      {depth < 6 && inside(unit.id).length > 0 && <ul>{inside(unit.id).map((child) => show(child, depth + 1))}</ul>}
    </li>
  );
  const tops = groups.filter((group) => !groups.some((other) => other.id === group.parent?.id));
  const outside = teams.filter((team) => !team.scrumOfScrums);
  return (
    <>
      {tops.map((group) => show(group, 0))}
      {tops.length === 0 && <li className="quiet">No Scrum of Scrums yet.</li>}
      {outside.length > 0 && (
        <li>
          <p className="node-line quiet">In no Scrum of Scrums</p>
          <ul>{outside.map((team) => show(team, 6))}</ul>
        </li>
      )}
    </>
  );
}

function UnitLine({ unit }: { unit: Unit }) {
  return (
    <div className="node-line">
      <Link href={`/units/${unit.id}`} className="plain-link">
        {unit.name}
      </Link>
      {unit.kind !== 'TEAM' && <span className="tag">{kindWords[unit.kind]}</span>}
      {unit.kind === 'TEAM' && (
        <span className="small quiet">
          {unit.members} {unit.members === 1 ? 'member' : 'members'}
        </span>
      )}
      {unit.vacancies.map((vacancy) => (
        <Mark key={vacancy.role} tone="warn" icon="person">
          No {roleWords[vacancy.role] ?? vacancy.role}
        </Mark>
      ))}
      {unit.findings.length > 0 && (
        <Link href={`/units/${unit.id}#findings`} className="plain-link small">
          <Mark icon="question">
            {unit.findings.length} {unit.findings.length === 1 ? 'finding' : 'findings'}
          </Mark>
        </Link>
      )}
    </div>
  );
}

function Findings({ whole }: { whole: Whole }) {
  const query = useGet('/api/team/findings');
  const vacant = whole.units.filter((unit) => !unit.archived && unit.vacancies.length > 0);
  return (
    <div className="columns wide-side">
      <Panel
        title="Findings"
        note="A finding warns and never blocks. It can be waived with a reason, which goes into the decision log."
        count={query.data?.items.length}
      >
        <Show query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <NothingOpen title="Every rule that is on is met." checkedAt={query.dataUpdatedAt} />
            ) : (
              <FindingList items={items} withUnit />
            )
          }
        </Show>
      </Panel>
      <Panel title="Empty places" count={vacant.reduce((sum, unit) => sum + unit.vacancies.length, 0)}>
        {vacant.length === 0 ? (
          <Empty title={whole.units.length === 0 ? 'No organization yet' : 'Every role is held'} />
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
  );
}

function NewUnit({ onClose }: { onClose: () => void }) {
  const whole = useGet('/api/team/organization').data;
  const draft = useDraft('new-unit', { kind: 'TEAM' as UnitKind, name: '', parent: '', scrumOfScrums: '' });
  const { kind, name, parent, scrumOfScrums } = draft.value;
  const create = useCommand('post', '/api/team/units', {
    onDone: () => {
      draft.clear();
      onClose();
    },
  });
  const units = (whole?.units ?? []).filter((unit) => !unit.archived);
  const groups = units.filter((unit) => unit.kind === 'SCRUM_OF_SCRUMS');
  return (
    <CommandDialog
      title="New unit"
      action="Create"
      command={create}
      onClose={onClose}
      onSubmit={() =>
        create.run({
          body: {
            kind,
            name: name.trim(),
            parent: parent || (kind === 'SCRUM_OF_SCRUMS' ? undefined : whole?.product?.id),
            scrumOfScrums: kind === 'TEAM' ? scrumOfScrums || undefined : undefined,
          },
        })
      }
    >
      <TextField label="Name" required value={name} onText={(value) => draft.set({ name: value })} />
      <Select label="Kind" value={kind} onText={(value) => draft.set({ kind: value as UnitKind, parent: '' })}>
        {(['TEAM', 'AREA', 'SCRUM_OF_SCRUMS'] as const).map((one) => (
          <option key={one} value={one}>
            {kindWords[one]}
          </option>
        ))}
      </Select>
      <Select label="Inside" value={parent} onText={(value) => draft.set({ parent: value })}>
        <option value="">{kind === 'SCRUM_OF_SCRUMS' ? 'None' : 'The product'}</option>
        {(kind === 'SCRUM_OF_SCRUMS' ? groups : units.filter((unit) => unit.kind === 'AREA')).map((unit) => (
          <option key={unit.id} value={unit.id}>
            {unit.name}
          </option>
        ))}
      </Select>
      {kind === 'TEAM' && groups.length > 0 && (
        <Select
          label="Scrum of Scrums"
          optional
          value={scrumOfScrums}
          onText={(value) => draft.set({ scrumOfScrums: value })}
        >
          <option value="">None yet</option>
          {groups.map((unit) => (
            <option key={unit.id} value={unit.id}>
              {unit.name}
            </option>
          ))}
        </Select>
      )}
    </CommandDialog>
  );
}

function SprintCalendar({ onClose }: { onClose: () => void }) {
  const whole = useGet('/api/team/organization').data;
  const [firstStart, setFirstStart] = useState(whole?.calendar?.firstStart ?? today());
  const [lengthDays, setLengthDays] = useState(String(whole?.calendar?.lengthDays ?? 14));
  const set = useCommand('post', '/api/team/units/product/calendar', { onDone: onClose });
  return (
    <CommandDialog
      title="Sprint calendar"
      action="Save"
      command={set}
      onClose={onClose}
      onSubmit={() => set.run({ body: { firstStart, lengthDays: Number(lengthDays) } })}
    >
      <div className="grid-2">
        <TextField label="First sprint starts" type="date" required value={firstStart} onText={setFirstStart} />
        <TextField
          label="Length in days"
          type="number"
          min={1}
          max={60}
          required
          value={lengthDays}
          onText={setLengthDays}
        />
      </div>
    </CommandDialog>
  );
}
