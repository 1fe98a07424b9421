import { type ReactNode, useState } from 'react';
import { Link } from 'wouter';
import { useCommand } from '../api/command';
import type { PlaybookPage } from '../api/contract';
import { usePages } from '../api/query';
import { useMe } from '../app/me';
import { may, use } from '../model/can';
import { longDay, plusDays, today } from '../model/time';
import { Button } from '../ui/Button';
import { CommandButton, CommandDialog } from '../ui/CommandDialog';
import { Select, TextArea, TextField } from '../ui/Field';
import { toast } from '../ui/Toasts';
import { useDraft } from '../ui/useDraft';
import { useOpened } from '../ui/useOpened';
import { Authors, Purpose } from './purpose';

const labels = {
  title: 'Title',
  status: 'Status',
  owner: 'Owner',
  revision: 'Revision of the text',
  reviewBy: 'Holds until',
};

/** Days after which the service has a page looked at again, where nobody says otherwise. */
const reviewDays = 180;

type Doing = 'publish' | 'send back' | 'confirm' | 'hand over' | 'authors' | 'purpose' | 'archive';

/** How a page goes on from where it is: what the reader may do about it, the likeliest first. */
export function Onwards({ one, size }: { one: PlaybookPage; size?: 'small' }) {
  const [doing, setDoing] = useState<Doing | undefined>();
  const close = () => setDoing(undefined);
  const me = useMe()?.person;
  const submit = useCommand('post', '/api/cop/pages/{id}/submit', {
    onDone: () => toast('Offered for review. The members of the community see it in their playbook.'),
  });
  const take = useCommand('post', '/api/cop/pages/{id}/owner', { onDone: () => toast('It is yours now.') });
  const reviews = may(one, use.reviewPage);
  return (
    <>
      {may(one, use.takePage) && me && (
        <CommandButton
          size={size}
          icon="person"
          kind={one.status === 'PROPOSED' ? 'primary' : undefined}
          action="Take it"
          command={take}
          before={one}
          labels={labels}
          onRun={() => take.run({ path: { id: one.id }, version: one.version, body: { person: me.id } })}
        >
          Take it
        </CommandButton>
      )}
      {may(one, use.submitPage) && (
        <CommandButton
          size={size}
          icon="up"
          action="Submit"
          command={submit}
          onRun={() => submit.run({ path: { id: one.id } })}
        >
          Submit for review
        </CommandButton>
      )}
      {reviews && (
        <Button size={size} icon="swap" onClick={() => setDoing('send back')}>
          Send back
        </Button>
      )}
      {may(one, use.publishPage) && (
        <Button size={size} icon="check" kind={reviews ? 'primary' : undefined} onClick={() => setDoing('publish')}>
          Publish
        </Button>
      )}
      {may(one, use.confirmPage) && (
        <StillTrue one={one} size={size}>
          Still true
        </StillTrue>
      )}
      {doing === 'publish' && <Publish one={one} onClose={close} />}
      {doing === 'send back' && <SendBack one={one} onClose={close} />}
    </>
  );
}

/** One click: somebody has read it, and it holds for another half a year. */
export function StillTrue({
  one,
  size,
  children,
}: {
  one: Pick<PlaybookPage, 'id' | 'overdue'>;
  size: 'small' | undefined;
  children: ReactNode;
}) {
  const confirm = useConfirm(() => {});
  return (
    <CommandButton
      size={size}
      icon="check"
      kind={one.overdue ? 'primary' : undefined}
      action="It is still true"
      command={confirm}
      onRun={() => confirm.run({ path: { id: one.id }, body: {} })}
    >
      {children}
    </CommandButton>
  );
}

function useConfirm(onClose: () => void) {
  return useCommand('post', '/api/cop/pages/{id}/confirm', {
    onDone: (made) => {
      toast(made.reviewBy ? `It holds until ${longDay(made.reviewBy)}.` : 'Noted.');
      onClose();
    },
  });
}

/** What is seldom done with a page. */
export function Keep({ one }: { one: PlaybookPage }) {
  const [doing, setDoing] = useState<Doing | undefined>();
  const close = () => setDoing(undefined);
  const reopen = useCommand('post', '/api/cop/pages/{id}/reopen', { onDone: () => toast('It is a draft again.') });
  return (
    <>
      {may(one, use.handOverPage) && (
        <Button size="small" kind="ghost" icon="person" onClick={() => setDoing('hand over')}>
          Hand over
        </Button>
      )}
      {may(one, use.editPage) && (
        <>
          <Button size="small" kind="ghost" icon="people" onClick={() => setDoing('authors')}>
            Who writes it
          </Button>
          <Button size="small" kind="ghost" icon="decision" onClick={() => setDoing('purpose')}>
            What it is for
          </Button>
        </>
      )}
      {may(one, use.confirmPage) && (
        <Button size="small" kind="ghost" icon="check" onClick={() => setDoing('confirm')}>
          Until another day
        </Button>
      )}
      {may(one, use.archivePage) &&
        (one.status === 'ARCHIVED' ? (
          <CommandButton
            size="small"
            action="Reopen"
            command={reopen}
            before={one}
            labels={labels}
            onRun={() => reopen.run({ path: { id: one.id }, version: one.version })}
          >
            Reopen as a draft
          </CommandButton>
        ) : (
          <Button size="small" kind="ghost" icon="cross" onClick={() => setDoing('archive')}>
            Archive
          </Button>
        ))}
      {doing === 'hand over' && <HandOver one={one} onClose={close} />}
      {doing === 'authors' && <Authors one={one} onClose={close} />}
      {doing === 'purpose' && <Purpose one={one} onClose={close} />}
      {doing === 'confirm' && <Confirm one={one} onClose={close} />}
      {doing === 'archive' && <Archive one={one} onClose={close} />}
    </>
  );
}

