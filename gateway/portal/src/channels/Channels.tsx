import { Link, useLocation } from 'wouter';
import type { Channel } from '../api/contract';
import { usePages } from '../api/query';
import { unitName, useMe, useOrganization } from '../app/me';
import { may, use } from '../model/can';
import { clause } from '../model/words';
import { Button } from '../ui/Button';
import { Ago, Mark } from '../ui/Marks';
import { More, Page, Panel } from '../ui/Page';
import { Empty, Notice, Show } from '../ui/States';
import { useFilters } from '../ui/useFilters';
import { ChannelActions } from './ChannelActions';
import './channels.css';
import { ConnectChannel } from './ConnectChannel';
import { ledBy, nameOf, sentOf, stateOf, toldOf } from './words';

/** One's own channels, and everybody's for an administrator. */
export default function Channels() {
  const filters = useFilters();
  const [, navigate] = useLocation();
  const me = useMe();
  const organization = useOrganization();
  const query = usePages('/api/feed/channels');
  const known = me !== undefined && organization !== undefined;
  const leads = ledBy(me, organization).length > 0;
  return (
    <Page
      title="Chat channels"
      lead="Channels of Slack or Teams that are told what happens to a team, an area or a Scrum of Scrums: three messages a day at most."
      actions={
        leads && (
          <Button icon="plus" kind="primary" onClick={() => filters.set({ new: 'yes' })}>
            Connect a channel
          </Button>
        )
      }
    >
      {known && !leads && (
        <Notice icon="lock">
          Whoever leads a team, an area or a Scrum of Scrums connects its channel. Ask your Scrum Master or Product
          Owner.
        </Notice>
      )}
      <Panel title="Connected">
        <Show query={query} lines={4}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title="No channel is connected">
                {leads
                  ? 'Connect one; it is told nothing before you choose what.'
                  : 'Those that you connect will be here.'}
              </Empty>
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
      {filters.get('new') && leads && (
        <ConnectChannel
          onClose={() => filters.set({ new: undefined })}
          onMade={(made) => navigate(`/channels/${made.id}`)}
        />
      )}
    </Page>
  );
}

function Row({ one }: { one: Channel }) {
  const unit = unitName(useOrganization(), one.unit);
  const name = nameOf(one, unit);
  const state = stateOf(one);
  const own = may(one, use.manageChannels);
  return (
    <li className="channel stack-s">
      <div className="row">
        <Link href={`/channels/${one.id}`} className="plain-link strong">
          {name}
        </Link>
        <Mark tone={state.tone} icon={state.icon}>
          {state.words}
        </Mark>
      </div>
      <div className="small quiet">
        <p>
          {one.address}, {unit} and below
        </p>
        {!own && <p>Of {one.owner}</p>}
        <p>Told: {toldOf(one)}</p>
        {one.reason && (
          <p>
            {clause(one.reason)}, <Ago at={one.since} />
          </p>
        )}
        {one.tells.length > 0 && <p>{sentOf(one)}</p>}
      </div>
      <ChannelActions one={one} name={name} />
    </li>
  );
}
