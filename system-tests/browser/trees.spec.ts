import { expect, type Page, test } from '@playwright/test';
import { phone, signIn, title } from './people.js';

/*
 * A community makes a decision tree with a dead end, is told of it, mends it and publishes it; a Scrum Master runs it from an
 * impediment, attaches what came of it, escalates with it, and takes it away again.
 */
test.describe.configure({ mode: 'serial' });

const run = Date.now().toString(36);
const community = `Stuck things ${run}`;
const name = `Is it ours to remove? ${run}`;
const impediment = `The lift key is with a supplier ${run}`;

let lead: Page;
let master: Page;
let reader: Page;
let tree: string;
let stuck: string;
let record: string;

test.beforeAll(async ({ browser }) => {
  lead = await signIn(browser, 'lead');
  master = await signIn(browser, 'sm');
  reader = await signIn(browser, 'dev');
});

test.afterAll(async () => {
  for (const page of [lead, master, reader]) await page?.context().close();
});

const card = (page: Page, heading: string | RegExp) => page.getByRole('region', { name: heading });
const saved = (page: Page) => expect(page.getByText(/^All is saved\./)).toBeVisible();
const keep = (page: Page) => page.getByRole('button', { name: 'Save and go on' }).click();

test('a tree is drafted with a dead end, and each gap stands where it is', async () => {
  await lead.goto('/communities?new=yes');
  await lead.getByRole('dialog').getByLabel('Name').fill(community);
  await lead.getByRole('button', { name: 'Found it' }).click();
  await expect(title(lead, community)).toBeVisible();
  await lead.getByRole('navigation', { name: 'Parts of the community' }).getByRole('link', { name: 'Decision trees' }).click();
  await lead.getByRole('button', { name: 'Draft a tree' }).first().click();
  await lead.getByLabel('Which question does it answer?').fill(name);
  await lead.getByRole('button', { name: 'Draft it' }).click();
  await expect(title(lead, `Edit “${name}”`)).toBeVisible();

  await lead.getByRole('button', { name: 'Write the first question' }).click();
  const first = card(lead, /^1\. /);
  await first.getByLabel('What is asked?').fill('Can we remove the cause ourselves?');
  await first.getByLabel('Answer 1 leads to').selectOption('A new end…');
  const end = card(lead, /^2\. /);
  await end.getByLabel('What is to be done?').fill('Make room in this sprint');
  await end.getByLabel('How?').fill('Put it **in front of** something else.');
  await first.getByLabel('Answer 2 leads to').selectOption('A new question…');
  const second = lead.getByRole('region', { name: /A question without words/ });
  await second.getByLabel('What is asked?').fill('Have you talked to those who can?');
  await keep(lead);
  await saved(lead);
  const lacking = lead.getByRole('region', { name: /Have you talked to those who can/ });
  await expect(lacking.getByText("The answer 'Yes' leads nowhere; choose where it leads.")).toBeVisible();
  await expect(lacking.getByText("The answer 'No' leads nowhere; choose where it leads.")).toBeVisible();
  tree = new URL(lead.url()).pathname.replace(/\/edit$/, '');
});

test('publishing says what is missing and where, and a draft is nobody else’s', async () => {
  await reader.goto(tree);
  await expect(reader.getByText('It may have been removed, or it is not visible to you.')).toBeVisible();
  await lead.goto(tree);
  await expect(lead.getByRole('img', { name: /questions and ends/ })).toBeVisible();
  await lead.getByRole('button', { name: 'Publish' }).click();
  const asked = lead.getByRole('dialog', { name: 'Publish it' });
  await asked.getByRole('button', { name: 'Publish' }).click();
  await expect(asked.getByRole('alert')).toContainText('close the gaps');
  await expect(asked.getByText(/The answer 'No' leads nowhere/)).toBeVisible();
  await asked.getByRole('link', { name: 'Have you talked to those who can?' }).first().click();
  await expect(title(lead, `Edit “${name}”`)).toBeVisible();
});

