import { Page, Panel } from '../ui/Page';

const rows: [string, string, string][] = [
  [
    'Impediments',
    'Everybody, unless the team narrows one to its area or team',
    'As long as the installation; resolved ones too',
  ],
  [
    'Evidence of an escalation',
    'Everybody who sees the impediment; the Executive Action Team gets it in its queue',
    'With the impediment',
  ],
  ['Dependencies and every move', 'Everybody, unless narrowed to the two teams', 'As long as the installation'],
  ['Outcomes, key results and their state', 'Everybody, unless narrowed to an area', 'As long as the installation'],
  ['Decision log', 'Everybody who sees what the decision concerns', 'For good; decisions are superseded, not deleted'],
  [
    'Roles and names',
    'Everybody who is signed in and known here',
    'Until a person is erased; then an id without a name remains',
  ],
  ['E-mail addresses and sign-in links', 'Administrators', 'Until a person is erased'],
  ['Imported files', 'Those who may import; rows and what is wrong with them', 'With the import'],
];

export default function WhoSeesWhat() {
  return (
    <Page title="Who sees what" lead="And for how long it is kept. This page is part of the deal.">
      <Panel title="What is kept">
        <div className="table-wrap">
          <table className="table cards">
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">Who sees it</th>
                <th scope="col">How long</th>
              </tr>
            </thead>
            <tbody>
              {rows.map(([what, who, long]) => (
                <tr key={what}>
                  <th scope="row" className="title">
                    {what}
                  </th>
                  <td>{who}</td>
                  <td data-label="Kept:">{long}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Panel>
      <div className="columns wide-side">
        <Panel title="What nobody gets" padded>
          <ul className="prose">
            <li>A ranking of teams or people. Leaders see causes, days lost and promises, never a league table.</li>
            <li>Percentages of confidence. A state is a word with reasons, each with its owner, source and age.</li>
            <li>
              A hint that something exists which you may not see: such an address answers like one that was never used.
            </li>
          </ul>
        </Panel>
        <Panel title="How far a role reaches" padded>
          <div className="prose">
            <p>
              A role holds for its unit and everything below it: the product, its areas, their teams. It does not
              contain other roles: a Chief Product Owner is not a developer, and an administrator decides nothing about
              the work.
            </p>
            <p>
              A visibility narrows further: organization, area, team, or private. It is applied before anything is
              counted.
            </p>
          </div>
        </Panel>
      </div>
    </Page>
  );
}
