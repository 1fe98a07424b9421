import { useEffect, useRef, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useCommand } from '../api/command';
import type { PlaybookPage } from '../api/contract';
import { useGet } from '../api/query';
import { may, use } from '../model/can';
import { type Content, Editor, Leaving } from '../playbook/Editor';
import { TeamsDo } from '../playbook/Improvements';
import { crumbsOf } from '../playbook/PlaybookPage';
import { Button, ButtonLink } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Page } from '../ui/Page';
import { Empty, Notice, ProblemNotice, Show } from '../ui/States';
import { toast } from '../ui/Toasts';
import { useDraft } from '../ui/useDraft';
import { proposalOf } from './drafts';

/** Whoever reads a page writes how it should be; whoever answers for it takes that over or says why not. */
export default function ProposePage({ id }: { id: string }) {
  const query = useGet('/api/cop/pages/{id}', { path: { id } });
  // What somebody types stays before their eyes, whatever becomes of the page meanwhile.
  const begun = useRef(false);
  const begin = () => {
    begun.current = true;
  };
  return (
    <Show page query={query}>
      {(one) =>
        begun.current || may(one, use.proposeChange) ? <Loaded one={one} onBegin={begin} /> : <NotNeeded one={one} />
      }
    </Show>
  );
}

function NotNeeded({ one }: { one: PlaybookPage }) {
  const edits = may(one, use.editPage);
  return (
    <Page title={`Propose a change of “${one.title}”`} crumbs={[...crumbsOf(one), pageCrumb(one)]}>
      <Empty
        title={edits ? 'You may write this page yourself' : 'Nothing can be proposed for it now'}
        action={
          <ButtonLink href={`/pages/${one.id}${edits ? '/edit' : ''}`}>{edits ? 'Edit it' : 'Read it'}</ButtonLink>
        }
      >
        {edits ? undefined : 'It is archived; ask its owner to reopen it first.'}
      </Empty>
    </Page>
  );
}

interface Typed extends Content {
  why: string;
  /** The revision that the proposal began with. */
  base: number;
}

export function pageCrumb({ id, title }: Pick<PlaybookPage, 'id' | 'title'>) {
  return { name: title, href: `/pages/${id}` };
}

function Loaded({ one, onBegin }: { one: PlaybookPage; onBegin: () => void }) {
  const [, navigate] = useLocation();
  const draft = useDraft<Partial<Typed>>(proposalOf(one.id), {});
  const [sent, setSent] = useState<string | undefined>();
  const start: Typed = { title: one.title, summary: one.summary ?? '', text: one.text, why: '', base: one.revision };
  const value: Typed = { ...start, ...draft.value };
  const typed = draft.value.base !== undefined;
  const changed = value.title !== one.title || value.summary !== (one.summary ?? '') || value.text !== one.text;
  const unsaved = typed && (changed || value.why !== '');
  const propose = useCommand('post', '/api/cop/pages/{id}/changes', {
    onDone: ({ change }) => {
      draft.clear();
      toast('Proposed. Those who write the page answer it.');
      setSent(change.id);
    },
  });
  useEffect(() => {
    if (sent && !unsaved) navigate(`/changes/${sent}`, { replace: true });
  }, [sent, unsaved, navigate]);
  const open = may(one, use.proposeChange);
  const set = (change: Partial<Typed>) => {
    onBegin();
    draft.set(typed ? change : { ...start, ...change });
  };
  return (
    <Page
      title={`Propose a change of “${one.title}”`}
      crumbs={[...crumbsOf(one), pageCrumb(one)]}
      lead="Write the page as it should be. Nothing of it changes until somebody who writes it takes your text over."
    >
      <Editor
        value={value}
        known={one}
        onChange={set}
        onSave={() => {
          if (!open || propose.busy || sent || !changed || value.title.trim() === '' || value.why.trim() === '') return;
          propose.run({
            path: { id: one.id },
            body: {
              base: value.base,
              title: value.title.trim(),
              summary: value.summary.trim() || undefined,
              text: value.text,
              note: value.why.trim(),
            },
          });
        }}
        above={
          <TeamsDo
            page={one.id}
            text={value.text}
            onPut={(text, why) => set({ text, ...(value.why === '' ? { why } : {}) })}
          />
        }
      >
        <div className="editor-foot">
          <TextField
            label="Why?"
            hint="One sentence for whoever answers."
            required
            maxLength={200}
            dir="auto"
            value={value.why}
            onText={(why) => set({ why })}
          />
          <div className="row">
            <Button type="submit" kind="primary" busy={propose.busy || !changed || !open}>
              {propose.busy ? 'Sending…' : 'Propose it'}
            </Button>
            <ButtonLink href={`/pages/${one.id}`}>Back to the page</ButtonLink>
            <span className="small quiet" role="status">
              {unsaved ? 'Not sent yet; kept in this tab.' : ''}
            </span>
          </div>
          {!open && (
            <Notice tone="warn" icon="off">
              <p className="strong">
                {may(one, use.editPage)
                  ? 'You may write this page yourself now.'
                  : 'Nothing can be proposed for it now.'}
              </p>
              <p>
                What you typed is kept in this tab.{' '}
                {may(one, use.editPage) ? (
                  <>
                    Copy it, and <Link href={`/pages/${one.id}/edit`}>edit the page</Link>.
                  </>
                ) : (
                  'The page is archived; once it is reopened, come back and send it.'
                )}
              </p>
            </Notice>
          )}
          {typed && one.revision > value.base && (
            <p className="small newer" role="status">
              {one.by.name} has saved this page meanwhile. Both changes come together when yours is taken over.
            </p>
          )}
          <ProblemNotice problem={propose.problem} />
        </div>
      </Editor>
      <Leaving unsaved={unsaved} />
    </Page>
  );
}
