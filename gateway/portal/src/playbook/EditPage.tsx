import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useCommand } from '../api/command';
import type { PlaybookPage } from '../api/contract';
import { useGet } from '../api/query';
import { may, use } from '../model/can';
import { listed } from '../model/words';
import { Button, ButtonLink } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Page } from '../ui/Page';
import { Empty, Notice, ProblemNotice, Show } from '../ui/States';
import { useDraft } from '../ui/useDraft';
import { Compared } from './Comparison';
import { draftOf } from './draft';
import { type Content, Editor, Leaving } from './Editor';
import { TeamsDo } from './Improvements';
import { Meeting, sidesOfAnEdit } from './Meeting';
import { meetingOf, placesIn } from './meeting';
import { crumbsOf } from './PlaybookPage';

/** What the service tells where two people changed the same lines. */
interface Met {
  revision: number;
  theirs: string;
  mine: string;
}

interface Typed extends Content {
  note: string;
  /** The revision that the writer began with, and what it said. */
  base: number;
  before: { title: string; summary: string };
  met: Met | undefined;
}

export default function EditPage({ id }: { id: string }) {
  const query = useGet('/api/cop/pages/{id}', { path: { id } });
  // What somebody types stays before their eyes, also when the page is theirs no more.
  const begun = useRef(false);
  return (
    <Show page query={query}>
      {(one) =>
        begun.current || may(one, use.editPage) || one.status === 'ARCHIVED' ? (
          <Loaded
            onBegin={() => {
              begun.current = true;
            }}
            one={one}
            refetch={() => void query.refetch()}
          />
        ) : (
          <Page title={one.title} crumbs={crumbsOf(one)}>
            <Empty
              title="This page is not yours to edit"
              action={
                may(one, use.proposeChange) ? (
                  <ButtonLink href={`/pages/${id}/propose`} icon="pen" kind="primary">
                    Propose a change
                  </ButtonLink>
                ) : (
                  <ButtonLink href={`/pages/${id}`}>Read it</ButtonLink>
                )
              }
            >
              Its owner, those who write it with the owner, and the leads of the community edit it; propose to them what
              is to be changed.
            </Empty>
          </Page>
        )
      }
    </Show>
  );
}

