import { Link } from 'wouter';
import type { Adoption, Community } from '../api/contract';
import { useGet } from '../api/query';
import { StanceMark } from '../ui/Marks';
import { Panel } from '../ui/Page';
import { Empty, Show } from '../ui/States';
import { usedWords } from './Adoption';
import './playbook.css';

/** Pages and teams: what most teams do otherwise comes first, for it needs a talk. */
export function Matrix({ one }: { one: Community }) {
  const query = useGet('/api/cop/communities/{id}/adoption', { path: { id: one.id } });
  return (
    <Panel
      title="Which teams use what"
      note="An empty cell is unknown: the team has said nothing."
      footer={
        query.data &&
        query.data.more > 0 && (
          <>
            These are the {query.data.pages.length} pages that need a talk most; {query.data.more}{' '}
            {query.data.more === 1 ? 'further one is' : 'further ones are'} in the{' '}
            <Link href={`/communities/${one.id}/pages`}>playbook</Link>.
          </>
        )
      }
    >
      <Show query={query} lines={5}>
        {({ pages, teams }) =>
          pages.length === 0 ? (
            <Empty title="No page is published yet">Once one is, teams say on it whether they use it.</Empty>
          ) : (
            // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keys as well
            <section className="adoption-matrix" aria-label="Pages and teams" tabIndex={0}>
              <table>
                <thead>
                  <tr>
                    <th scope="col">Page</th>
                    <th scope="col">Used by</th>
                    {teams.map((team) => (
                      <th key={team.id} scope="col">
                        {team.name}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {pages.map(({ page, used, said }) => (
                    <tr key={page.id}>
                      <th scope="row">
                        <Link href={`/pages/${page.id}`} dir="auto">
                          {page.name}
                        </Link>
                      </th>
                      <td>{usedWords(used)}</td>
                      {teams.map((team) => (
                        <td key={team.id}>
                          <Cell said={said.find((each) => each.team.id === team.id)} />
                        </td>
                      ))}
                    </tr>
                  ))}
                </tbody>
              </table>
            </section>
          )
        }
      </Show>
    </Panel>
  );
}

function Cell({ said }: { said: Adoption | undefined }) {
  if (!said) return <span className="sr-only">unknown</span>;
  return (
    <span title={said.words}>
      <StanceMark stance={said.stance} />
      {said.words && <span className="sr-only">: {said.words}</span>}
    </span>
  );
}
