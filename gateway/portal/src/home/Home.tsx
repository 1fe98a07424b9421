import { type ComponentType, lazy, Suspense } from 'react';
import type { Me, Role } from '../api/contract';
import { useGet } from '../api/query';
import { ButtonLink } from '../ui/Button';
import { Page, Tabs } from '../ui/Page';
import { Empty, Show, Skeleton } from '../ui/States';
import { useFilters } from '../ui/useFilters';
import './home.css';
import AdministratorHome from './AdministratorHome';
import AreaHome from './AreaHome';
import ChiefHome from './ChiefHome';
import ExecutiveHome from './ExecutiveHome';
import { useLed } from './led';
import ScrumMasterHome from './ScrumMasterHome';
import ScrumOfScrumsHome from './ScrumOfScrumsHome';
import StakeholderHome from './StakeholderHome';
import TeamHome from './TeamHome';
import { useWork } from './work';

interface View {
  key: string;
  name: string;
  roles: Role[];
  component: ComponentType<{ me: Me; roles: Role[] }>;
}

/** It shows the most, and few need it. */
const LeadHome = lazy(() => import('./LeadHome'));

/** Nothing of it comes down before something waits: most people write no pages. */
const YourPages = lazy(() => import('./YourPages'));

/** Part of the first download: what nearly everybody sees first should not wait for a second one. */
const views: View[] = [
  {
    key: 'cpo',
    name: 'Chief Product Owner',
    roles: ['CHIEF_PRODUCT_OWNER'],
    component: ChiefHome,
  },
  {
    key: 'eat',
    name: 'Executive Action Team',
    roles: ['EXECUTIVE_ACTION_TEAM'],
    component: ExecutiveHome,
  },
  {
    key: 'apo',
    name: 'Area Product Owner',
    roles: ['AREA_PRODUCT_OWNER'],
    component: AreaHome,
  },
  {
    key: 'sosm',
    name: 'Scrum of Scrums',
    roles: ['SCRUM_OF_SCRUMS_MASTER'],
    component: ScrumOfScrumsHome,
  },
  {
    key: 'sm',
    name: 'Scrum Master',
    roles: ['SCRUM_MASTER', 'CO_SCRUM_MASTER'],
    component: ScrumMasterHome,
  },
  { key: 'po', name: 'Product Owner', roles: ['PRODUCT_OWNER', 'BACKUP_PRODUCT_OWNER'], component: TeamHome },
  { key: 'lead', name: 'Community', roles: [], component: LeadHome },
  { key: 'team', name: 'Team', roles: ['DEVELOPER', 'TECH_LEAD'], component: TeamHome },
  {
    key: 'admin',
    name: 'Administration',
    roles: ['ADMINISTRATOR'],
    component: AdministratorHome,
  },
  {
    key: 'stakeholder',
    name: 'Stakeholder',
    roles: ['STAKEHOLDER'],
    component: StakeholderHome,
  },
];

/** Everybody's first screen is the one their role needs; who holds several roles has a tab for each. */
export default function Home() {
  const query = useGet('/api/team/me');
  if (query.error?.status === 403) return <Unknown detail={query.error.detail} />;
  return (
    <Show page query={query}>
      {(me) => <Known me={me} />}
    </Show>
  );
}

/** Signed in, but nobody has linked this sign-in to a person. */
function Unknown({ detail }: { detail: string | undefined }) {
  return (
    <Page title="Guildhall does not know you yet">
      <Empty title="Your sign-in belongs to nobody here">
        {detail ?? 'Ask an administrator to link it to you; until then there is nothing to see.'}
      </Empty>
    </Page>
  );
}

/** What waits in the pages of whoever owns or writes some. */
function WhatWaits() {
  const { count } = useWork();
  return count === 0 ? null : (
    <Suspense>
      <YourPages />
    </Suspense>
  );
}

/** Whether somebody leads a community is known later than their roles; only those it matters to wait for that. */
function mayStartWithLead(wanted: string | undefined, held: View[]): boolean {
  const lead = views.findIndex(({ key }) => key === 'lead');
  return wanted === 'lead' || (wanted === undefined && !views.slice(0, lead).some((view) => held.includes(view)));
}

function Known({ me }: { me: Me }) {
  const filters = useFilters();
  const { led, query } = useLed(me);
  const held = views.filter(
    (view) =>
      me.roles.some((one) => view.roles.includes(one.role)) ||
      (view.key === 'admin' && me.administrator) ||
      (view.key === 'lead' && led.length > 0),
  );
  if (query.isPending && mayStartWithLead(filters.get('as'), held)) return <Skeleton lines={6} />;
  const view = held.find((one) => one.key === filters.get('as')) ?? held[0];
  if (!view) {
    return (
      <Page title={`Welcome, ${me.person?.name ?? 'here'}`}>
        <Empty
          title="You hold no role here yet"
          action={
            <ButtonLink href="/roadmap" icon="roadmap">
              See the roadmap
            </ButtonLink>
          }
        >
          Ask an administrator or your Scrum Master to give you one; your first screen follows from it.
        </Empty>
        <WhatWaits />
      </Page>
    );
  }
  const Component = view.component;
  return (
    <>
      {held.length > 1 && (
        <div className="home-tabs">
          <Tabs
            label="Your roles"
            tabs={held.map((one) => ({
              name: one.name,
              href: one === held[0] ? '/' : `/?as=${one.key}`,
              current: one === view,
            }))}
          />
        </div>
      )}
      <Component me={me} roles={view.roles} key={view.key} />
      <WhatWaits />
    </>
  );
}
