import { Page, Panel } from '../ui/Page';

const kept = 'As long as the installation';

const rows: [string, string, string][] = [
  [
    'Impediments',
    'Everybody, unless one is narrowed to the areas or the teams it concerns',
    `${kept}; resolved ones too`,
  ],
  [
    'Evidence of an escalation',
    'Everybody who sees the impediment; the Executive Action Team gets it in its queue',
    'With the impediment',
  ],
  ['Features', 'Everybody, unless one is narrowed to the areas or the teams it concerns', kept],
  [
    'Dependencies and every move',
    'Everybody, unless the feature that needs it is narrowed: then the areas or the teams of both sides',
    kept,
  ],
  ['Outcomes, key results and their state', 'Everybody, unless one is narrowed to its area', kept],
  [
    'Decision log',
    'Everybody, unless a decision is narrowed to the areas or the teams it concerns',
    `${kept}; decisions are superseded, not deleted`,
  ],
  [
    'Communities, when they meet and who belongs to them',
    'Everybody; a private one only its members and leads, whatever roles others hold',
    `${kept}; archived ones too`,
  ],
  [
    'Gatherings: agenda, notes, actions and how many were there',
    'Whoever sees the community. Who was there is not kept',
    'With the community',
  ],
  [
    'Who says that they come to a gathering',
    'Nobody but themselves; others see the count',
    'Until somebody notes that it took place, at most 30 days',
  ],
  [
    'Playbook pages, every revision, and what reviewers said',
    'Drafts: the members and who writes them. Once published, with their history, whoever sees the community',
    `${kept}; archived ones too`,
  ],
  [
    'Changes that readers propose',
    'Whoever proposes one, and those who may write the page',
    `${kept}; declined ones too`,
  ],
  [
    'What a team does with a page, and who said so for it',
    'Whoever sees the page. That a team has said nothing means nothing',
    kept,
  ],
  [
    'Images and files of pages',
    'Whoever sees the community and knows the address, also those of drafts',
    'For good once a text named them; otherwise a day',
  ],
  ['Ideas, their trials and what was learned', 'Whoever sees the community', 'With the community'],
  [
    'Who supports an idea',
    'Nobody but themselves; others see the count',
    'Until the idea is decided; the count is kept',
  ],
  [
    'What differs in a community from the rules of the method',
    'Its members and leads. A waiver, with its reason: whoever sees the community',
    'It is looked at anew each time; waivers are kept for good',
  ],
  [
    'A run of a decision tree, until it is attached',
    'Whoever runs it, alone. How often an end was reached is counted without names, five at a time',
    '30 days after the last answer; the count with the tree',
  ],
  [
    'A run that is attached to something',
    'Whoever sees the tree: the answers, and who attached them. Taken away, that it was there',
    `${kept}; what was told before it was taken away stays in the activity`,
  ],
  [
    'The coaching questions of a community',
    'Whoever sees the community',
    'Until a lead removes them; what was told stays in the activity',
  ],
  [
    'Who is named to facilitate a gathering',
    'Whoever sees the community. How often somebody was is counted nowhere',
    kept,
  ],
  ['Which coaching questions one has dismissed', 'They alone; that one was shown is not kept', kept],
  [
    'Activity: who changed what, when and with which words',
    'Whoever may see the thing now, and nobody longer than that',
    'Two years, unless the installation says otherwise; changes of people are not in it',
  ],
  ['What one follows', 'They alone', 'Until they unfollow it'],
  [
    'Subscriptions: their name, what they are about, when and by which program they were last read',
    'Their owner; administrators see how many there are. Whoever knows the address reads what the owner may see now',
    'Until they are revoked. The address itself is not kept: it is shown once',
  ],
  [
    'Chat channels: their address, and what they are told',
    'Their owner, who sees the end of the address only. Administrators see the host and the state. Whoever reads the channel reads what its owner may see of its unit',
    'Until they are deleted; what was told is kept by the chat',
  ],
  [
    'Webhooks: their address and secret, what was delivered and what was answered',
    'Their owner. Administrators see the host and the state, never what was sent',
    'Until they are deleted; deliveries for 30 days, without what was sent',
  ],
  [
    'Roles and names',
    'Everybody who is signed in and known here',
    `${kept}; roles that ended too. A person can be marked as left, not erased yet`,
  ],
  [
    'E-mail addresses and sign-in links',
    'The person; Administrators and the Chief Product Owner, who register people',
    'Until they are changed or taken away',
  ],
  [
    'Notifications: what one has turned off, when mail was last sent, and whether the address was refused',
    'The person. Mail goes to nobody else, and says only what its reader may see',
    'As long as the person; what a mail was about for eight days, unless the installation says otherwise',
  ],
  [
    'Imports',
    'Those who may import: Administrators, the Chief Product Owner, Area Product Owners. They see the rows and what is wrong with them',
    kept,
  ],
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
            <li>Anything at the address of what they may not see: it answers like one that was never used.</li>
          </ul>
        </Panel>
        <Panel title="How far a role reaches" padded>
          <div className="prose">
            <p>
              A role holds for its unit and everything below it: the product, its areas, their teams. It does not
              contain other roles: a Chief Product Owner is not a developer, and an administrator sets no outcome and
              commits no team.
            </p>
            <p>
              A visibility narrows further, to an area or to teams: it holds for pages, lists and what changes by
              itself. The state of an outcome may rest on something that you may not see; its reason then does not say
              what.
            </p>
          </div>
        </Panel>
      </div>
    </Page>
  );
}
