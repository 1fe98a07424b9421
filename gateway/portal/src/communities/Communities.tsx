import { Link } from 'wouter';
import { useCommand } from '../api/command';
import type { Community } from '../api/contract';
import { useChanged } from '../api/live';
import { useGet, usePages } from '../api/query';
import { ChangeRow } from '../changes/parts';
import { may, use } from '../model/can';
import { Button } from '../ui/Button';
import { CommandButton } from '../ui/CommandDialog';
import { TextField } from '../ui/Field';
import { Mark } from '../ui/Marks';
import { More, Page, Panel, Tabs } from '../ui/Page';
import { Empty, Show } from '../ui/States';
import { toast } from '../ui/Toasts';
import { useFilters } from '../ui/useFilters';
import '../playbook/comparison.css';
import '../playbook/playbook.css';
import './communities.css';
import { FoundCommunity } from './CommunityFields';
import { SlotTime } from './parts';
import { forWhom, isOpen, membersWords } from './words';

const shows: [string | undefined, string][] = [
  [undefined, 'All'],
  ['mine', 'Mine'],
  ['archived', 'Archived'],
];

export default function Communities() {
  const filters = useFilters();
  const show = filters.get('show');
  const q = filters.get('q');
  const query = usePages('/api/cop/communities', {
    query: { mine: show === 'mine', archived: show === 'archived', q, limit: 25 },
    keep: true,
  });
  const found = () => filters.set({ new: 'yes' });
  return (
    <Page
      title="Communities"
      lead="Where people of one craft meet across teams, and write down what works."
      actions={
        <Button icon="plus" onClick={found}>
          Found a community
        </Button>
      }
    >
      <Tabs
        label="Which communities"
        tabs={shows.map(([value, name]) => ({ name, href: address(value, q), current: value === show }))}
      />
      <div className="filters" role="search">
        <TextField
          className="search"
          label="Words in name or purpose"
          type="search"
          defaultValue={q ?? ''}
          onText={(text) => filters.set({ q: text })}
        />
      </div>
      <Proposed />
      <Panel title="Communities" count={query.data && `${query.data.items.length}${query.hasNextPage ? '+' : ''}`}>
        <Show query={query} lines={6}>
          {({ items }) =>
            items.length === 0 ? (
              <NoCommunities show={show} searched={q !== undefined} onFound={found} />
            ) : (
              <ul className="rows">
                {items.map((one) => (
                  <Row key={one.id} one={one} />
                ))}
              </ul>
            )
          }
        </Show>
        <More query={query} />
      </Panel>
      {filters.get('new') && <FoundCommunity onClose={() => filters.set({ new: undefined })} />}
    </Page>
  );
}

/** What readers propose to change in pages that the reader writes, wherever these are. */
function Proposed() {
  const items = useGet('/api/cop/changes').data?.items ?? [];
  if (items.length === 0) return null;
  return (
    <Panel title="Proposed to you" count={items.length} note="Changes of pages that you may answer.">
      <ul className="rows">
        {items.map((change) => (
          <ChangeRow key={change.id} change={change} withPage />
        ))}
      </ul>
    </Panel>
  );
}

function address(show: string | undefined, q: string | undefined): string {
  const parameters = new URLSearchParams({ ...(show ? { show } : {}), ...(q ? { q } : {}) }).toString();
  return `/communities${parameters && `?${parameters}`}`;
}

function Row({ one }: { one: Community }) {
  const changed = useChanged(one.id);
  const join = useCommand('post', '/api/cop/communities/{id}/join', {
    onDone: () => toast(`You belong to ${one.name} now.`),
  });
  return (
    <li className={`spread ${changed ? 'is-changed' : ''}`}>
      <div className="grow community">
        <p className="row">
          <Link href={`/communities/${one.id}`} className="plain-link strong">
            {one.name}
          </Link>
          {!isOpen(one) && <Mark icon="lock">Private</Mark>}
        </p>
        {one.purpose && <p className="purpose">{one.purpose}</p>}
        <p className="row-wide small quiet">
          {(isOpen(one) || one.audience.length > 0) && <span>For {forWhom(one.audience)}</span>}
          <span>{membersWords(one.members)}</span>
          {!one.archived && (
            <span className="row">
              {one.next ? (
                <>
                  Next: <SlotTime slot={one.next} />
                </>
              ) : (
                'No date yet'
              )}
            </span>
          )}
        </p>
      </div>
      <div className="row">
        {one.member && (
          <Mark tone="good" icon="check">
            Yours
          </Mark>
        )}
        {may(one, use.joinCommunity) && (
          <CommandButton size="small" action="Join" command={join} onRun={() => join.run({ path: { id: one.id } })}>
            Join<span className="sr-only"> {one.name}</span>
          </CommandButton>
        )}
      </div>
    </li>
  );
}

function NoCommunities({
  show,
  searched,
  onFound,
}: {
  show: string | undefined;
  searched: boolean;
  onFound: () => void;
}) {
  if (searched) return <Empty title="No community with these words">Part of a word is enough.</Empty>;
  if (show === 'archived')
    return <Empty title="None is archived">A community that has ended stays readable here.</Empty>;
  if (show === 'mine') {
    return (
      <Empty title="You belong to no community yet">
        Look under <Link href="/communities">All</Link> and join one: it takes one click, and so does leaving.
      </Empty>
    );
  }
  return (
    <Empty
      title="There is no community yet"
      action={
        <Button icon="plus" kind="primary" onClick={onFound}>
          Found a community
        </Button>
      }
    >
      Found one for those who do the same work in other teams as you do. A name is enough; the rest can follow.
    </Empty>
  );
}
