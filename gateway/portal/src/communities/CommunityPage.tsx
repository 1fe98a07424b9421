import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useCommand } from '../api/command';
import type { Community } from '../api/contract';
import { useChanged } from '../api/live';
import { useGet } from '../api/query';
import { useWaiting } from '../changes/waiting';
import { Question } from '../coaching/Question';
import { FollowButton } from '../follows/FollowButton';
import { Ideas } from '../ideas/Ideas';
import { may, use } from '../model/can';
import { Matrix } from '../playbook/Matrix';
import { Playbook } from '../playbook/Playbook';
import { Trees } from '../trees/Trees';
import { Button } from '../ui/Button';
import { CommandButton, CommandDialog } from '../ui/CommandDialog';
import { TextField } from '../ui/Field';
import { Mark } from '../ui/Marks';
import { Page, Panel, Tabs } from '../ui/Page';
import { Notice, Show } from '../ui/States';
import { toast } from '../ui/Toasts';
import { useDraft } from '../ui/useDraft';
import { useOpened } from '../ui/useOpened';
import { EditCommunity } from './CommunityFields';
import './communities.css';
import { Findings } from './Findings';
import { GatheringsOf } from './GatheringsOf';
import { Leads } from './Leads';
import { Meets } from './Meets';
import { Members } from './Members';
import { OwnQuestions } from './OwnQuestions';
import { forWhom, isOpen, membersWords, visibilityWords } from './words';

type Part = 'home' | 'gatherings' | 'ideas' | 'pages' | 'trees' | 'adoption' | 'members';

export default function CommunityPage({ id, part = 'home' }: { id: string; part?: Part }) {
  const query = useGet('/api/cop/communities/{id}', { path: { id } });
  return (
    <Show page query={query}>
      {(one) => <Loaded one={one} part={part} />}
    </Show>
  );
}

const archiveLabels = { name: 'Name', archived: 'Archived', lead: 'Lead' };

function Loaded({ one, part }: { one: Community; part: Part }) {
  const changed = useChanged(one.id);
  const [doing, setDoing] = useState<'edit' | 'archive' | undefined>();
  const close = () => setDoing(undefined);
  const reopen = useCommand('post', '/api/cop/communities/{id}/reopen', { onDone: () => toast('It goes on.') });
  const at = `/communities/${one.id}`;
  const waiting = useWaiting(one).count;
  return (
    <Page
      title={one.name}
      crumbs={[{ name: 'Communities', href: '/communities' }]}
      lead={one.purpose && <span className="purpose">{one.purpose}</span>}
      marks={
        (!isOpen(one) || one.archived || one.member) && (
          <>
            {one.archived && <Mark>Archived</Mark>}
            {!isOpen(one) && <Mark icon="lock">Private</Mark>}
            {one.member && (
              <Mark tone="good" icon="check">
                You belong to it
              </Mark>
            )}
          </>
        )
      }
      actions={
        <>
          <FollowButton kind="COMMUNITY" id={one.id} title={one.name} />
          {may(one, use.reviseCommunity) && <Button onClick={() => setDoing('edit')}>Edit</Button>}
          <Belonging one={one} />
        </>
      }
    >
      <Tabs
        label="Parts of the community"
        tabs={[
          { name: 'Home', href: at, current: part === 'home' },
          { name: 'Gatherings', href: `${at}/gatherings`, current: part === 'gatherings' },
          { name: 'Ideas', href: `${at}/ideas`, current: part === 'ideas' },
          {
            name: 'Playbook',
            href: `${at}/pages`,
            current: part === 'pages',
            count: waiting && <Waiting count={waiting} />,
          },
          { name: 'Decision trees', href: `${at}/trees`, current: part === 'trees' },
          { name: 'Teams', href: `${at}/adoption`, current: part === 'adoption' },
          { name: 'Members', href: `${at}/members`, current: part === 'members', count: one.members },
        ]}
      />
      {one.archived && (
        <Notice
          action={
            may(one, use.archiveCommunity) && (
              <CommandButton
                size="small"
                action="Reopen"
                command={reopen}
                before={one}
                labels={archiveLabels}
                onRun={() => reopen.run({ path: { id: one.id }, version: one.version })}
              >
                Reopen
              </CommandButton>
            )
          }
        >
          It has ended. What it wrote stays readable.
        </Notice>
      )}
      {part === 'home' && (
        <div className={`columns community-home ${changed ? 'is-changed' : ''}`}>
          <div className="stack">
            <Findings one={one} />
            <Meets one={one} />
          </div>
          <div className="stack">
            <Leads one={one} />
            <About one={one} onArchive={() => setDoing('archive')} />
            <OwnQuestions one={one} />
            {one.member && <Question moment="SAME_FACILITATOR" about={one.id} />}
          </div>
        </div>
      )}
      {part === 'gatherings' && <GatheringsOf one={one} />}
      {part === 'ideas' && <Ideas one={one} />}
      {part === 'pages' && <Playbook one={one} />}
      {part === 'trees' && <Trees one={one} />}
      {part === 'adoption' && <Matrix one={one} />}
      {part === 'members' && <Members one={one} />}
      {doing === 'edit' && <EditCommunity one={one} onClose={close} />}
      {doing === 'archive' && <Archive one={one} onClose={close} />}
    </Page>
  );
}

