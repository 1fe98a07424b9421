import { useState } from 'react';
import { Link } from 'wouter';
import { useCommand } from '../api/command';
import type { Webhook } from '../api/contract';
import { usePages } from '../api/query';
import { unitName, useOrganization } from '../app/me';
import { may, use } from '../model/can';
import { clause } from '../model/words';
import { Button, ButtonLink } from '../ui/Button';
import { CommandDialog } from '../ui/CommandDialog';
import { Ago, Mark } from '../ui/Marks';
import { More, Page, Panel } from '../ui/Page';
import { Empty, Notice, ProblemNotice, Show } from '../ui/States';
import { toast } from '../ui/Toasts';
import { useFilters } from '../ui/useFilters';
import { MakeWebhook } from './MakeWebhook';
import { Secret, type WithSecret } from './Secret';
import './webhooks.css';
import { answerOf, failureOf, nameOf, progressOf, refetchInterval, stateOf, toldOf } from './words';

/** One's own webhooks, and everybody's for an administrator. */
export default function Webhooks() {
  const filters = useFilters();
  const [made, setMade] = useState<WithSecret>();
  const [rotating, setRotating] = useState<Webhook>();
  const [deleting, setDeleting] = useState<Webhook>();
  const query = usePages('/api/feed/webhooks', { refetchInterval });
  const close = () => filters.set({ new: undefined });
  return (
    <Page
      title="Webhooks"
      lead="Addresses of other programs that Guildhall tells what happens, as far as you may see it."
      actions={
        <Button icon="plus" kind="primary" onClick={() => filters.set({ new: 'yes' })}>
          New webhook
        </Button>
      }
    >
      <Panel title="Who is told">
        <Show query={query} lines={4}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty title="You have no webhooks">
                Make one for a program that is to be told, a chat or a report for example.
              </Empty>
            ) : (
              <ul className="rows">
                {items.map((one) => (
                  <Row key={one.id} one={one} onRotate={() => setRotating(one)} onDelete={() => setDeleting(one)} />
                ))}
              </ul>
            )
          }
        </Show>
        <More query={query} />
      </Panel>
      {filters.get('new') && (
        <MakeWebhook
          onClose={close}
          onMade={(result) => {
            close();
            setMade(result);
          }}
        />
      )}
      {made && <Secret secret={made.secret} onClose={() => setMade(undefined)} />}
      {rotating && <Rotate one={rotating} onClose={() => setRotating(undefined)} />}
      {deleting && <Delete one={deleting} onClose={() => setDeleting(undefined)} />}
    </Page>
  );
}

function Row({ one, onRotate, onDelete }: { one: Webhook; onRotate: () => void; onDelete: () => void }) {
  const organization = useOrganization();
  const own = may(one, use.manageWebhooks);
  const name = nameOf(one);
  const state = stateOf(one);
  return (
    <li className="webhook stack-s">
      <div className="row">
        {own ? (
          <Link href={`/webhooks/${one.id}`} className="plain-link strong">
            {name}
          </Link>
        ) : (
          <span className="strong">{name}</span>
        )}
        <Mark tone={state.tone} icon={state.icon}>
          {state.words}
        </Mark>
      </div>
      <div className="small quiet">
        <p>{one.url}</p>
        {!own && <p>Of {one.owner}</p>}
        <p>Told: {toldOf(one.filter, (unit) => unitName(organization, unit))}</p>
        {one.reason && (
          <p>
            {clause(one.reason)}, <Ago at={one.since} />
          </p>
        )}
        <p>{progressOf(one)}</p>
        <p>
          Last success: {one.lastSuccess ? <Ago at={one.lastSuccess} /> : 'none yet; tests do not count'}. Last failure:{' '}
          {one.lastFailure ? <Ago at={one.lastFailure} /> : 'none'}
          {failureOf(one)}
        </p>
      </div>
      <Actions one={one} own={own} name={name} onRotate={onRotate} onDelete={onDelete} />
    </li>
  );
}

