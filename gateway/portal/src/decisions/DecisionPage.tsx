import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { Decision } from '../api/contract';
import { useGet } from '../api/query';
import { FollowButton } from '../follows/FollowButton';
import { may, use } from '../model/can';
import { sentence } from '../model/words';
import { PageLink } from '../playbook/PageLink';
import { PagesAbout } from '../playbook/PagesAbout';
import { Records } from '../trees/Records';
import { Button } from '../ui/Button';
import { Ago, DecisionMark } from '../ui/Marks';
import { Page, Panel } from '../ui/Page';
import { Notice, Show } from '../ui/States';
import { DecideButtons } from './parts';
import { Supersede } from './RecordDecision';

const places: Record<string, string> = {
  IMPEDIMENT: '/impediments',
  DEPENDENCY: '/dependencies',
  OUTCOME: '/outcomes',
  FEATURE: '/features',
  UNIT: '/units',
  TEAM: '/units',
  COMMUNITY: '/communities',
};

export default function DecisionPage({ id }: { id: string }) {
  const query = useGet('/api/roadmap/decisions/{id}', { path: { id } });
  return (
    <Show page query={query}>
      {(one) => <Loaded one={one} />}
    </Show>
  );
}

function Loaded({ one }: { one: Decision }) {
  const [, navigate] = useLocation();
  const [superseding, setSuperseding] = useState(false);
  return (
    <Page
      title={one.question}
      crumbs={[{ name: 'Decision log', href: '/decisions' }]}
      marks={
        <>
          <DecisionMark status={one.status} />
          <span className="small quiet">
            {one.by.name}, <Ago at={one.at} />
          </span>
        </>
      }
      actions={
        <>
          <FollowButton kind="DECISION" id={one.id} title={one.question} />
          {may(one, use.supersede) && one.status !== 'SUPERSEDED' && (
            <Button icon="swap" onClick={() => setSuperseding(true)}>
              Supersede
            </Button>
          )}
          <DecideButtons one={one} />
        </>
      }
    >
      {one.supersededBy && (
        <Notice icon="swap" action={<Link href={`/decisions/${one.supersededBy}`}>Open what replaced it</Link>}>
          This no longer holds.
        </Notice>
      )}
      {one.veto && (
        <Notice tone="bad" icon="cross">
          <p className="strong">Vetoed by {one.veto.by.name}</p>
          <p>{one.veto.reason}</p>
        </Notice>
      )}
      <div className="columns">
        <Panel title="Choice and why" padded>
          <div className="prose">
            <p className="strong">{one.choice}</p>
            <p>{one.why}</p>
            {one.options.length > 0 && (
              <table className="table">
                <thead>
                  <tr>
                    <th scope="col">Considered</th>
                    <th scope="col">Trade-offs</th>
                  </tr>
                </thead>
                <tbody>
                  {one.options.map((option) => (
                    <tr key={option.name}>
                      <th scope="row">{option.name}</th>
                      <td>{option.tradeOffs}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            )}
          </div>
        </Panel>
        <div className="stack">
          <Panel title="What it concerns" padded>
            <ul className="stack-s">
              {one.concerns.map((concern) => {
                if (concern.kind === 'PAGE') {
                  return (
                    <li key={concern.id}>
                      <PageLink id={concern.id} />
                    </li>
                  );
                }
                const path = places[concern.kind.toUpperCase()];
                const name = concern.title ?? sentence(concern.kind);
                return <li key={concern.id}>{path ? <Link href={`${path}/${concern.id}`}>{name}</Link> : name}</li>;
              })}
              {one.concerns.length === 0 && <li className="quiet">Nothing in particular</li>}
              {one.supersedes && (
                <li>
                  <Link href={`/decisions/${one.supersedes}`}>What it replaced</Link>
                </li>
              )}
              {one.source && (
                <li className="quiet small">Recorded by itself from: {sentence(one.source.kind).toLowerCase()}</li>
              )}
            </ul>
          </Panel>
          <Records subject={{ kind: 'DECISION', id: one.id }} />
          <PagesAbout title="Pages about it" path={`/decisions/${one.id}`} />
        </div>
      </div>
      {superseding && (
        <Supersede
          one={one}
          onClose={(made) => {
            setSuperseding(false);
            if (made && made.id !== one.id) navigate(`/decisions/${made.id}`);
          }}
        />
      )}
    </Page>
  );
}
