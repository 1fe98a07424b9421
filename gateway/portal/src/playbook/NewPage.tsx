import { useEffect, useRef, useState } from 'react';
import { Link, Redirect, useLocation } from 'wouter';
import { useCommand } from '../api/command';
import type { Community, PlaybookPage } from '../api/contract';
import { useAll, useGet, usePages } from '../api/query';
import { may, use } from '../model/can';
import { pageOf } from '../templates/fill';
import { Button, ButtonLink } from '../ui/Button';
import { Page, Panel } from '../ui/Page';
import { Empty, ProblemNotice, Show } from '../ui/States';
import { keepDraft, useDraft } from '../ui/useDraft';
import { useFilters } from '../ui/useFilters';
import { draftOf } from './draft';
import { Editor, Leaving } from './Editor';

export default function NewPage({ community }: { community?: string }) {
  return community === undefined ? <Where /> : <New id={community} />;
}

/** Who belongs to several communities says first where the page is to stand. */
function Where() {
  const from = useFilters().get('from');
  const query = useAll(usePages('/api/cop/communities', { query: { mine: true, limit: 100 } }));
  return (
    <Page title="Write a page" lead="In whose playbook is it to stand?">
      <Show query={query}>
        {({ items }) => {
          const [only, ...others] = items;
          if (!only) {
            return (
              <Empty
                title="You belong to no community yet"
                action={
                  <ButtonLink href="/communities" icon="community">
                    Communities
                  </ButtonLink>
                }
              >
                Pages stand in the playbook of a community: join one, or found it.
              </Empty>
            );
          }
          if (others.length === 0 && !query.hasNextPage) return <Redirect to={newIn(only, from)} replace />;
          return (
            <Panel title="Your communities" count={items.length}>
              <ul className="rows">
                {items.map((one) => (
                  <li key={one.id}>
                    <Link href={newIn(one, from)} className="strong">
                      {one.name}
                    </Link>
                  </li>
                ))}
              </ul>
            </Panel>
          );
        }}
      </Show>
    </Page>
  );
}

function newIn(one: Pick<Community, 'id'>, from: string | undefined): string {
  return `/communities/${one.id}/pages/new${from ? `?from=${from}` : ''}`;
}

function New({ id }: { id: string }) {
  const query = useGet('/api/cop/communities/{id}', { path: { id } });
  const from = useFilters().get('from');
  const template = useGet('/api/cop/pages/{id}', { path: { id: from ?? '' }, enabled: from !== undefined });
  return (
    <Show page query={query}>
      {(one) =>
        from === undefined ? (
          <Loaded one={one} />
        ) : (
          <Show page query={template}>
            {(page) => <Loaded key={from} one={one} template={page} />}
          </Show>
        )
      }
    </Show>
  );
}

const nothing = { text: '', html: '' };

function Loaded({ one, template }: { one: Community; template?: PlaybookPage }) {
  const [, navigate] = useLocation();
  const start = { title: template?.title ?? '', summary: '', text: template ? pageOf(template) : '' };
  const draft = useDraft(`new-page.${one.id}${template ? `.${template.id}` : ''}`, start);
  const { title, summary, text } = draft.value;
  const latest = useRef(draft.value);
  latest.current = draft.value;
  /** Where the new page is read, or written on where more was typed while it was saved. */
  const [made, setMade] = useState<string | undefined>();
  const unsaved = title !== start.title || summary !== start.summary || text !== start.text;
  const write = useCommand('post', '/api/cop/communities/{id}/pages', {
    onDone: (page) => {
      const sent = write.submitted()?.body;
      const typed = latest.current;
      const typedOn =
        sent !== undefined &&
        (typed.title.trim() !== sent.title ||
          typed.summary.trim() !== (sent.summary ?? '') ||
          typed.text !== (sent.text ?? ''));
      if (typedOn) {
        const before = { title: page.title, summary: page.summary ?? '' };
        keepDraft(draftOf(page.id), { ...typed, base: page.revision, before });
      }
      draft.clear();
      setMade(`/pages/${page.id}${typedOn ? '/edit' : ''}`);
    },
  });
  useEffect(() => {
    if (made && !unsaved) navigate(made, { replace: true });
  }, [made, unsaved, navigate]);
  const at = `/communities/${one.id}`;
  const crumbs = [
    { name: 'Communities', href: '/communities' },
    { name: one.name, href: at },
    { name: 'Playbook', href: `${at}/pages` },
  ];
  if (!one.member || one.archived) {
    return (
      <Page title="Write a page" crumbs={crumbs}>
        <Empty
          title={one.archived ? 'This community has ended' : 'Its members write here'}
          action={<ButtonLink href={at}>To the community</ButtonLink>}
        >
          {one.archived ? 'What it wrote stays readable.' : 'Join it first: it takes one click, where it is open.'}
        </Empty>
      </Page>
    );
  }
  return (
    <Page title="Write a page" crumbs={crumbs} lead="It is a draft, for the members alone, until it is published.">
      <Editor
        value={draft.value}
        known={nothing}
        community={may(one, use.addFile) ? one.id : undefined}
        onChange={draft.set}
        onSave={() => {
          if (write.busy || made) return;
          write.run({
            path: { id: one.id },
            body: { title: title.trim(), summary: summary.trim() || undefined, text },
          });
        }}
      >
        <div className="editor-foot">
          <div className="row">
            <Button type="submit" kind="primary" busy={write.busy}>
              {write.busy ? 'Saving…' : 'Save as a draft'}
            </Button>
            <ButtonLink href={`${at}/pages`}>Back to the playbook</ButtonLink>
            <span className="small quiet" role="status">
              {unsaved ? 'Not saved yet; kept in this tab.' : ''}
            </span>
          </div>
          <ProblemNotice problem={write.problem} />
        </div>
      </Editor>
      <Leaving unsaved={unsaved} />
    </Page>
  );
}
