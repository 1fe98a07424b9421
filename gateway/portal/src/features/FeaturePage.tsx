import { useState } from 'react';
import { Link } from 'wouter';
import { useCommand } from '../api/command';
import type { Feature } from '../api/contract';
import { useChanged } from '../api/live';
import { useGet } from '../api/query';
import { unitsOf, useMe, useOrganization } from '../app/me';
import { raise, useAbout } from '../app/overlay';
import { Question } from '../coaching/Question';
import { Gap } from '../dependencies/parts';
import { FollowButton } from '../follows/FollowButton';
import { may, mayMake, use } from '../model/can';
import { quarterWords } from '../model/time';
import { Button } from '../ui/Button';
import { CommandButton, CommandDialog } from '../ui/CommandDialog';
import { Select, TextField } from '../ui/Field';
import { DependencyMark, FeatureMark, StateMark, When } from '../ui/Marks';
import { Page, Panel } from '../ui/Page';
import { Empty, Show } from '../ui/States';
import { toast } from '../ui/Toasts';
import { useDraft } from '../ui/useDraft';
import { useFilters } from '../ui/useFilters';
import { Edit, featureLabels, Reschedule } from './parts';

export default function FeaturePage({ id }: { id: string }) {
  const query = useGet('/api/roadmap/features/{id}', { path: { id } });
  return (
    <Show page query={query}>
      {(one) => <Loaded one={one} />}
    </Show>
  );
}

