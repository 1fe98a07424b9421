import { useCommand } from '../api/command';
import { useAll, useGet, usePages } from '../api/query';
import { unitName, useOrganization } from '../app/me';
import { may, use } from '../model/can';
import { Button, ButtonLink } from '../ui/Button';
import { Ago, Mark } from '../ui/Marks';
import { Page, Panel } from '../ui/Page';
import { ProblemNotice, Show } from '../ui/States';
import { toast } from '../ui/Toasts';
import { refetchInterval } from '../webhooks/words';
import './connections.css';
import {
  type Connection,
  channelRow,
  eventRows,
  importRow,
  mailRow,
  publicRow,
  streamRow,
  subscriptionRows,
  webhookRow,
  worstFirst,
} from './rows';

/** What goes in and out of the installation and whether it does, for those who keep it. */
export default function Connections() {
  const feeds = useGet('/api/feed/connections', { refetchInterval });
  const catalogs = useGet('/api/team/imports');
  const features = useGet('/api/roadmap/imports');
  const webhooks = useAll(usePages('/api/feed/webhooks', { query: { limit: 100 }, refetchInterval }));
  const channels = useAll(usePages('/api/feed/channels', { query: { limit: 100 }, refetchInterval }));
  const organization = useOrganization();
  return (
    <Show page query={feeds}>
      {({ events, subscriptions, streams, givenUp, publicTopics, mail }) => {
        const rows = worstFirst([
          importRow('catalog', catalogs.data?.items),
          importRow('features', features.data?.items),
          ...eventRows(events),
          ...(webhooks.data?.items ?? []).map((one) => webhookRow(one, may(one, use.manageWebhooks), givenUp)),
          ...(channels.data?.items ?? []).map((one) => channelRow(one, unitName(organization, one.unit))),
          ...subscriptionRows(subscriptions),
          publicRow(publicTopics),
          mailRow(mail),
          streamRow(streams),
        ]);
        return (
          <Page
            title="Connections"
            lead="What comes in from elsewhere and goes out to other programs. Grey is what nobody knows, or nobody uses."
            actions={
              <ButtonLink href="/webhooks" icon="swap">
                Webhooks
              </ButtonLink>
            }
          >
            <Panel title="In and out" count={rows.length}>
              <div className="table-wrap">
                <table className="table cards connections">
                  <thead>
                    <tr>
                      <th scope="col">Connection</th>
                      <th scope="col">Direction</th>
                      <th scope="col">State</th>
                      <th scope="col">Last success</th>
                      <th scope="col">Lag</th>
                      <th scope="col">Refused</th>
                      <th scope="col">
                        <span className="sr-only">What to do</span>
                      </th>
                    </tr>
                  </thead>
                  <tbody>
                    {rows.map((one) => (
                      <Row key={one.id} one={one} />
                    ))}
                  </tbody>
                </table>
              </div>
              <ProblemNotice problem={webhooks.error} retry={() => void webhooks.refetch()} />
              <ProblemNotice problem={channels.error} retry={() => void channels.refetch()} />
            </Panel>
          </Page>
        );
      }}
    </Show>
  );
}

function Row({ one }: { one: Connection }) {
  return (
    <tr>
      <th scope="row" className="title">
        {one.name}
        <p className="small quiet">{one.what}</p>
      </th>
      <td data-label="Direction:">{one.direction}</td>
      <td className="state">
        <Mark tone={one.look.tone} icon={one.look.icon}>
          {one.look.words}
        </Mark>
        {one.reason && <p className="small">{one.reason}</p>}
      </td>
      <td data-label="Last success:">{one.lastSuccess ? <Ago at={one.lastSuccess} /> : <Unknown />}</td>
      <td data-label="Lag:">{one.lag ?? <Unknown />}</td>
      <td data-label="Refused:">{one.refused ?? <Unknown />}</td>
      <td className="actions">
        <span className="row">
          {one.webhook && <Pause id={one.webhook} name={one.name} />}
          {one.open && (
            <ButtonLink href={one.open.href} size="small" aria-label={`${one.open.words}: ${one.name}`}>
              {one.open.words}
            </ButtonLink>
          )}
        </span>
      </td>
    </tr>
  );
}

function Unknown() {
  return (
    <span className="quiet">
      <span aria-hidden="true">–</span>
      <span className="sr-only">none known</span>
    </span>
  );
}

function Pause({ id, name }: { id: string; name: string }) {
  const pause = useCommand('post', '/api/feed/webhooks/{id}/pause', {
    onDone: () => toast(`${name} is told nothing for now.`),
  });
  return (
    <>
      <Button
        size="small"
        busy={pause.busy}
        aria-label={`Pause ${name}`}
        onClick={() => pause.run({ path: { id }, version: '*' })}
      >
        Pause
      </Button>
      <ProblemNotice problem={pause.problem} />
    </>
  );
}
