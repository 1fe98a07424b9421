import { useEffect, useState } from 'react';
import { Link, Redirect, useLocation } from 'wouter';
import { useCommand } from '../api/command';
import type { Community } from '../api/contract';
import { useAll, useGet, usePages } from '../api/query';
import { may, use } from '../model/can';
import { Button, ButtonLink } from '../ui/Button';
import { Page, Panel } from '../ui/Page';
import { Empty, ProblemNotice, Show } from '../ui/States';
import { useDraft } from '../ui/useDraft';
import { Editor, Leaving } from './Editor';

export default function NewPage({ community }: { community?: string }) {
  return community === undefined ? <Where /> : <New id={community} />;
}

/** Who belongs to several communities says first where the page is to stand. */
function Where() {
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
          if (others.length === 0 && !query.hasNextPage) return <Redirect to={newIn(only)} replace />;
          return (
            <Panel title="Your communities" count={items.length}>
              <ul className="rows">
                {items.map((one) => (
                  <li key={one.id}>
                    <Link href={newIn(one)} className="strong">
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

function newIn(one: Pick<Community, 'id'>): string {
  return `/communities/${one.id}/pages/new`;
}

function New({ id }: { id: string }) {
  const query = useGet('/api/cop/communities/{id}', { path: { id } });
  return (
    <Show page query={query}>
      {(one) => <Loaded one={one} />}
    </Show>
  );
}

const nothing = { text: '', html: '' };

function Loaded({ one }: { one: Community }) {
  const [, navigate] = useLocation();
  const draft = useDraft(`new-page.${one.id}`, { title: '', summary: '', text: '' });
  const { title, summary, text } = draft.value;
  const [made, setMade] = useState<string | undefined>();
  const unsaved = title !== '' || summary !== '' || text !== '';
  const write = useCommand('post', '/api/cop/communities/{id}/pages', {
    onDone: (page) => {
      draft.clear();
      setMade(page.id);
    },
  });
  useEffect(() => {
    if (made && !unsaved) navigate(`/pages/${made}`, { replace: true });
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
          if (write.busy || made || title.trim() === '') return;
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
