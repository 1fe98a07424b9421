import { useMemo } from 'react';
import type { Tree } from '../api/contract';
import { useChanged } from '../api/live';
import { useGet } from '../api/query';
import { FollowButton } from '../follows/FollowButton';
import { may, use } from '../model/can';
import { ButtonLink } from '../ui/Button';
import { PageMark } from '../ui/Marks';
import { Page, Panel } from '../ui/Page';
import { Empty, Notice, Show } from '../ui/States';
import { isDrafted } from '../ui/useDraft';
import { Keep, Onwards } from './actions';
import { Gaps } from './Gaps';
import { RunButton } from './RunButton';
import { sketchOf } from './sketch';
import { TreeOutline, TreePicture } from './TreePicture';
import { EndCounts } from './Trees';
import './trees.css';

export default function TreePage({ id }: { id: string }) {
  const query = useGet('/api/cop/trees/{id}', { path: { id } });
  return (
    <Show page query={query}>
      {(one) => <Loaded one={one} />}
    </Show>
  );
}

export function crumbsOf(one: Tree) {
  const at = `/communities/${one.community.id}`;
  return [
    { name: 'Communities', href: '/communities' },
    { name: one.community.name, href: at },
    { name: 'Decision trees', href: `${at}/trees` },
  ];
}

/** The name under which is kept what somebody types into a tree. */
export function draftOf(tree: string): string {
  return `tree.${tree}`;
}

function Loaded({ one }: { one: Tree }) {
  const changed = useChanged(one.id);
  const { start, nodes } = useMemo(() => sketchOf(one), [one]);
  const lacking = useMemo(() => new Set(one.gaps.flatMap((gap) => gap.node ?? [])), [one]);
  const edits = may(one, use.editTree);
  return (
    <Page
      title={one.title}
      crumbs={crumbsOf(one)}
      lead={one.summary && <span dir="auto">{one.summary}</span>}
      marks={
        <>
          <PageMark status={one.status} />
          <span className="small quiet">{one.owner.name} answers for it</span>
        </>
      }
      actions={
        <>
          <FollowButton kind="TREE" id={one.id} title={one.title} />
          {edits && (
            <ButtonLink href={`/trees/${one.id}/edit`} icon="pen">
              Edit
            </ButtonLink>
          )}
          <Onwards one={one} />
          {may(one, use.runTree) && <RunButton id={one.id} />}
        </>
      }
    >
      {one.status === 'ARCHIVED' && <Notice>It is archived: nobody begins a run of it any more.</Notice>}
      {edits && isDrafted(draftOf(one.id)) && (
        <Notice
          tone="accent"
          icon="pen"
          action={
            <ButtonLink size="small" href={`/trees/${one.id}/edit`}>
              Go on
            </ButtonLink>
          }
        >
          You have changed something here that is not saved yet. It is kept in this tab.
        </Notice>
      )}
      {edits && one.gaps.length > 0 && nodes.length > 0 && (
        <Panel title="Missing before it can be published" count={one.gaps.length} padded>
          <Gaps gaps={one.gaps} nodes={nodes} edit={one.id} />
        </Panel>
      )}
      <section className={`panel ${changed ? 'is-changed' : ''}`} aria-label="The tree">
        {nodes.length === 0 ? (
          <Empty
            title="It asks nothing yet"
            action={
              edits && (
                <ButtonLink href={`/trees/${one.id}/edit`} icon="pen" kind="primary">
                  Write the first question
                </ButtonLink>
              )
            }
          />
        ) : (
          <>
            <TreePicture start={start} nodes={nodes} lacking={lacking} />
            <TreeOutline start={start} nodes={nodes} />
          </>
        )}
      </section>
      {one.status !== 'DRAFT' && (
        <Panel title="Where it led" padded>
          <EndCounts id={one.id} />
        </Panel>
      )}
      <div className="row">
        <Keep one={one} />
      </div>
    </Page>
  );
}