/** A bare number would say how many pages there are. */
function Waiting({ count }: { count: string }) {
  return (
    <>
      {count}
      <span className="sr-only"> waiting for a look</span>
    </>
  );
}

function About({ one, onArchive }: { one: Community; onArchive: () => void }) {
  const { name, means } = visibilityWords[isOpen(one) ? 'ORGANIZATION' : 'TEAM'];
  return (
    <Panel
      title="About"
      padded
      footer={
        may(one, use.archiveCommunity) &&
        !one.archived && (
          <Button size="small" kind="ghost" onClick={onArchive}>
            Archive it
          </Button>
        )
      }
    >
      <dl className="facts">
        {(isOpen(one) || one.audience.length > 0) && (
          <>
            <dt>For</dt>
            <dd>{forWhom(one.audience)}</dd>
          </>
        )}
        <dt>{name}</dt>
        <dd>{means}</dd>
        <dt>Members</dt>
        <dd>
          <Link href={`/communities/${one.id}/members`}>{membersWords(one.members)}</Link>
        </dd>
        {one.links.length > 0 && (
          <>
            <dt>Links</dt>
            <dd>
              <ul>
                {one.links.map((link) => (
                  <li key={`${link.name} ${link.address}`}>
                    <a href={link.address} rel="noreferrer">
                      {link.name}
                    </a>
                  </li>
                ))}
              </ul>
            </dd>
          </>
        )}
      </dl>
    </Panel>
  );
}

/** Coming takes one click, and so does going; who leaves what is private is asked first, as there is no way back. */
function Belonging({ one }: { one: Community }) {
  const [, navigate] = useLocation();
  const [leaving, setLeaving] = useState(false);
  const join = useCommand('post', '/api/cop/communities/{id}/join', {
    onDone: () => toast('You belong to it now.'),
  });
  const leave = useCommand('post', '/api/cop/communities/{id}/leave', {
    onDone: () => {
      toast(`You left ${one.name}.`);
      if (!isOpen(one)) navigate('/communities');
    },
  });
  const run = () => leave.run({ path: { id: one.id } });
  if (may(one, use.joinCommunity)) {
    return (
      <CommandButton
        kind="primary"
        icon="plus"
        action="Join"
        command={join}
        onRun={() => join.run({ path: { id: one.id } })}
      >
        Join
      </CommandButton>
    );
  }
  if (!may(one, use.leaveCommunity)) return null;
  if (isOpen(one)) {
    return (
      <CommandButton kind="ghost" action="Leave" command={leave} onRun={run}>
        Leave
      </CommandButton>
    );
  }
  return (
    <>
      <Button kind="ghost" onClick={() => setLeaving(true)}>
        Leave
      </Button>
      {leaving && (
        <CommandDialog
          title={`Leave ${one.name}?`}
          action="Leave"
          danger
          command={leave}
          onClose={() => setLeaving(false)}
          onSubmit={run}
        >
          <p>It is private: you see nothing more of it, until its leads let you in again.</p>
        </CommandDialog>
      )}
    </>
  );
}

function Archive({ one, onClose }: { one: Community; onClose: () => void }) {
  const opened = useOpened(one);
  const draft = useDraft(`archive.${one.id}`, { reason: '' });
  const archive = useCommand('post', '/api/cop/communities/{id}/archive', {
    onDone: () => {
      draft.clear();
      onClose();
    },
  });
  return (
    <CommandDialog
      title={`Archive ${one.name}?`}
      action="Archive"
      danger
      command={archive}
      before={opened}
      labels={archiveLabels}
      onClose={onClose}
      onSubmit={() => {
        const reason = draft.value.reason.trim();
        archive.run({ path: { id: one.id }, version: opened.version, body: reason ? { reason } : {} });
      }}
    >
      <p>
        It meets no more from tomorrow on, and nobody joins it. What it wrote stays readable, and it can be reopened.
      </p>
      <TextField label="Why?" optional value={draft.value.reason} onText={(reason) => draft.set({ reason })} />
    </CommandDialog>
  );
}