function Loaded({ one }: { one: Feature }) {
  const filters = useFilters();
  const changed = useChanged(one.id);
  const me = useMe();
  useAbout({ team: one.team?.id, feature: { id: one.id, title: one.title } });
  const asked = filters.get('do');
  const close = () => filters.set({ do: undefined });
  return (
    <Page
      title={one.title}
      crumbs={[
        { name: 'Features', href: '/features' },
        ...(one.team ? [{ name: one.team.name, href: `/units/${one.team.id}` }] : []),
      ]}
      marks={
        <>
          <FeatureMark status={one.status} />
          {one.key && <span className="tag">{one.key}</span>}
        </>
      }
      actions={
        <>
          <FollowButton kind="FEATURE" id={one.id} title={one.title} />
          {mayMake(me, use.raiseImpediment) && (
            <Button icon="impediment" kind="ghost" onClick={raise}>
              Something stops it
            </Button>
          )}
          {may(one, use.changeFeature) && <Button onClick={() => filters.set({ do: 'edit' })}>Edit</Button>}
          {may(one, use.need) && (
            <Button icon="dependency" onClick={() => filters.set({ do: 'need' })}>
              Needs a team
            </Button>
          )}
          {may(one, use.reschedule) && (
            <Button icon="clock" kind="primary" onClick={() => filters.set({ do: 'reschedule' })}>
              Reschedule
            </Button>
          )}
        </>
      }
    >
      <div className={`columns ${changed ? 'is-changed' : ''}`}>
        <Panel title="What it waits for" count={one.dependencies.length}>
          {one.dependencies.length === 0 ? (
            <Empty title="It needs no other team">
              {one.needs.length > 0 &&
                `Asked for: ${one.needs.map((need) => need.team.name).join(', ')}. The request is on its way.`}
            </Empty>
          ) : (
            <div className="table-wrap">
              <table className="table cards">
                <thead>
                  <tr>
                    <th scope="col">What, from whom</th>
                    <th scope="col">Status</th>
                    <th scope="col">Needed by</th>
                    <th scope="col">Committed by</th>
                  </tr>
                </thead>
                <tbody>
                  {one.dependencies.map((dependency) => (
                    <tr key={dependency.id}>
                      <th scope="row" className="title">
                        <Link href={`/dependencies/${dependency.id}`}>{dependency.title}</Link>
                        <p className="small quiet">from {dependency.producer.name}</p>
                      </th>
                      <td>
                        <DependencyMark status={dependency.status} broken={dependency.broken} />
                      </td>
                      <td data-label="needed by">
                        <When date={dependency.neededBy} />
                      </td>
                      <td data-label="committed by">
                        <When date={dependency.committedBy} missing="not yet" /> <Gap one={dependency} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
        </Panel>
        <div className="stack">
          <Panel title="Plan" padded>
            <dl className="facts">
              <dt>Team</dt>
              <dd>
                {one.team ? (
                  <Link href={`/units/${one.team.id}`}>{one.team.name}</Link>
                ) : (
                  <span className="quiet">none yet</span>
                )}
              </dd>
              <dt>Sprint</dt>
              <dd>{one.plannedSprint ?? <span className="quiet">not planned by sprint</span>}</dd>
              <dt>Date</dt>
              <dd>
                <When date={one.date ?? one.plannedDate} />
              </dd>
              <dt>Source</dt>
              <dd>{one.source ? `${one.source}${one.externalId ? `, ${one.externalId}` : ''}` : 'Entered here'}</dd>
            </dl>
          </Panel>
          <OutcomeOf one={one} />
          {servesNothing(one) && <Question moment="WORK_WITHOUT_OUTCOME" about={one.id} />}
        </div>
      </div>
      {asked === 'reschedule' && may(one, use.reschedule) && <Reschedule one={one} onClose={close} />}
      {asked === 'edit' && may(one, use.changeFeature) && <Edit one={one} onClose={close} />}
      {asked === 'need' && may(one, use.need) && <Need one={one} onClose={close} />}
    </Page>
  );
}

/** Of what is over, the question would come too late. */
function servesNothing(one: Feature): boolean {
  return one.outcome === undefined && (one.status === 'PLANNED' || one.status === 'IN_PROGRESS');
}

function OutcomeOf({ one }: { one: Feature }) {
  const outcome = useGet('/api/roadmap/outcomes/{id}', {
    path: { id: one.outcome ?? '' },
    enabled: one.outcome !== undefined,
  });
  const outcomes = useGet('/api/roadmap/outcomes', { query: { limit: 100 }, enabled: may(one, use.linkFeature) });
  const [chosen, setChosen] = useState('');
  const link = useCommand('post', '/api/roadmap/features/{id}/link', { onDone: () => toast('Linked.') });
  const run = (target: string | null) =>
    link.run({ path: { id: one.id }, version: one.version, body: { outcome: target } });
  return (
    <Panel title="Outcome it serves" padded>
      <div className="stack-s">
        {one.outcome ? (
          <div className="stack-s">
            <Link href={`/outcomes/${one.outcome}`} className="strong">
              {outcome.data?.title ?? 'Open the outcome'}
            </Link>
            {outcome.data && (
              <p className="row">
                <StateMark state={outcome.data.shownState} />{' '}
                <span className="quiet">{quarterWords(outcome.data.quarter)}</span>
              </p>
            )}
          </div>
        ) : (
          <p className="quiet">None. Its work shows as serving no outcome.</p>
        )}
        {may(one, use.linkFeature) && (
          <div className="row">
            <select
              className="input"
              aria-label="Outcome"
              value={chosen}
              onChange={(event) => setChosen(event.target.value)}
            >
              <option value="">{one.outcome ? 'Another outcome' : 'Choose an outcome'}</option>
              {outcomes.data?.items.map((option) => (
                <option key={option.id} value={option.id}>
                  {quarterWords(option.quarter)} · {option.title}
                </option>
              ))}
            </select>
            <CommandButton
              action="Link"
              command={link}
              before={one}
              labels={featureLabels}
              icon="link"
              onRun={() => chosen && run(chosen)}
            >
              Link
            </CommandButton>
            {one.outcome && (
              <Button kind="ghost" onClick={() => run(null)}>
                Unlink
              </Button>
            )}
          </div>
        )}
      </div>
    </Panel>
  );
}

function Need({ one, onClose }: { one: Feature; onClose: () => void }) {
  const organization = useOrganization();
  const draft = useDraft(`need.${one.id}`, { team: '', note: '' });
  const need = useCommand('post', '/api/roadmap/features/{id}/need', {
    onDone: () => {
      draft.clear();
      toast('Asked. The dependency appears with the team in a moment.');
      onClose();
    },
  });
  return (
    <CommandDialog
      title="It needs another team"
      action="Ask"
      command={need}
      before={one}
      labels={featureLabels}
      onClose={onClose}
      onSubmit={() =>
        need.run({
          path: { id: one.id },
          body: { team: draft.value.team, note: draft.value.note.trim() || undefined },
        })
      }
    >
      <Select label="Team" required value={draft.value.team} onText={(team) => draft.set({ team })}>
        <option value="">Choose a team</option>
        {unitsOf(organization, 'TEAM')
          .filter((team) => team.id !== one.team?.id)
          .map((team) => (
            <option key={team.id} value={team.id}>
              {team.name}
            </option>
          ))}
      </Select>
      <TextField label="What for?" optional value={draft.value.note} onText={(note) => draft.set({ note })} />
    </CommandDialog>
  );
}
