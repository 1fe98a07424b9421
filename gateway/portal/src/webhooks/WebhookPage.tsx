import { useState } from 'react';
import { Link } from 'wouter';
import { useCommand } from '../api/command';
import type { Delivery, Webhook } from '../api/contract';
import { useGet, usePages } from '../api/query';
import { unitName, useOrganization } from '../app/me';
import { may, use } from '../model/can';
import { happeningOf, kindOf } from '../model/events';
import { longDate } from '../model/time';
import { Button } from '../ui/Button';
import { CommandDialog } from '../ui/CommandDialog';
import { Select, TextField } from '../ui/Field';
import { Ago, Mark } from '../ui/Marks';
import { More, Page, Panel } from '../ui/Page';
import { Empty, Notice, Show } from '../ui/States';
import { toast } from '../ui/Toasts';
import { useFilters } from '../ui/useFilters';
import { ChangeWebhook } from './ChangeWebhook';
import { DeliveryDialog } from './DeliveryDialog';
import './webhooks.css';
import {
  answerOf,
  deliveriesAgain,
  deliveryStates,
  isDeliveryState,
  nameOf,
  nextTry,
  paceOf,
  progressOf,
  refetchInterval,
  stateOf,
  stateOfDelivery,
  toldOf,
} from './words';

const crumbs = [{ name: 'Webhooks', href: '/webhooks' }];

/** What was sent to a webhook and what came of it. Which delivery is open is in the URL, to be sent to somebody. */
export default function WebhookPage({ id }: { id: string }) {
  const filters = useFilters();
  const [again, setAgain] = useState(false);
  const [changing, setChanging] = useState(false);
  const organization = useOrganization();
  const query = useGet('/api/feed/webhooks/{id}', { path: { id }, refetchInterval });
  const chosen = filters.get('state');
  const state = isDeliveryState(chosen) ? chosen : undefined;
  const deliveries = usePages('/api/feed/webhooks/{id}/deliveries', {
    path: { id },
    query: { state },
    keep: true,
    refetchInterval,
  });
  const open = Number(filters.get('delivery'));
  return (
    <Show page query={query}>
      {(one) => {
        const look = stateOf(one);
        return (
          <Page
            title={nameOf(one)}
            lead={<span className="address">{one.url}</span>}
            crumbs={crumbs}
            marks={
              <Mark tone={look.tone} icon={look.icon}>
                {look.words}
              </Mark>
            }
            actions={
              <>
                <Button icon="swap" busy={deliveries.isFetching} onClick={() => void deliveries.refetch()}>
                  Look again
                </Button>
                {may(one, use.manageWebhooks) && (
                  <>
                    <Button onClick={() => setAgain(true)}>Send a time again</Button>
                    <Button onClick={() => setChanging(true)}>Change</Button>
                  </>
                )}
              </>
            }
          >
            {one.reason && <Notice tone={one.state === 'DISABLED' ? 'bad' : 'warn'}>{one.reason}</Notice>}
            <p className="small quiet">
              Told: {toldOf(one.filter, (unit) => unitName(organization, unit))}. {paceOf(one)}.
            </p>
            <div className="filters" role="search">
              <Select label="State" value={state ?? ''} onText={(value) => filters.set({ state: value })}>
                <option value="">Every state</option>
                {Object.entries(deliveryStates).map(([value, { words }]) => (
                  <option key={value} value={value}>
                    {words}
                  </option>
                ))}
              </Select>
            </div>
            <Panel title="Deliveries" note={`${progressOf(one)}. Kept for 30 days.`}>
              <Show query={deliveries} lines={6}>
                {({ items }) =>
                  items.length === 0 ? (
                    <Empty title={state ? 'No delivery is in this state' : 'Nothing was delivered yet'}>
                      {state ? 'Choose another state.' : 'What happens from now on, and is wanted, will show here.'}
                    </Empty>
                  ) : (
                    <ul className="rows">
                      {items.map((delivery) => (
                        <Row
                          key={delivery.position}
                          one={delivery}
                          webhook={one}
                          onOpen={() => filters.set({ delivery: String(delivery.position) })}
                        />
                      ))}
                    </ul>
                  )
                }
              </Show>
              <More query={deliveries} />
            </Panel>
            {open > 0 && (
              <DeliveryDialog webhook={one} position={open} onClose={() => filters.set({ delivery: undefined })} />
            )}
            {again && <SendAgain webhook={one} onClose={() => setAgain(false)} />}
            {changing && <ChangeWebhook one={one} onClose={() => setChanging(false)} />}
          </Page>
        );
      }}
    </Show>
  );
}

function Row({ one, webhook, onOpen }: { one: Delivery; webhook: Webhook; onOpen: () => void }) {
  const state = stateOfDelivery(one.state);
  return (
    <li className="spread">
      <div className="delivery grow">
        <p className="row">
          <Link href={`/activity/${one.position}`} className="plain-link strong">
            {happeningOf(one)}, entry {one.position}
          </Link>
          <Mark tone={state.tone} icon={state.icon}>
            {state.words}
          </Mark>
        </p>
        <p className="small quiet">
          {kindOf(one).name}, {longDate(one.at)}
        </p>
        {(one.last || one.nextAt) && (
          <p className="small quiet">
            {one.last && (
              <>
                {answerOf(one.last)} Tried <Ago at={one.last.at} />.{' '}
              </>
            )}
            {one.nextAt && `Tried next ${nextTry(one.nextAt, webhook)}.`}
          </p>
        )}
      </div>
      <Button
        size="small"
        kind="ghost"
        aria-label={`Attempts: ${happeningOf(one)}, entry ${one.position}`}
        onClick={onOpen}
      >
        Attempts
      </Button>
    </li>
  );
}

function SendAgain({ webhook, onClose }: { webhook: Webhook; onClose: () => void }) {
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const command = useCommand('post', '/api/feed/webhooks/{id}/replay', {
    onDone: ({ deliveries }) => {
      toast(deliveriesAgain(deliveries, webhook));
      onClose();
    },
  });
  return (
    <CommandDialog
      title="Send a time again"
      command={command}
      action="Send again"
      onClose={onClose}
      onSubmit={() =>
        command.run({
          path: { id: webhook.id },
          body: { from: new Date(from).toISOString(), until: new Date(until).toISOString() },
        })
      }
    >
      <p>
        What happened in that time, is wanted and may be seen by you now is sent once more, under the same ids, so that
        the receiver knows what it has already.
      </p>
      <div className="grid-2">
        <TextField label="From" type="datetime-local" value={from} onText={setFrom} required />
        <TextField label="Until" type="datetime-local" value={until} onText={setUntil} required />
      </div>
    </CommandDialog>
  );
}
