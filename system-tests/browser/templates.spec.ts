import { expect, type Page, test } from '@playwright/test';
import { signIn, title } from './people.js';

/*
 * Templates become what they make, in the form where such a thing is made; and pages are offered where what they treat goes
 * wrong.
 */
test.describe.configure({ mode: 'serial' });

const run = Date.now().toString(36);
const community = `Templates ${run}`;

let lead: Page;
let master: Page;
let at: string;

test.beforeAll(async ({ browser }) => {
  lead = await signIn(browser, 'lead');
  master = await signIn(browser, 'sm');
  await lead.goto('/communities?new=yes');
  await lead.getByRole('dialog').getByLabel('Name').fill(community);
  await lead.getByRole('button', { name: 'Found it' }).click();
  await expect(title(lead, community)).toBeVisible();
  at = new URL(lead.url()).pathname;
  await master.goto(at);
  await master.getByRole('button', { name: 'Join' }).click();
  await expect(master.getByText('You belong to it', { exact: true })).toBeVisible();
});

test.afterAll(async () => {
  for (const page of [lead, master]) await page?.context().close();
});

/** The address of a page that the lead has written and published. */
async function published(name: string, text: string, purpose: { makes?: string; treats?: string[] }): Promise<string> {
  await lead.goto(`${at}/pages/new`);
  await lead.getByLabel('Title').fill(name);
  await lead.getByLabel('Text', { exact: true }).fill(text);
  await lead.getByRole('button', { name: 'Save as a draft' }).click();
  await expect(title(lead, name)).toBeVisible();
  await lead.getByRole('button', { name: 'What it is for' }).click();
  const dialog = lead.getByRole('dialog');
  if (purpose.makes) await dialog.getByLabel('What is made of it').selectOption(purpose.makes);
  for (const rule of purpose.treats ?? []) await dialog.getByRole('checkbox', { name: rule }).check({ force: true });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await lead.getByRole('button', { name: 'Publish' }).click();
  await lead.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(lead.getByText('Published', { exact: true })).toBeVisible();
  return new URL(lead.url()).pathname;
}

test('a page says what it is for and who writes it, and who is named writes it', async () => {
  const name = `Agreement ${run}`;
  const address = await published(name, '**{{team}}**, agreed on {{date}}.', {
    makes: 'Working agreement',
    treats: ['Rituals that align'],
  });
  await expect(lead.getByText('Template: working agreement')).toBeVisible();
  await expect(lead.getByText('Helps with: Rituals that align')).toBeVisible();
  await master.goto(address);
  await expect(title(master, name)).toBeVisible();
  await expect(master.getByRole('link', { name: 'Edit', exact: true })).toHaveCount(0);
  await lead.getByRole('button', { name: 'Who writes it' }).click();
  const dialog = lead.getByRole('dialog');
  const people = dialog.getByLabel('Add somebody');
  await expect(people.locator('option')).toHaveCount(2);
  await people.selectOption({ index: 1 });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(lead.getByText('may write it, too')).toBeVisible();
  await expect(master.getByRole('link', { name: 'Edit', exact: true })).toBeVisible();

  await master.getByRole('button', { name: 'Use this template' }).click();
  const here = master.getByRole('region', { name: 'Your communities' }).getByRole('link', { name: community });
  await expect(here.or(master.getByLabel('Title'))).toBeVisible();
  if ((await master.getByLabel('Title').count()) === 0) await here.click();
  await expect(master.getByLabel('Title')).toHaveValue(name);
  await master.getByLabel('Title').fill(`Ours ${run}`);
  await master.getByRole('button', { name: 'Save as a draft' }).click();
  await expect(title(master, `Ours ${run}`)).toBeVisible();
  await master.getByRole('article').getByRole('link', { name }).click();
  await expect(title(master, name), 'what was made leads back').toBeVisible();
  await expect(master.getByRole('link', { name: `Ours ${run}` }), 'and the template to it').toBeVisible();
});

test('a decision record fills in the form of a decision', async () => {
  const name = `Record ${run}`;
  const text = [
    '*Keep it on one page.*',
    `## Question\n\nWhich store do we take ${run}?`,
    '## Options\n\n| option | speaks for it |\n|---|---|\n| A file | simple |\n| A server | {{gain}} |',
    '## Choice\n\n{{the option}}',
    '## Why\n\n{{two reasons}}',
  ].join('\n\n');
  const address = await published(name, text, { makes: 'Decision' });
  await lead.getByRole('button', { name: 'Use this template' }).click();
  const dialog = lead.getByRole('dialog', { name: 'Record a decision' });
  await expect(dialog.getByLabel('What was the question?')).toHaveValue(`Which store do we take ${run}?`);
  await expect(dialog.getByLabel('Option 2')).toHaveValue('A server');
  await expect(dialog.getByLabel('Why?')).toHaveValue('{{two reasons}}');
  await dialog.getByLabel('What was chosen?').fill('A file');
  await dialog.getByLabel('Why?').fill('One machine is enough.');
  await dialog.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(dialog.getByRole('alert'), 'a mark is not sent unasked').toContainText('{{gain}}');
  await dialog.getByLabel('Trade-offs').last().fill('speaks for it: many write at once');
  await dialog.getByRole('button', { name: 'Record', exact: true }).click();
  await expect(dialog).toBeHidden();
  await lead.getByRole('link', { name: 'Open it' }).click();
  await expect(title(lead, `Which store do we take ${run}?`)).toBeVisible();
  await lead.getByRole('region', { name: 'What it concerns' }).getByRole('link', { name }).click();
  await expect(lead).toHaveURL(new RegExp(address));
  await expect(lead.getByRole('region', { name: 'Decisions recorded with it' })).toContainText('Which store do we take');
});