test('what was typed outlives a reload and somebody else’s saving, and the mended tree is published', async ({ browser }) => {
  const other = await signIn(browser, 'lead');
  await other.goto(`${tree}/edit`);
  await other.getByLabel('In one line').fill('For what has been in the way for long');
  const question = card(lead, /Have you talked to those who can/);
  await question.getByLabel('Answer 1 leads to').selectOption('A new end…');
  await card(lead, /An end without words/).getByLabel('What is to be done?').fill('Escalate it with data');
  await question.getByLabel('Answer 2 leads to').selectOption('A new end…');
  await card(lead, /An end without words/).getByLabel('What is to be done?').fill('Talk first, today');
  await keep(other);
  await saved(other);
  lead.once('dialog', (dialog) => void dialog.accept());
  await lead.reload();
  await expect(card(lead, /Talk first, today/)).toBeVisible();
  await keep(lead);
  await saved(lead);
  await expect(lead.getByLabel('In one line'), 'what the other saved is there too').toHaveValue(
    'For what has been in the way for long',
  );
  await expect(lead.locator('.gaps')).toHaveCount(0);
  await other.context().close();

  await lead.goto(tree);
  await lead.getByRole('button', { name: 'Publish' }).click();
  await lead.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(lead.getByText('Published', { exact: true })).toBeVisible();
  await lead.getByText('The same as text').click();
  await expect(lead.locator('.tree-outline')).toContainText('Yes: Make room in this sprint');
});

test('where two change the same question, both stand there until one is chosen', async ({ browser }) => {
  const other = await signIn(browser, 'lead');
  for (const page of [lead, other]) await page.goto(`${tree}/edit`);
  const ended = (page: Page) => card(page, /^\d+\. (Talk|Call|Meet)/).getByLabel('What is to be done?');
  await ended(lead).fill('Call them today');
  await ended(other).fill('Meet them today');
  await keep(other);
  await saved(other);
  await keep(lead);
  const both = lead.getByRole('region', { name: 'You both changed the same' });
  await expect(both).toContainText('Call them today');
  await expect(both).toContainText('Meet them today');
  await both.getByRole('button', { name: 'Take theirs' }).click();
  await expect(ended(lead)).toHaveValue('Meet them today');
  await ended(lead).fill('Talk first, today');
  await keep(lead);
  await saved(lead);
  await other.context().close();
});

test('a Scrum Master runs it from an impediment, by the keyboard and back again, and nobody sees it', async () => {
  await master.goto('/');
  await expect(master.getByRole('heading', { level: 1 })).toBeVisible();
  await master.keyboard.press('i');
  await master.getByLabel('What is in the way?').fill(impediment);
  await master.keyboard.press('Enter');
  await master.getByRole('link', { name: impediment, exact: true }).click();
  await expect(title(master, impediment)).toBeVisible();
  stuck = new URL(master.url()).pathname;
  await master.getByRole('button', { name: 'Run a decision tree' }).click();
  await master.getByRole('dialog').getByRole('button', { name: `Run ${name}` }).click();
  await expect(title(master, name)).toBeVisible();
  await expect(master.getByText('Only you see this.')).toBeVisible();
  const asked = master.getByRole('heading', { level: 2 });
  await expect(asked.first()).toHaveText('Can we remove the cause ourselves?');
  await master.keyboard.press('1');
  await expect(asked.first()).toHaveText('Make room in this sprint');
  await expect(asked.first()).toBeFocused();
  await master.getByRole('button', { name: 'Answer again Can we remove the cause ourselves?' }).click();
  await master.getByRole('button', { name: 'No', exact: true }).click();
  await expect(asked.first()).toBeFocused();
  await expect(asked.first()).toHaveText('Have you talked to those who can?');
  await master.keyboard.press('1');
  await expect(asked.first()).toHaveText('Escalate it with data');
  record = new URL(master.url()).pathname;
  await reader.goto(record);
  await expect(reader.getByText('It may have been removed, or it is not visible to you.')).toBeVisible();
});