function Actions({
  one,
  own,
  name,
  onRotate,
  onDelete,
}: {
  one: Webhook;
  own: boolean;
  name: string;
  onRotate: () => void;
  onDelete: () => void;
}) {
  const pause = useCommand('post', '/api/feed/webhooks/{id}/pause', {
    onDone: () => toast(`${name} is told nothing for now.`),
  });
  const resume = useCommand('post', '/api/feed/webhooks/{id}/resume', {
    onDone: () => toast(`${name} is told again, from where it stopped.`),
  });
  const [outcome, setOutcome] = useState<{ good: boolean; words: string }>();
  const test = useCommand('post', '/api/feed/webhooks/{id}/test', {
    onDone: (attempt) => setOutcome({ good: attempt.failure === undefined, words: answerOf(attempt) }),
  });
  const wish = { path: { id: one.id }, version: '*' } as const;
  return (
    <>
      <div className="row">
        {own && (
          <ButtonLink href={`/webhooks/${one.id}`} size="small" aria-label={`Deliveries to ${name}`}>
            Deliveries
          </ButtonLink>
        )}
        {one.state === 'ACTIVE' && (
          <Button size="small" busy={pause.busy} aria-label={`Pause ${name}`} onClick={() => pause.run(wish)}>
            Pause
          </Button>
        )}
        {own && one.state !== 'ACTIVE' && (
          <Button size="small" busy={resume.busy} aria-label={`Resume ${name}`} onClick={() => resume.run(wish)}>
            Resume
          </Button>
        )}
        {own && (
          <>
            <Button
              size="small"
              busy={test.busy}
              aria-label={`Send a test to ${name}`}
              onClick={() => {
                setOutcome(undefined);
                test.run({ path: { id: one.id } });
              }}
            >
              {test.busy ? 'Sending…' : 'Send a test'}
            </Button>
            <Button size="small" aria-label={`Rotate secret of ${name}`} onClick={onRotate}>
              Rotate secret
            </Button>
          </>
        )}
        <Button size="small" kind="ghost" aria-label={`Delete ${name}`} onClick={onDelete}>
          Delete
        </Button>
      </div>
      <div role="status">
        {outcome && (
          <Notice tone={outcome.good ? 'good' : 'bad'} icon={outcome.good ? 'check' : 'off'}>
            {outcome.good ? 'The test arrived.' : 'The test failed.'} {outcome.words}
          </Notice>
        )}
      </div>
      <ProblemNotice problem={pause.problem ?? resume.problem ?? test.problem} />
    </>
  );
}

/** Asks first, then shows the new secret in the place of the question. */
function Rotate({ one, onClose }: { one: Webhook; onClose: () => void }) {
  const [rotated, setRotated] = useState<WithSecret>();
  const command = useCommand('post', '/api/feed/webhooks/{id}/rotate-secret', { onDone: setRotated });
  if (rotated) {
    return (
      <Secret secret={rotated.secret} onClose={onClose}>
        The old secret signs as well for 24 h more, so that nothing is lost while you change over.
      </Secret>
    );
  }
  return (
    <CommandDialog
      title={`A new secret for ${nameOf(one)}?`}
      command={command}
      action="Rotate"
      onClose={onClose}
      onSubmit={() => command.run({ path: { id: one.id }, version: '*' })}
    >
      <p>Deliveries are signed with the new secret from now on, and with the old one as well for 24 h more.</p>
    </CommandDialog>
  );
}

function Delete({ one, onClose }: { one: Webhook; onClose: () => void }) {
  const command = useCommand('delete', '/api/feed/webhooks/{id}', {
    onDone: () => {
      toast(`${nameOf(one)} is told nothing any more.`);
      onClose();
    },
  });
  return (
    <CommandDialog
      title={`Delete ${nameOf(one)}?`}
      danger
      command={command}
      action="Delete"
      onClose={onClose}
      onSubmit={() => command.run({ path: { id: one.id }, version: '*' })}
    >
      <p>It is told nothing from now on, and its deliveries and its secret are gone. You can make another one.</p>
    </CommandDialog>
  );
}
