import { useCommand } from '../api/command';
import type { Attempt, Webhook } from '../api/contract';
import { useGet } from '../api/query';
import { happeningOf } from '../model/events';
import { longDate } from '../model/time';
import { Button, ButtonLink } from '../ui/Button';
import { Dialog } from '../ui/Dialog';
import { Mark } from '../ui/Marks';
import { ProblemNotice, Show } from '../ui/States';
import { toast } from '../ui/Toasts';
import { answerOf, nextTry, refetchInterval, sentWhen, stateOfDelivery } from './words';

/** A delivery with its attempts. */
export function DeliveryDialog({
  webhook,
  position,
  onClose,
}: {
  webhook: Webhook;
  position: number;
  onClose: () => void;
}) {
  const path = { id: webhook.id, position };
  const query = useGet('/api/feed/webhooks/{id}/deliveries/{position}', { path, refetchInterval });
  const again = useCommand('post', '/api/feed/webhooks/{id}/deliveries/{position}/replay', {
    onDone: () => toast(`It is sent again ${sentWhen(webhook)}, under the same id.`),
  });
  return (
    <Dialog title={query.data ? happeningOf(query.data.delivery) : 'Delivery'} onClose={onClose} wide>
      <Show query={query}>
        {({ delivery, attempts }) => {
          const state = stateOfDelivery(delivery.state);
          return (
            <div className="stack">
              <div className="row">
                <Mark tone={state.tone} icon={state.icon}>
                  {state.words}
                </Mark>
                <span className="quiet">
                  {longDate(delivery.at)}
                  {delivery.nextAt && `, tried next ${nextTry(delivery.nextAt, webhook)}`}
                </span>
              </div>
              {attempts.length === 0 ? (
                <p className="quiet">It was not tried yet.</p>
              ) : (
                <>
                  <h3>{attempts.length === 1 ? 'One try' : `${attempts.length} tries`}</h3>
                  <ol className="timeline">
                    {[...attempts].reverse().map((attempt) => (
                      <Try key={attempt.at} one={attempt} />
                    ))}
                  </ol>
                </>
              )}
              <ProblemNotice problem={again.problem} />
              <div className="actions">
                <ButtonLink href={`/activity/${position}`} icon="clock">
                  What happened
                </ButtonLink>
                <Button onClick={onClose}>Done</Button>
                <Button kind="primary" icon="swap" busy={again.busy} onClick={() => again.run({ path })}>
                  Send again
                </Button>
              </div>
            </div>
          );
        }}
      </Show>
    </Dialog>
  );
}

function Try({ one }: { one: Attempt }) {
  return (
    <li className={one.failure ? 'bad' : 'good'}>
      <p className="strong">{answerOf(one)}</p>
      <p className="small quiet">
        {longDate(one.at)}, {one.status === 0 ? 'no answer' : `status ${one.status}`}, {one.millis} ms
      </p>
      {one.headers.length > 0 && (
        <details>
          <summary className="small">Headers of the answer</summary>
          <dl className="facts">
            {one.headers.map((header, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a header may be there twice
              <div key={index}>
                <dt>{header.name}</dt>
                <dd>{header.value}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
      {one.body && <p className="answer small">{one.body}</p>}
    </li>
  );
}