test('it is attached, escalated with, and read by whoever is asked', async () => {
  await master.getByRole('button', { name: 'Attach it to the impediment' }).click();
  const asked = master.getByRole('dialog', { name: 'Attach this run' });
  await expect(asked).toContainText(impediment);
  await asked.getByRole('button', { name: 'Attach' }).click();
  await master.getByRole('link', { name: 'Back to it' }).click();
  await expect(title(master, impediment)).toBeVisible();
  const trees = master.getByRole('region', { name: 'Decision trees' });
  await trees.getByText('Escalate it with data').click();
  await expect(trees).toContainText('Have you talked to those who can?');

  await master.getByRole('button', { name: 'Escalate', exact: true }).click();
  const dialog = master.getByRole('dialog');
  await expect(dialog.getByRole('checkbox', { name: `${name}: Escalate it with data` })).toBeChecked();
  await dialog.getByLabel('What do you propose to change?').fill('A second key at the station');
  await dialog.getByRole('button', { name: 'Escalate', exact: true }).click();
  await expect(dialog).toBeHidden();
  await reader.goto(stuck);
  await reader.locator('.timeline').getByRole('link', { name: `${name}: Escalate it with data` }).click();
  await expect(title(reader, name)).toBeVisible();
  await expect(reader.getByRole('main')).toContainText('Can we remove the cause ourselves?');
  await expect(reader.getByRole('button', { name: 'Take it away' })).toHaveCount(0);
});

test('who attached it takes it away, and what it said is theirs alone again', async () => {
  await master.goto(record);
  await master.getByRole('button', { name: 'Take it away' }).click();
  await expect(master.getByText(/and took it away/)).toBeVisible();
  await expect(reader.getByText('It was taken away by whoever attached it'), 'an open page shows it by itself').toBeVisible();
  await reader.goto(stuck);
  await expect(reader.getByRole('region', { name: 'Decision trees' })).toContainText(`took away a run of “${name}”`);
  await expect(reader.getByRole('main')).not.toContainText('Have you talked to those who can?');
});

test('the old impediment of the sample has a run, whose tree tells how often its ends were reached', async ({ browser }) => {
  const page = await signIn(browser, 'sm', phone);
  await page.goto('/impediments?q=test+phones');
  await page.getByRole('link', { name: /test phones are locked/ }).first().click();
  const trees = page.getByRole('region', { name: 'Decision trees' });
  await trees.getByText('Bring it to the Scrum of Scrums for a proposal').click();
  await trees.getByRole('link', { name: 'Open the record' }).click();
  await page.getByRole('link', { name: 'The tree' }).click();
  await expect(title(page, 'Should this impediment be escalated?')).toBeVisible();
  await expect(page.getByText(/^\d*[05] runs, counted five at a time/)).toBeVisible();
  await page.context().close();
});

test('an old impediment asks one question, until whoever reads it dismisses it for good', async () => {
  const { items } = await (await reader.request.get('/api/team/impediments?state=OPEN&limit=100')).json();
  let asking: string | undefined;
  for (const { id, ageDays } of items as { id: string; ageDays: number }[]) {
    if (asking || ageDays < 10) continue;
    const offered = await reader.request.get(`/api/cop/coaching?moment=OLD_IMPEDIMENT&about=${id}`);
    if ((await offered.json()).question) asking = id;
  }
  await reader.goto(`/impediments/${asking}`);
  const question = reader.getByRole('complementary', { name: 'A question to think about' });
  await expect(question).toContainText('?');
  await question.getByRole('button', { name: 'Not again' }).click();
  await expect(question).toHaveCount(0);
  await reader.reload();
  await expect(reader.getByRole('region', { name: 'Decision trees' })).toBeVisible();
  await expect(reader.locator('.skeleton')).toHaveCount(0);
  await expect(question).toHaveCount(0);
  await reader.goto(stuck);
  await expect(title(reader, impediment)).toBeVisible();
  await expect(question, 'a young one asks nothing').toHaveCount(0);
});

test('it is followed, found in the palette, and archived', async () => {
  await lead.goto(tree);
  const follow = lead.getByRole('button', { name: 'Follow', exact: true });
  await follow.click();
  await expect(follow).toHaveAttribute('aria-pressed', 'true');
  await lead.reload();
  await expect(follow).toHaveAttribute('aria-pressed', 'true');
  await lead.keyboard.press('Control+k');
  await lead.getByRole('combobox', { name: /^Find a page/ }).fill(name);
  await lead.getByRole('option', { name: new RegExp(`^Is it ours to remove.*${community}`) }).click();
  await expect(title(lead, name)).toBeVisible();
  await lead.getByRole('button', { name: 'Archive' }).click();
  await lead.getByRole('dialog').getByRole('button', { name: 'Archive' }).click();
  await expect(lead.getByText('It is archived: nobody begins a run of it any more.')).toBeVisible();
  await expect(lead.getByRole('button', { name: 'Run it' })).toHaveCount(0);
});
