import { useState } from 'react';
import { useCommand } from '../api/command';
import type { Notifications as Shown } from '../api/contract';
import { useGet } from '../api/query';
import { Button } from '../ui/Button';
import { Choice } from '../ui/Field';
import { Ago } from '../ui/Marks';
import { Page, Panel } from '../ui/Page';
import { Notice, ProblemNotice, Show } from '../ui/States';
import { toast } from '../ui/Toasts';
import './notifications.css';
import { type Kind, kinds, names, saidOf, toldOf } from './words';

/** What is mailed to oneself, when, and whether it gets there. */
export default function Notifications() {
  const query = useGet('/api/feed/notifications');
  return (
    <Page
      title="Notifications"
      lead="What Guildhall mails to you, and when. Everything else you find here when you look."
    >
      <Show query={query} lines={6}>
        {(shown) => (
          <>
            <Address shown={shown} />
            <Wishes shown={shown} />
          </>
        )}
      </Show>
    </Page>
  );
}

function Address({ shown }: { shown: Shown }) {
  const test = useCommand('post', '/api/feed/notifications/test', {
    onDone: () => toast('The mail server has taken a test mail. Look whether it comes, also among the junk.'),
  });
  return (
    <Panel
      title="Where mail goes"
      padded
      actions={
        shown.mailServer &&
        shown.address && (
          <Button onClick={() => test.run({})} disabled={test.busy}>
            Send me a test mail
          </Button>
        )
      }
    >
      <div className="stack-s mail-address">
        <State shown={shown} />
        {shown.last ? (
          <p className="small quiet">
            Last mail: {toldOf(shown.last)}, <Ago at={shown.last.at} />.
          </p>
        ) : (
          <p className="small quiet">Nothing was mailed to you yet; tests do not count.</p>
        )}
        <ProblemNotice problem={test.problem} />
      </div>
    </Panel>
  );
}

function State({ shown }: { shown: Shown }) {
  if (!shown.mailServer) {
    return (
      <Notice tone="warn" icon="mail">
        <p className="strong">No mail server is set up</p>
        <p>
          So nothing is mailed to anybody. Whoever runs this installation sets one up; what you choose here counts from
          then on.
        </p>
      </Notice>
    );
  }
  if (!shown.address) {
    return (
      <Notice tone="warn" icon="mail">
        <p className="strong">No address of yours is known</p>
        <p>So nothing is mailed to you. An administrator enters it under People.</p>
      </Notice>
    );
  }
  if (shown.refused) {
    return (
      <Notice tone="bad" icon="off">
        <p className="strong">The mail server refuses {shown.address}</p>
        <p>
          It said so <Ago at={shown.refused.at} />: {shown.refused.why} Nothing is mailed to you until an administrator
          corrects the address under People, or a test mail gets through.
        </p>
      </Notice>
    );
  }
  return (
    <p>
      Mail goes to <span className="strong">{shown.address}</span>. An administrator changes it under People.
    </p>
  );
}

function Wishes({ shown: read }: { shown: Shown }) {
  const [kept, setKept] = useState<Shown>();
  const [pressed, setPressed] = useState<Pick<Shown, Kind>>();
  const command = useCommand('put', '/api/feed/notifications', {
    onDone: (now) => {
      setKept(now);
      setPressed(undefined);
      toast(`Kept: ${kinds.filter((kind) => now[kind]).length} of ${kinds.length} kinds are mailed to you.`);
    },
  });
  const shown = kept && kept.version > read.version ? kept : read;
  // What was pressed shows at once; what the service says replaces it.
  const refused = command.problem !== undefined || command.conflict !== undefined;
  const wanted = pressed && !refused ? pressed : shown;
  const choose = (kind: Kind, on: boolean) => {
    if (command.busy) return;
    const { notices, digest, webhooks, invitations } = shown;
    const body = { notices, digest, webhooks, invitations, [kind]: on };
    setPressed(body);
    command.run({ body, version: shown.version });
  };
  return (
    <Panel title="What is mailed to you" padded>
      <div className="stack">
        {kinds.map((kind) => (
          <div key={kind} className="mail-kind">
            <Choice
              label={names[kind]}
              checked={wanted[kind]}
              aria-describedby={`mail-${kind}`}
              onChange={(event) => choose(kind, event.target.checked)}
            />
            <p id={`mail-${kind}`} className="small quiet">
              {saidOf(kind, shown.hours)}
            </p>
          </div>
        ))}
        <ProblemNotice problem={command.problem} />
        <p className="small quiet">Each mail has a link that ends its kind, without a sign-in.</p>
      </div>
    </Panel>
  );
}
