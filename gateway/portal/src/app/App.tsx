import { lazy, Suspense } from 'react';
import { Redirect, Route, Router, Switch, useLocation } from 'wouter';
import Home from '../home/Home';
import { mayMake, use } from '../model/can';
import { Page } from '../ui/Page';
import { Empty, NotFound, Skeleton } from '../ui/States';
import { ErrorBoundary } from './ErrorBoundary';
import { aroundNav } from './leaving';
import { useMe } from './me';
import { Shell } from './Shell';

const Impediments = lazy(() => import('../impediments/Impediments'));
const ImpedimentPage = lazy(() => import('../impediments/ImpedimentPage'));
const Dependencies = lazy(() => import('../dependencies/Dependencies'));
const DependencyPage = lazy(() => import('../dependencies/DependencyPage'));
const Roadmap = lazy(() => import('../roadmap/Roadmap'));
const OutcomePage = lazy(() => import('../outcomes/OutcomePage'));
const Features = lazy(() => import('../features/Features'));
const FeaturePage = lazy(() => import('../features/FeaturePage'));
const Decisions = lazy(() => import('../decisions/Decisions'));
const DecisionPage = lazy(() => import('../decisions/DecisionPage'));
const Communities = lazy(() => import('../communities/Communities'));
const CommunityPage = lazy(() => import('../communities/CommunityPage'));
const PlaybookPage = lazy(() => import('../playbook/PlaybookPage'));
const HistoryPage = lazy(() => import('../playbook/HistoryPage'));
const EditPage = lazy(() => import('../playbook/EditPage'));
const NewPage = lazy(() => import('../playbook/NewPage'));
const AllYourPages = lazy(() => import('../home/YourPages').then((all) => ({ default: all.AllYourPages })));
const IdeaPage = lazy(() => import('../ideas/IdeaPage'));
const TreePage = lazy(() => import('../trees/TreePage'));
const EditTree = lazy(() => import('../trees/EditTree'));
const RunPage = lazy(() => import('../trees/RunPage'));
const ProposePage = lazy(() => import('../changes/ProposePage'));
const ChangesPage = lazy(() => import('../changes/ChangesPage'));
const ChangePage = lazy(() => import('../changes/ChangePage'));
const GatheringPage = lazy(() => import('../communities/GatheringPage'));
const Organization = lazy(() => import('../organization/Organization'));
const UnitPage = lazy(() => import('../organization/UnitPage'));
const People = lazy(() => import('../organization/People'));
const Board = lazy(() => import('../home/ScrumOfScrumsBoard'));
const Imports = lazy(() => import('../imports/Imports'));
const Activity = lazy(() => import('../activity/Activity'));
const EventPage = lazy(() => import('../activity/EventPage'));
const Subscriptions = lazy(() => import('../subscriptions/Subscriptions'));
const Channels = lazy(() => import('../channels/Channels'));
const ChannelPage = lazy(() => import('../channels/ChannelPage'));
const Notifications = lazy(() => import('../notifications/Notifications'));
const Webhooks = lazy(() => import('../webhooks/Webhooks'));
const WebhookPage = lazy(() => import('../webhooks/WebhookPage'));
const Connections = lazy(() => import('../connections/Connections'));
const Results = lazy(() => import('../search/Results'));
const Trust = lazy(() => import('../trust/WhoSeesWhat'));

export function App() {
  return (
    <Router aroundNav={aroundNav}>
      <Pages />
    </Router>
  );
}

