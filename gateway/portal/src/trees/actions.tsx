import { useState } from 'react';
import { Link } from 'wouter';
import { useCommand } from '../api/command';
import type { Tree } from '../api/contract';
import { usePages } from '../api/query';
import { useMe } from '../app/me';
import { may, use } from '../model/can';
import { Button } from '../ui/Button';
import { CommandButton, CommandDialog } from '../ui/CommandDialog';
import { Select, TextField } from '../ui/Field';
import { toast } from '../ui/Toasts';
import { useDraft } from '../ui/useDraft';
import { useOpened } from '../ui/useOpened';
import { Gaps } from './Gaps';
import { gapsIn, sketchOf } from './sketch';

const labels = { title: 'Title', summary: 'In one line', status: 'Status', owner: 'Owner', revision: 'Revision' };

/** How a tree goes on from where it is. */
export function Onwards({ one }: { one: Tree }) {
  const [publishing, setPublishing] = useState(false);
  const me = useMe()?.person;
  const take = useCommand('post', '/api/cop/trees/{id}/owner', { onDone: () => toast('It is yours now.') });
  return (
    <>
      {may(one, use.takeTree) && me && (
        <CommandButton
          icon="person"
          action="Take it"
          command={take}
          before={one}
          labels={labels}
          onRun={() => take.run({ path: { id: one.id }, version: one.version, body: { person: me.id } })}
        >
          Take it
        </CommandButton>
      )}
      {may(one, use.publishTree) && (
        <Button icon="check" kind="primary" onClick={() => setPublishing(true)}>
          Publish
        </Button>
      )}
      {publishing && <Publish one={one} onClose={() => setPublishing(false)} />}
    </>
  );
}

/** What is done to a tree now and then. */
export function Keep({ one }: { one: Tree }) {
  const [doing, setDoing] = useState<'hand over' | 'archive' | undefined>();
  const close = () => setDoing(undefined);
  const reopen = useCommand('post', '/api/cop/trees/{id}/reopen', {
    onDone: () => toast('It is a draft again.'),
  });
  return (
    <>
      {may(one, use.handOverTree) && (
        <Button size="small" kind="ghost" icon="person" onClick={() => setDoing('hand over')}>
          Hand over
        </Button>
      )}
      {may(one, use.archiveTree) &&
        (one.status === 'ARCHIVED' ? (
          <CommandButton
            size="small"
            action="Reopen"
            command={reopen}
            before={one}
            labels={labels}
            onRun={() => reopen.run({ path: { id: one.id }, version: one.version })}
          >
            Reopen
          </CommandButton>
        ) : (
          <Button size="small" kind="ghost" icon="cross" onClick={() => setDoing('archive')}>
            Archive
          </Button>
        ))}
      {doing === 'hand over' && <HandOver one={one} onClose={close} />}
      {doing === 'archive' && <Archive one={one} onClose={close} />}
    </>
  );
}

interface Dialogue {
  one: Tree;
  onClose: () => void;
}

function Publish({ one, onClose }: Dialogue) {
  const opened = useOpened(one);
  const publish = useCommand('post', '/api/cop/trees/{id}/publish', {
    onDone: () => {
      toast('Published: everybody who sees the community can run it now.');
      onClose();
    },
  });
  const gaps = gapsIn(publish.problem?.told.gaps);
  return (
    <CommandDialog
      title="Publish it"
      action="Publish"
      command={publish}
      before={opened}
      labels={labels}
      onClose={onClose}
      onSubmit={() => publish.run({ path: { id: one.id }, version: opened.version })}
    >
      <p>
        Everybody who sees <Link href={`/communities/${one.community.id}`}>{one.community.name}</Link> can run “
        {one.title}” from now on.
      </p>
      {gaps.length > 0 && (
        <div className="stack-s">
          <p className="strong">Still missing:</p>
          <Gaps gaps={gaps} nodes={sketchOf(one).nodes} edit={one.id} />
        </div>
      )}
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
  const handOver = useCommand('post', '/api/cop/trees/{id}/owner', {
    onDone: (made) => {
      toast(`${made.owner.name} answers for it now.`);
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
          .filter((member) => member.person.id !== one.owner.id)
          .map((member) => (
            <option key={member.person.id} value={member.person.id}>
              {member.person.name}
            </option>
          ))}
      </Select>
    </CommandDialog>
  );
}

function Archive({ one, onClose }: Dialogue) {
  const opened = useOpened(one);
  const draft = useDraft(`archive-tree.${one.id}`, { reason: '' });
  const archive = useCommand('post', '/api/cop/trees/{id}/archive', {
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
      <p>Nobody begins a run of it any more. What was attached stays readable, and so does the tree.</p>
      <TextField label="Why?" optional value={draft.value.reason} onText={(reason) => draft.set({ reason })} />
    </CommandDialog>
  );
}