interface Dialogue {
  one: PlaybookPage;
  onClose: () => void;
}

function Publish({ one, onClose }: Dialogue) {
  const opened = useOpened(one);
  const [reviewBy, setReviewBy] = useState(plusDays(today(), reviewDays));
  const publish = useCommand('post', '/api/cop/pages/{id}/publish', {
    onDone: () => {
      toast('Published: everybody who sees the community reads it now.');
      onClose();
    },
  });
  return (
    <CommandDialog
      title="Publish it"
      action="Publish"
      command={publish}
      before={opened}
      labels={labels}
      onClose={onClose}
      onSubmit={() => publish.run({ path: { id: one.id }, version: opened.version, body: { reviewBy } })}
    >
      <p>
        Everybody who sees <Link href={`/communities/${one.community.id}`}>{one.community.name}</Link> can read “
        {one.title}” from now on, and its history: earlier texts, and what reviewers said.
      </p>
      <ReviewBy value={reviewBy} onText={setReviewBy} />
    </CommandDialog>
  );
}

/** It holds until a day that somebody chooses. */
function Confirm({ one, onClose }: Dialogue) {
  const [reviewBy, setReviewBy] = useState(plusDays(today(), reviewDays));
  const confirm = useConfirm(onClose);
  return (
    <CommandDialog
      title="Until when does it hold?"
      action="It is still true"
      command={confirm}
      onClose={onClose}
      onSubmit={() => confirm.run({ path: { id: one.id }, body: { reviewBy } })}
    >
      <p>You have read it, and what it says still holds. If not, edit it first.</p>
      <ReviewBy value={reviewBy} onText={setReviewBy} />
    </CommandDialog>
  );
}

function ReviewBy({ value, onText }: { value: string; onText: (value: string) => void }) {
  return (
    <TextField
      label="Look at it again by"
      type="date"
      required
      min={plusDays(today(), 1)}
      max={plusDays(today(), 3 * 365)}
      hint="Within three years. Then the next gathering suggests to talk about it, and the leads see it on their screen."
      value={value}
      onText={onText}
    />
  );
}

function SendBack({ one, onClose }: Dialogue) {
  const draft = useDraft(`send-back.${one.id}`, { remark: '' });
  const sendBack = useCommand('post', '/api/cop/pages/{id}/send-back', {
    onDone: () => {
      draft.clear();
      toast('Sent back with your remark.');
      onClose();
    },
  });
  return (
    <CommandDialog
      title="Send it back"
      action="Send back"
      command={sendBack}
      onClose={onClose}
      onSubmit={() => sendBack.run({ path: { id: one.id }, body: { remark: draft.value.remark.trim() } })}
    >
      <TextArea
        label="What is missing?"
        hint="It stands above the page for those who write it."
        required
        value={draft.value.remark}
        onText={(remark) => draft.set({ remark })}
      />
    </CommandDialog>
  );
}

function HandOver({ one, onClose }: Dialogue) {
  const opened = useOpened(one);
  const [person, setPerson] = useState('');
  const members = usePages('/api/cop/communities/{id}/members', {
    path: { id: one.community.id },
    query: { limit: 100 },
  });
  const handOver = useCommand('post', '/api/cop/pages/{id}/owner', {
    onDone: (made) => {
      toast(`${made.owner?.name ?? 'Somebody else'} answers for it now.`);
      onClose();
    },
  });
  return (
    <CommandDialog
      title="Hand it over"
      action="Hand over"
      command={handOver}
      before={opened}
      labels={labels}
      onClose={onClose}
      onSubmit={() => handOver.run({ path: { id: one.id }, version: opened.version, body: { person } })}
    >
      <Select
        label="Who answers for it from now on?"
        hint="A member of the community."
        required
        value={person}
        onText={setPerson}
      >
        <option value="">{members.data ? 'Choose somebody' : 'Loading…'}</option>
        {members.data?.items
          .filter((member) => member.person.id !== one.owner?.id)
          .map((member) => (
            <option key={member.person.id} value={member.person.id}>
              {member.person.name}
            </option>
          ))}
      </Select>
    </CommandDialog>
  );
}

export function Archive({ one, onClose }: Dialogue) {
  const opened = useOpened(one);
  const draft = useDraft(`archive-page.${one.id}`, { reason: '' });
  const archive = useCommand('post', '/api/cop/pages/{id}/archive', {
    onDone: () => {
      draft.clear();
      toast('Archived. It stays readable, and can be reopened.');
      onClose();
    },
  });
  return (
    <CommandDialog
      title={`Archive “${one.title}”?`}
      action="Archive"
      danger
      command={archive}
      before={opened}
      labels={labels}
      onClose={onClose}
      onSubmit={() => {
        const reason = draft.value.reason.trim();
        archive.run({ path: { id: one.id }, version: opened.version, body: reason ? { reason } : {} });
      }}
    >
      <p>Its playbook lists it no more. It stays readable for those who have its address, and can be reopened.</p>
      <TextField label="Why?" optional value={draft.value.reason} onText={(reason) => draft.set({ reason })} />
    </CommandDialog>
  );
}