function Pages() {
  const [location] = useLocation();
  return (
    <Shell>
      <ErrorBoundary key={location}>
        <Suspense fallback={<Skeleton lines={6} />}>
          <Switch>
            <Route path="/" component={Home} />
            <Route path="/impediments" component={Impediments} />
            <Route path="/impediments/:id">{({ id }) => <ImpedimentPage key={id} id={id} />}</Route>
            <Route path="/dependencies" component={Dependencies} />
            <Route path="/dependencies/:id">{({ id }) => <DependencyPage key={id} id={id} />}</Route>
            <Route path="/roadmap" component={Roadmap} />
            <Route path="/outcomes">
              <Redirect to="/roadmap" />
            </Route>
            <Route path="/outcomes/:id">{({ id }) => <OutcomePage key={id} id={id} />}</Route>
            <Route path="/features" component={Features} />
            <Route path="/features/:id">{({ id }) => <FeaturePage key={id} id={id} />}</Route>
            <Route path="/decisions" component={Decisions} />
            <Route path="/decisions/:id">{({ id }) => <DecisionPage key={id} id={id} />}</Route>
            <Route path="/communities" component={Communities} />
            <Route path="/communities/:id">{({ id }) => <CommunityPage key={id} id={id} />}</Route>
            <Route path="/communities/:id/gatherings">
              {({ id }) => <CommunityPage key={id} id={id} part="gatherings" />}
            </Route>
            <Route path="/communities/:id/gatherings/:on">
              {({ id, on }) => <GatheringPage key={`${id} ${on}`} id={`${id}_${on}`} />}
            </Route>
            <Route path="/communities/:id/members">
              {({ id }) => <CommunityPage key={id} id={id} part="members" />}
            </Route>
            <Route path="/communities/:id/pages">{({ id }) => <CommunityPage key={id} id={id} part="pages" />}</Route>
            <Route path="/communities/:id/adoption">
              {({ id }) => <CommunityPage key={id} id={id} part="adoption" />}
            </Route>
            <Route path="/communities/:id/ideas">{({ id }) => <CommunityPage key={id} id={id} part="ideas" />}</Route>
            <Route path="/ideas/:id">{({ id }) => <IdeaPage key={id} id={id} />}</Route>
            <Route path="/communities/:id/trees">{({ id }) => <CommunityPage key={id} id={id} part="trees" />}</Route>
            <Route path="/communities/:id/pages/new">{({ id }) => <NewPage key={id} community={id} />}</Route>
            <Route path="/your-pages" component={AllYourPages} />
            <Route path="/pages/new">
              <NewPage />
            </Route>
            <Route path="/pages/:id">{({ id }) => <PlaybookPage key={id} id={id} />}</Route>
            <Route path="/pages/:id/edit">{({ id }) => <EditPage key={id} id={id} />}</Route>
            <Route path="/pages/:id/propose">{({ id }) => <ProposePage key={id} id={id} />}</Route>
            <Route path="/pages/:id/changes">{({ id }) => <ChangesPage key={id} id={id} />}</Route>
            <Route path="/changes/:id">{({ id }) => <ChangePage key={id} id={id} />}</Route>
            <Route path="/pages/:id/history">{({ id }) => <HistoryPage key={id} id={id} />}</Route>
            <Route path="/trees/:id">{({ id }) => <TreePage key={id} id={id} />}</Route>
            <Route path="/trees/:id/edit">{({ id }) => <EditTree key={id} id={id} />}</Route>
            <Route path="/runs/:id">{({ id }) => <RunPage key={id} id={id} />}</Route>
            <Route path="/organization" component={Organization} />
            <Route path="/units/:id">{({ id }) => <UnitPage key={id} id={id} />}</Route>
            <Route path="/units/:id/board">{({ id }) => <Board key={id} id={id} />}</Route>
            <Route path="/activity" component={Activity} />
            <Route path="/activity/:position">
              {({ position }) => <EventPage key={position} position={position} />}
            </Route>
            <Route path="/subscriptions" component={Subscriptions} />
            <Route path="/channels" component={Channels} />
            <Route path="/channels/:id">{({ id }) => <ChannelPage key={id} id={id} />}</Route>
            <Route path="/notifications" component={Notifications} />
            <Route path="/webhooks" component={Webhooks} />
            <Route path="/webhooks/:id">{({ id }) => <WebhookPage key={id} id={id} />}</Route>
            <Route path="/connections" component={Connections} />
            <Route path="/people" component={People} />
            <Route path="/import" component={Import} />
            <Route path="/search" component={Results} />
            <Route path="/who-sees-what" component={Trust} />
            <Route>
              <Page title="No such page">
                <NotFound />
              </Page>
            </Route>
          </Switch>
        </Suspense>
      </ErrorBoundary>
    </Shell>
  );
}

function Import() {
  const me = useMe();
  if (!me || mayMake(me, use.importFiles)) return <Imports />;
  return (
    <Page title="Import">
      <Empty title="Importing is not yours to do">
        Administrators, the Chief Product Owner and Area Product Owners import; ask one of them.
      </Empty>
    </Page>
  );
}