function Loaded({ one, refetch, onBegin }: { one: PlaybookPage; refetch: () => void; onBegin: () => void }) {
  const [, navigate] = useLocation();
  const draft = useDraft<Partial<Typed>>(draftOf(one.id), {});
  const [saved, setSaved] = useState<PlaybookPage | undefined>();
  const [merged, setMerged] = useState<{ from: number; to: number } | undefined>();
  const [said, setSaid] = useState('');
  const [leaves, setLeaves] = useState(false);
  const staying = useRef(false);
  // What was just saved is known before the page is fetched again.
  const known = saved && saved.revision > one.revision ? saved : one;
  const { value, typed } = shownOf(draft.value, known);
  const latest = useRef(draft.value);
  latest.current = draft.value;
  const { met, note = '', base = known.revision } = draft.value;
  const unsaved = typed && (met !== undefined || differs(value, known));

  const write = useCommand('put', '/api/cop/pages/{id}/text', {
    onDone: (answer) => {
      const sent = write.submitted()?.body;
      const since = shownOf(latest.current, known).value;
      const typedOn = sent !== undefined && differs(since, { ...sent, summary: sent.summary ?? undefined });
      setSaved(answer.page);
      setMerged(answer.merged && sent ? { from: sent.base, to: answer.page.revision } : undefined);
      if (!typedOn) draft.clear();
      else if (!answer.merged) draft.set({ base: answer.page.revision, before: beforeOf(answer.page), met: undefined });
      setSaid(typedOn ? '' : 'All is saved.');
      if (!staying.current && !answer.merged && !typedOn) setLeaves(true);
    },
  });
  const meeting = meetingOf(write.problem);
  const { reset } = write;
  const archived = known.status === 'ARCHIVED';
  const lost = !archived && !may(one, use.editPage);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each refusal
  useEffect(() => {
    if (write.problem) refetch();
    if (!meeting) return;
    reset();
    draft.set({
      ...value,
      text: meeting.together,
      base: meeting.revision,
      met: { revision: meeting.revision, theirs: meeting.theirs, mine: value.text },
    });
  }, [write.problem]);

  useEffect(() => {
    if (leaves && !unsaved) navigate(`/pages/${one.id}`);
  }, [leaves, unsaved, navigate, one.id]);

  const set = (change: Partial<Typed>) => {
    setSaid('');
    setLeaves(false);
    onBegin();
    draft.set(typed ? change : { ...value, note: '', base: known.revision, before: beforeOf(known), ...change });
  };
  const open = met ? placesIn(value.text).length : 0;
  const save = (stay: boolean) => {
    if (write.busy) return;
    staying.current = stay;
    if (!unsaved) {
      if (!stay) setLeaves(true);
      return;
    }
    if (archived || lost) return;
    if (open > 0) {
      setSaid(open === 1 ? 'One place is still to be settled.' : `${open} places are still to be settled.`);
      return;
    }
    setMerged(undefined);
    write.run({
      path: { id: one.id },
      body: {
        base,
        title: value.title.trim(),
        summary: value.summary.trim() || undefined,
        text: value.text,
        note: note.trim() || undefined,
      },
    });
  };

  return (
    <Page
      title={`Edit “${known.title}”`}
      crumbs={[...crumbsOf(known), { name: known.title, href: `/pages/${one.id}` }]}
    >
      <Editor
        value={value}
        known={known}
        textLabel={met ? 'Both together' : 'Text'}
        community={may(one, use.addFile) ? one.community.id : undefined}
        onChange={set}
        onSave={save}
        above={
          met ? (
            <Meeting
              sides={sidesOfAnEdit(known.revision === met.revision ? known.by.name : 'Somebody else')}
              theirs={met.theirs}
              mine={met.mine}
              together={value.text}
              onSettle={(text) => set({ text })}
            />
          ) : (
            <>
              {merged && <Merged id={one.id} {...merged} />}
              <TeamsDo
                page={one.id}
                text={value.text}
                onPut={(text, why) => set({ text, ...(note === '' ? { note: why } : {}) })}
              />
            </>
          )
        }
      >
        <div className="editor-foot">
          <TextField
            label="What did you change?"
            optional
            maxLength={200}
            dir="auto"
            value={note}
            onText={(text) => set({ note: text })}
          />
          <div className="row">
            <Button type="submit" kind="primary" busy={write.busy || ((archived || lost) && unsaved)}>
              {write.busy ? 'Saving…' : 'Save'}
            </Button>
            <ButtonLink href={`/pages/${one.id}`}>Back to the page</ButtonLink>
            <span className="small quiet" role="status">
              {said || (unsaved ? 'Not saved yet; kept in this tab.' : '')}
            </span>
          </div>
          {archived && (
            <Notice tone="warn" icon="off">
              <p className="strong">This page was archived{typed ? ' meanwhile' : ''}, so it cannot be saved.</p>
              <p>
                What you typed is kept in this tab. Whoever may archive the page can{' '}
                <Link href={`/pages/${one.id}`}>reopen it</Link> as a draft; then come back and save.
              </p>
            </Notice>
          )}
          {lost && (
            <Notice tone="warn" icon="off">
              <p className="strong">This page is not yours to write any more, so it cannot be saved.</p>
              <p>
                What you typed is kept in this tab.{' '}
                {may(one, use.proposeChange) && (
                  <>
                    Copy it, and <Link href={`/pages/${one.id}/propose`}>propose it</Link> to those who write the page.
                  </>
                )}
              </p>
            </Notice>
          )}
          {!archived && typed && known.revision > base && (
            <p className="small newer" role="status">
              {known.by.name} has saved this page meanwhile. When you save, both changes come together.
            </p>
          )}
          {!meeting && !archived && <ProblemNotice problem={write.problem} retry={() => save(staying.current)} />}
        </div>
      </Editor>
      <Leaving unsaved={unsaved} />
    </Page>
  );
}

/** Until something is typed it shows what others write; from then on, what is typed. */
function shownOf(draft: Partial<Typed>, known: PlaybookPage): { value: Content; typed: boolean } {
  const { title, summary, text, base, before } = draft;
  const present = beforeOf(known);
  if (title === undefined || summary === undefined || text === undefined || base === undefined) {
    return { value: { ...present, text: known.text }, typed: false };
  }
  // Where the writer has left a line as it was, a later one by somebody else stands.
  const follows = base === known.revision;
  return {
    value: {
      title: follows && title === before?.title ? present.title : title,
      summary: follows && summary === before?.summary ? present.summary : summary,
      text,
    },
    typed: true,
  };
}

function beforeOf({ title, summary }: PlaybookPage): { title: string; summary: string } {
  return { title, summary: summary ?? '' };
}

function differs(value: Content, from: { title: string; summary?: string | undefined; text: string }): boolean {
  return value.title.trim() !== from.title || value.summary.trim() !== (from.summary ?? '') || value.text !== from.text;
}

/** Somebody else had written meanwhile, and both changes are in the page: who, and what they changed. */
function Merged({ id, from, to }: { id: string; from: number; to: number }) {
  const [open, setOpen] = useState(false);
  const revisions = useGet('/api/cop/pages/{id}/revisions', { path: { id } });
  const between = revisions.data?.items.filter((one) => one.number > from && one.number < to) ?? [];
  const names = [...new Set(between.map((one) => one.by.name))];
  return (
    <div role="status">
      <Notice tone="good" icon="check">
        <p className="strong">
          {names.length > 0 ? listed(names) : 'Somebody else'} {names.length > 1 ? 'have' : 'has'} written meanwhile;
          both changes are in the page.
        </p>
        {to - from > 1 && (
          <details onToggle={(event) => setOpen(event.currentTarget.open)}>
            <summary>What they changed</summary>
            {open && <Compared id={id} from={from} to={to - 1} />}
          </details>
        )}
      </Notice>
    </div>
  );
}
