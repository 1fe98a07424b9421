import { useState } from 'react';
import { Link } from 'wouter';
import type { Follow, Followable } from '../api/contract';
import { kinds } from '../model/events';
import { Button } from '../ui/Button';
import { Icon } from '../ui/Icon';
import { Panel } from '../ui/Page';
import { Empty, Show } from '../ui/States';
import './follows.css';
import { useFollows } from './useFollows';

const first = 8;

const topics: Record<Followable, string> = {
  UNIT: 'team.units',
  OUTCOME: 'roadmap.outcomes',
  FEATURE: 'roadmap.features',
  DECISION: 'roadmap.decisions',
  IMPEDIMENT: 'team.impediments',
  DEPENDENCY: 'team.dependencies',
  COMMUNITY: 'cop.communities',
  PAGE: 'cop.pages',
  IDEA: 'cop.ideas',
  TREE: 'cop.trees',
};

/** What one follows, to be opened or followed no more. */
export function FollowList() {
  const { query, set } = useFollows();
  const [all, setAll] = useState(false);
  return (
    <Panel title="What you follow" count={query.data?.items.length}>
      <Show query={query} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title="Nothing yet">
              Open a team, an area, an outcome, a feature, an impediment, a dependency, a decision, a community, a page,
              a decision tree or an idea, and press Follow or the key f.
            </Empty>
          ) : (
            <>
              <ul className="rows">
                {items.slice(0, all ? undefined : first).map((one) => (
                  <Row key={`${one.kind} ${one.id}`} one={one} onUnfollow={() => set(one, false)} />
                ))}
              </ul>
              {items.length > first && !all && (
                <div className="more">
                  <Button onClick={() => setAll(true)}>Show all {items.length}</Button>
                </div>
              )}
            </>
          )
        }
      </Show>
    </Panel>
  );
}

function Row({ one, onUnfollow }: { one: Follow; onUnfollow: () => void }) {
  const kind = kinds[topics[one.kind]];
  const title = one.title ?? kind?.name ?? one.id;
  return (
    <li className="follow">
      {kind && <Icon name={kind.icon} />}
      <Link href={kind?.href?.(one.id) ?? '/'} className="plain-link grow">
        {title}
      </Link>
      <Button size="small" kind="ghost" aria-label={`Unfollow ${title}`} onClick={onUnfollow}>
        Unfollow
      </Button>
    </li>
  );
}
