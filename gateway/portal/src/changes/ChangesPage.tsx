import { useGet, usePages } from '../api/query';
import { may, use } from '../model/can';
import { crumbsOf } from '../playbook/PlaybookPage';
import '../playbook/playbook.css';
import '../playbook/comparison.css';
import { ButtonLink } from '../ui/Button';
import { More, Page, Panel } from '../ui/Page';
import { Empty, Show } from '../ui/States';
import { pageCrumb } from './ProposePage';
import { ChangeRow } from './parts';

/** What readers have proposed for a page, and what came of it. */
export default function ChangesPage({ id }: { id: string }) {
  const page = useGet('/api/cop/pages/{id}', { path: { id } });
  const query = usePages('/api/cop/pages/{id}/changes', { path: { id }, query: { limit: 25 } });
  return (
    <Show page query={page}>
      {(one) => (
        <Page
          title="Proposed changes"
          crumbs={[...crumbsOf(one), pageCrumb(one)]}
          lead={`What readers propose to change in “${one.title}”, the newest first.`}
          actions={
            may(one, use.proposeChange) && (
              <ButtonLink href={`/pages/${id}/propose`} icon="pen">
                Propose a change
              </ButtonLink>
            )
          }
        >
          <Panel title="Proposals" count={query.data && `${query.data.items.length}${query.hasNextPage ? '+' : ''}`}>
            <Show query={query} lines={4}>
              {({ items }) =>
                items.length === 0 ? (
                  <Empty title="Nobody has proposed a change">
                    Whoever reads the page can propose one; those who write it take it over or say why not.
                  </Empty>
                ) : (
                  <ul className="rows">
                    {items.map((change) => (
                      <ChangeRow key={change.id} change={change} />
                    ))}
                  </ul>
                )
              }
            </Show>
            <More query={query} />
          </Panel>
        </Page>
      )}
    </Show>
  );
}
