import { Link } from 'wouter';
import { useCommand } from '../api/command';
import type { Me, Ref, Role } from '../api/contract';
import { usePages } from '../api/query';
import { useOrganization } from '../app/me';
import { DependencyTable } from '../dependencies/parts';
import { ImpedimentMarks } from '../impediments/parts';
import { SprintLine } from '../organization/Organization';
import { Button } from '../ui/Button';
import { Age, FeatureMark, When } from '../ui/Marks';
import { More, Page, Panel } from '../ui/Page';
import { Empty, NothingOpen, ProblemNotice, Show } from '../ui/States';
import { toast } from '../ui/Toasts';
import { useDraft } from '../ui/useDraft';
import { unitsHeld } from './held';
import { NextGatherings } from './NextGatherings';
import { ToAnswer } from './ScrumMasterHome';

/** For developers and Product Owners: what blocks us, who waits for us, what we build. */
export default function TeamHome({ me, roles }: { me: Me; roles: Role[] }) {
  const organization = useOrganization();
  const teams = unitsHeld(me, roles);
  const owner = roles.includes('PRODUCT_OWNER');
  return (
    <Page title={teams.map((team) => team.name).join(', ')}>
      {organization && <SprintLine whole={organization} />}
      {teams.map((team) => (
        <div key={team.id} className="stack">
          <QuickRaise team={team} />
          <div className="two">
            <Blocks team={team} />
            {owner ? <ToAnswer unit={team} /> : <Features team={team} />}
          </div>
          <Waiting team={team} />
          {owner && <Features team={team} />}
        </div>
      ))}
      <NextGatherings me={me} />
    </Page>
  );
}

function QuickRaise({ team }: { team: Ref }) {
  const draft = useDraft(`quick-raise.${team.id}`, { title: '' });
  const raise = useCommand('post', '/api/team/impediments', {
    onDone: (made) => {
      draft.clear();
      toast(
        <>
          Raised. <Link href={`/impediments/${made.id}`}>Add what you know</Link>
        </>,
      );
    },
  });
  return (
    <form
      className="stack-s"
      onSubmit={(event) => {
        event.preventDefault();
        const title = draft.value.title.trim();
        if (title && !raise.busy) raise.run({ body: { title, team: team.id } });
      }}
    >
      <div className="quick-raise">
        <input
          className="input"
          aria-label="What is in the way? One sentence"
          placeholder="What is in the way? One sentence, Enter"
          maxLength={200}
          value={draft.value.title}
          onChange={(event) => draft.set({ title: event.target.value })}
        />
        <Button type="submit" icon="plus" busy={raise.busy}>
          Raise impediment
        </Button>
      </div>
      <ProblemNotice problem={raise.problem} />
    </form>
  );
}

function Blocks({ team }: { team: Ref }) {
  const query = usePages('/api/team/impediments', { query: { team: team.id, state: 'OPEN', sort: 'age' } });
  return (
    <Panel title="What blocks us" count={query.data?.items.length}>
      <Show query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <NothingOpen title="Nothing open." checkedAt={query.dataUpdatedAt} />
          ) : (
            <ul className="rows compact">
              {items.map((one) => (
                <li key={one.id}>
                  <div className="spread">
                    <Link href={`/impediments/${one.id}`} className="plain-link strong">
                      {one.title}
                    </Link>
                    <Age days={one.ageDays} />
                  </div>
                  <p className="small quiet">
                    {one.nextStep ? `Next: ${one.nextStep}` : `With ${one.waitingFor ?? one.holder.name}`}
                  </p>
                  <ImpedimentMarks one={one} />
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

function Waiting({ team }: { team: Ref }) {
  const query = usePages('/api/team/dependencies', { query: { team: team.id, role: 'producer', limit: 50 } });
  return (
    <Panel title="Who waits for us">
      <Show query={query}>
        {({ items }) => {
          const open = items.filter((one) => !['ACCEPTED', 'WITHDRAWN', 'DECLINED'].includes(one.status));
          return open.length === 0 ? (
            <Empty title="Nobody waits for us" />
          ) : (
            <DependencyTable items={open} own={team.id} />
          );
        }}
      </Show>
      <More query={query} />
    </Panel>
  );
}

function Features({ team }: { team: Ref }) {
  const query = usePages('/api/roadmap/features', { query: { team: team.id } });
  return (
    <Panel title="What we build">
      <Show query={query}>
        {({ items }) => {
          const open = items.filter((one) => one.status !== 'DONE' && one.status !== 'DROPPED');
          if (open.length === 0) return <Empty title="No open feature" />;
          return (
            <ul className="rows compact">
              {open.map((one) => (
                <li key={one.id}>
                  <div className="spread">
                    <Link href={`/features/${one.id}`} className="plain-link strong">
                      {one.title}
                    </Link>
                    <FeatureMark status={one.status} />
                  </div>
                  <p className="small quiet">
                    <When date={one.date} />
                    {!one.outcome && ' · serves no outcome'}
                  </p>
                </li>
              ))}
            </ul>
          );
        }}
      </Show>
      <More query={query} />
    </Panel>
  );
}