test('an agenda goes to the next gathering of a community', async () => {
  await lead.goto(at);
  await lead.getByRole('button', { name: 'Say when it meets' }).click();
  await lead.getByRole('dialog').getByLabel('Time zone').fill('Europe/Berlin');
  await lead.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(lead.getByRole('dialog')).toBeHidden();
  await published(`Weekly ${run}`, '## Carried over\n\n- {{step}}\n\n## What changed', { makes: 'Agenda' });
  await lead.getByRole('button', { name: 'Use this template' }).click();
  const dialog = lead.getByRole('dialog');
  await dialog.getByLabel('Whose next gathering?').selectOption({ label: community });
  await expect(dialog.getByLabel('Topics, one in a line')).toHaveValue(/^Carried over\nWhat changed\nTemplate: /);
  await dialog.getByRole('button', { name: 'Put it on the agenda' }).click();
  await expect(title(lead, /^Gathering on/)).toBeVisible();
  const agenda = lead.getByRole('region', { name: 'Agenda' });
  await expect(agenda.getByRole('listitem')).toHaveCount(3);
  await agenda.getByRole('link', { name: `Weekly ${run}` }).click();
  await expect(title(lead, `Weekly ${run}`)).toBeVisible();
});

test('evidence fills in the escalation of an impediment, from the template and from the impediment', async () => {
  const name = `Evidence ${run}`;
  const address = await published(name, '## What it costs\n\nLost: {{days}}.\n\n## Proposed change\n\nWe propose that {{who}}.', {
    makes: 'Evidence for an escalation',
  });
  const sentence = `The build waits for a licence ${run}`;
  await master.goto('/');
  await master.getByRole('button', { name: 'Raise impediment' }).click();
  await master.getByRole('dialog').getByLabel(/What is in (your|the) way/).fill(sentence);
  await master.getByRole('dialog').getByRole('button', { name: /^Raise/ }).click();
  await expect(master.getByRole('dialog')).toBeHidden();

  await master.goto(address);
  await master.getByRole('button', { name: 'Use this template' }).click();
  await master.getByRole('dialog').getByLabel('Words').fill(run);
  await master.getByRole('dialog').getByRole('link', { name: sentence }).click();
  const dialog = master.getByRole('dialog', { name: /^Escalate to/ });
  await expect(dialog.getByLabel('What do you propose to change?')).toHaveValue(/^We propose that \{\{who\}\}\./);
  await expect(dialog.getByLabel('What does it cost?')).toHaveValue('Lost: {{days}}.');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await master.evaluate(() => sessionStorage.clear());
  await master.reload();
  await master.getByRole('button', { name: 'Escalate' }).click();
  await dialog.getByLabel('What does it cost?').fill('Two days a week');
  const offered = dialog.getByLabel('Begin with a template');
  await offered.selectOption({ label: `${name}, ${community}` });
  await expect(dialog.getByLabel('What do you propose to change?')).toHaveValue(/^We propose that/);
  await expect(dialog.getByLabel('What does it cost?'), 'what was typed stays').toHaveValue('Two days a week');
  await dialog.getByRole('button', { name: 'Escalate', exact: true }).click();
  await expect(dialog.getByRole('alert'), 'a mark is not sent unasked').toContainText('{{who}}');
  await dialog.getByRole('button', { name: 'Escalate as it is' }).click();
  await expect(dialog).toBeHidden();
  await master.getByRole('main').getByRole('link', { name }).first().click();
  await expect(title(master, name), 'who reads it finds the template').toBeVisible();
});

test('a finding leads to the pages that treat its rule, and to none of a private community', async ({ browser }) => {
  const name = `One per team ${run}`;
  await published(name, 'Two are none.', { treats: ['One Scrum Master per team'] });
  const admin = await signIn(browser, 'admin');
  const founded = await admin.evaluate(async (team) => {
    const token = /(?:^|; )(?:__Host-)?XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? '';
    const { units } = await (await fetch('/api/team/organization')).json();
    const product = units.find((unit: { kind: string }) => unit.kind === 'PRODUCT');
    const answer = await fetch('/api/team/units', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': decodeURIComponent(token), 'Idempotency-Key': team },
      body: JSON.stringify({ kind: 'TEAM', name: team, parent: product.id }),
    });
    return answer.status;
  }, `Leaderless ${run}`);
  expect(founded).toBe(201);
  await lead.goto('/communities?new=yes');
  await lead.getByRole('dialog').getByLabel('Name').fill(`Closed ${run}`);
  await lead.getByRole('dialog').getByRole('radio', { name: /^Private/ }).check({ force: true });
  await lead.getByRole('button', { name: 'Found it' }).click();
  await expect(title(lead, `Closed ${run}`)).toBeVisible();
  const open = at;
  at = new URL(lead.url()).pathname;
  await published(`Among us ${run}`, 'Not for everybody.', { treats: ['One Scrum Master per team'] });
  at = open;

  await admin.goto('/organization?view=findings');
  const finding = admin.getByRole('region', { name: 'Findings' }).getByRole('listitem').filter({ hasText: `Leaderless ${run} has no` });
  await expect(finding.getByRole('link', { name })).toBeVisible();
  await expect(admin.getByText(`Among us ${run}`)).toHaveCount(0);
  await finding.getByRole('link', { name }).click();
  await expect(title(admin, name)).toBeVisible();
  await admin.context().close();
  await lead.goto('/organization?view=findings');
  await expect(lead.getByRole('link', { name: `Among us ${run}` }).first(), 'its members see it').toBeVisible();
});
