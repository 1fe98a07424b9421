import { useState } from 'react';
import { useLocation } from 'wouter';
import { useCommand } from '../api/command';
import type { Channel, ChannelPart } from '../api/contract';
import { useGet } from '../api/query';
import { unitName, useOrganization } from '../app/me';
import { may, use } from '../model/can';
import { longDate } from '../model/time';
import { Button } from '../ui/Button';
import { CommandConflict, CommandDialog } from '../ui/CommandDialog';
import { Choice, TextField } from '../ui/Field';
import { Ago, Mark } from '../ui/Marks';
import { Page, Panel } from '../ui/Page';
import { Notice, ProblemNotice, Show } from '../ui/States';
import { toast } from '../ui/Toasts';
import { ChannelActions } from './ChannelActions';
import './channels.css';
import { Preview } from './Preview';
import { fieldOf, nameOf, parts, partsIn, refusalOf, sentOf, stateOf } from './words';

const crumbs = [{ name: 'Chat channels', href: '/channels' }];

/** What a channel is told, chosen beside the message that it would be. */
export default function ChannelPage({ id }: { id: string }) {
  const query = useGet('/api/feed/channels/{id}', { path: { id } });
  return (
    <Show page query={query}>
      {(one) => <Shown key={one.id} one={one} />}
    </Show>
  );
}

function Shown({ one }: { one: Channel }) {
  const [, navigate] = useLocation();
  const [changing, setChanging] = useState(false);
  const unit = unitName(useOrganization(), one.unit);
  const name = nameOf(one, unit);
  const state = stateOf(one);
  const own = may(one, use.manageChannels);
  return (
    <Page
      title={name}
      lead={
        <span className="channel-address">
          {one.address}, {unit} and below
          {!own && `, of ${one.owner}`}
        </span>
      }
      crumbs={crumbs}
      marks={
        <Mark tone={state.tone} icon={state.icon}>
          {state.words}
        </Mark>
      }
      actions={own && <Button onClick={() => setChanging(true)}>Change name or address</Button>}
    >
      {one.reason && <Notice tone={one.state === 'DISABLED' ? 'bad' : 'warn'}>{one.reason}</Notice>}
      {own && <Choosing one={one} />}
      <Panel title="How it goes" padded>
        <div className="stack">
          <div className="quiet">
            <p>{sentOf(one)}.</p>
            <p>
              Last message: {one.lastSuccess ? <Ago at={one.lastSuccess} /> : 'none yet; tests do not count'}. Last
              failure: {one.lastFailure ? <Ago at={one.lastFailure} /> : 'none'}
              {one.lastFailure && one.failure ? `: ${one.failure}` : '.'}
            </p>
            {one.nextTry && <p>Tried again at {longDate(one.nextTry)}.</p>}
          </div>
          <ChannelActions one={one} name={name} onGone={() => navigate('/channels')} />
        </div>
      </Panel>
      {changing && <Change one={one} onClose={() => setChanging(false)} />}
    </Page>
  );
}

function Choosing({ one }: { one: Channel }) {
  const [chosen, setChosen] = useState<ChannelPart[]>(one.tells);
  const tells = partsIn(chosen);
  const changed = tells.join() !== partsIn(one.tells).join();
  const command = useCommand('put', '/api/feed/channels/{id}', {
    onDone: (saved) => {
      setChosen(saved.tells);
      toast(saved.tells.length === 0 ? 'It is told nothing.' : 'It is told this from now on.');
    },
  });
  return (
    <div className="columns wide-side">
      <Panel title="What it is told" note="Nothing is told before you choose and save." padded>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            command.run({ path: { id: one.id }, version: one.version, body: { name: one.name, tells } });
          }}
        >
          <fieldset className="field">
            <legend className="sr-only">What it is told</legend>
            <div className="parts">
              {partsIn(Object.keys(parts) as ChannelPart[]).map((part) => (
                <Choice
                  key={part}
                  label={
                    <>
                      {parts[part].name}
                      <span className="hint"> {parts[part].hint}</span>
                    </>
                  }
                  checked={chosen.includes(part)}
                  onChange={(event) =>
                    setChosen(event.target.checked ? [...chosen, part] : chosen.filter((other) => other !== part))
                  }
                />
              ))}
            </div>
          </fieldset>
          <p className="small quiet">
            Only what you may see. What happens within half a minute is one message; after three a day the rest is told
            on the next business morning.
          </p>
          <ProblemNotice problem={command.problem} />
          <div className="row">
            <Button disabled={!changed} onClick={() => setChosen(one.tells)}>
              Undo
            </Button>
            <Button type="submit" kind="primary" disabled={!changed} busy={command.busy}>
              Save
            </Button>
          </div>
        </form>
        <CommandConflict command={command} before={one} labels={{ tells: 'What it is told' }} action="Save" />
      </Panel>
      <Panel title="How a message looks" note="With what has happened last. Looking sends nothing." padded>
        <Preview id={one.id} tells={tells} />
      </Panel>
    </div>
  );
}

function Change({ one, onClose }: { one: Channel; onClose: () => void }) {
  const [name, setName] = useState(one.name ?? '');
  const [url, setUrl] = useState('');
  const command = useCommand('put', '/api/feed/channels/{id}', { onDone: onClose });
  const { problem } = command;
  const field = problem && fieldOf(problem);
  return (
    <CommandDialog
      title="Change name or address"
      command={{ ...command, problem: field ? undefined : problem }}
      before={one}
      labels={{ name: 'Name' }}
      action="Save"
      onClose={onClose}
      onSubmit={() =>
        command.run({
          path: { id: one.id },
          version: one.version,
          body: { name: name.trim(), tells: one.tells, ...(url.trim() ? { url: url.trim() } : {}) },
        })
      }
    >
      <TextField
        label="Name"
        optional
        error={problem && field === 'name' ? refusalOf(problem) : undefined}
        value={name}
        onText={setName}
        maxLength={100}
      />
      <TextField
        label="Another address"
        optional
        hint={`Leave it empty to keep ${one.address}`}
        error={problem && field === 'url' ? refusalOf(problem) : undefined}
        value={url}
        onText={setUrl}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
      />
    </CommandDialog>
  );
}
