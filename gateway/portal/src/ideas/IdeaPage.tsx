import { EventLine } from '../activity/parts';
import '../activity/activity.css';
import type { Idea } from '../api/contract';
import { useChanged } from '../api/live';
import { useGet } from '../api/query';
import { FollowButton } from '../follows/FollowButton';
import { PagesAbout } from '../playbook/PagesAbout';
import { Ago } from '../ui/Marks';
import { Page, Panel } from '../ui/Page';
import { Notice, Show } from '../ui/States';
import { Onwards } from './actions';
import './ideas.css';
import { Due, IdeaMark, Support, triedBy } from './parts';

export default function IdeaPage({ id }: { id: string }) {
  const query = useGet('/api/cop/ideas/{id}', { path: { id } });
  return (
    <Show page query={query}>
      {(one) => <Loaded one={one} />}
    </Show>
  );
}

function Loaded({ one }: { one: Idea }) {
  const changed = useChanged(one.id);
  const at = `/communities/${one.community.id}`;
  return (
    <Page
      title={one.title}
      crumbs={[
        { name: 'Communities', href: '/communities' },
        { name: one.community.name, href: at },
        { name: 'Ideas', href: `${at}/ideas` },
      ]}
      marks={
        <>
          <IdeaMark status={one.status} />
          <Due one={one} />
          <span className="small quiet">
            {one.by.name}, <Ago at={one.at} />
          </span>
        </>
      }
      actions={
        <>
          <FollowButton kind="IDEA" id={one.id} title={one.title} />
          <Support one={one} />
          <Onwards one={one} />
        </>
      }
    >
      {one.reason && (
        <Notice icon="cross">
          <p className="strong">It is not tried</p>
          <p className="idea-words" dir="auto">
            {one.reason}
          </p>
        </Notice>
      )}
      <div className={`columns wide-side ${changed ? 'is-changed' : ''}`}>
        <div className="stack">
          <Panel title="The idea" padded>
            <dl className="facts idea-facts">
              <Fact name="What" words={one.what ?? one.title} />
              <Fact name="Why" words={one.why} />
            </dl>
          </Panel>
          {one.trial && (
            <Panel title="The trial" padded>
              <dl className="facts idea-facts">
                <Fact name="Who" words={triedBy(one.trial)} />
                <Fact name="Measure" words={one.trial.measure} />
                <Fact name="Learned" words={one.learned} />
              </dl>
            </Panel>
          )}
          <PagesAbout title="In the playbook" path={`/ideas/${one.id}`} />
        </div>
        <History one={one} />
      </div>
    </Page>
  );
}

function Fact({ name, words }: { name: string; words: string | undefined }) {
  if (!words) return null;
  return (
    <>
      <dt>{name}</dt>
      <dd className="idea-words" dir="auto">
        {words}
      </dd>
    </>
  );
}

function History({ one }: { one: Idea }) {
  const query = useGet('/api/feed/events', { query: { topic: 'cop.ideas', subject: one.id, limit: 25 } });
  return (
    <Panel title="History">
      <Show query={query} lines={3}>
        {({ items }) => (
          <ul className="rows">
            {items.map((event) => (
              <li key={event.position}>
                <EventLine event={event} />
              </li>
            ))}
          </ul>
        )}
      </Show>
    </Panel>
  );
}
