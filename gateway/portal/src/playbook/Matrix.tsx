import { useState } from 'react';
import { Link } from 'wouter';
import type { Adoption, Community } from '../api/contract';
import { useGet } from '../api/query';
import { Choice } from '../ui/Field';
import { StanceMark } from '../ui/Marks';
import { Panel } from '../ui/Page';
import { Empty, Show } from '../ui/States';
import { usedWords } from './Adoption';
import './playbook.css';

/** More columns than this are hardly looked through. */
const many = 12;

/** Pages and teams: what most teams do otherwise comes first, for it needs a talk. */
export function Matrix({ one }: { one: Community }) {
  const query = useGet('/api/cop/communities/{id}/adoption', { path: { id: one.id } });
  const [wanted, setWanted] = useState<boolean | undefined>();
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
        {({ pages, teams: all }) => {
          if (pages.length === 0)
            return <Empty title="No page is published yet">Once one is, teams say on it whether they use it.</Empty>;
          const talking = new Set(pages.flatMap(({ said }) => said.map(({ team }) => team.id)));
          const offered = talking.size > 0 && talking.size < all.length;
          const only = offered && (wanted ?? all.length > many);
          const silent = only ? [] : all.filter(({ id }) => !talking.has(id));
          const teams = [...all.filter(({ id }) => talking.has(id)), ...silent];
          return (
            <>
              {offered && (
                <div className="adoption-choice">
                  <Choice
                    label={`Only the ${talking.size} of ${all.length} teams that said something`}
                    checked={only}
                    onChange={(event) => setWanted(event.target.checked)}
                  />
                </div>
              )}
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keys as well */}
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
            </>
          );
        }}
      </Show>
    </Panel>
  );
}

function Cell({ said }: { said: Adoption | undefined }) {
  if (!said) return <span className="sr-only">unknown</span>;
  if (!said.words) return <StanceMark stance={said.stance} />;
  return (
    <details className="adoption-words">
      <summary>
        <StanceMark stance={said.stance} />
      </summary>
      <p className="small" dir="auto">
        {said.words}
      </p>
    </details>
  );
}
