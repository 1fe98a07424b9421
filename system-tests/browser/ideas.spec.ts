import { expect, type Page, test } from '@playwright/test';
import { phone, signIn, title } from './people.js';

/*
 * Somebody suggests something to a community, two support it, its lead puts it on the agenda, lets a team try it and adopts
 * it; then its members find a proposed page about it.
 */
test.describe.configure({ mode: 'serial' });

const run = Date.now().toString(36);
const community = `Trying out ${run}`;
const idea = `Silence first ${run}`;
const learned = 'Nine people spoke instead of four';

let lead: Page;
let master: Page;
let reader: Page;
let address: string;
let ideaAt: string;

test.beforeAll(async ({ browser }) => {
  lead = await signIn(browser, 'lead');
  master = await signIn(browser, 'sm');
  reader = await signIn(browser, 'dev');
});

test.afterAll(async () => {
  for (const page of [lead, master, reader]) await page?.context().close();
});

const column = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const support = (page: Page) => page.getByRole('button', { name: new RegExp(`^Support.*${idea}$`) });

async function ideas(page: Page) {
  await page.goto(`${address}/ideas`);
  await expect(column(page, 'Proposed')).toBeVisible();
}

test('whoever sees a community proposes an idea, with a title and nothing else', async () => {
  await lead.goto('/communities?new=yes');
  await lead.getByRole('dialog').getByLabel('Name').fill(community);
  await lead.getByRole('button', { name: 'Found it' }).click();
  await expect(title(lead, community)).toBeVisible();
  address = new URL(lead.url()).pathname;
  await master.goto(address);
  await master.getByRole('button', { name: 'Join' }).click();
  await expect(master.getByText('You belong to it', { exact: true })).toBeVisible();

  await reader.goto(address);
  await reader.getByRole('link', { name: 'Ideas' }).click();
  await expect(reader.getByText('No idea waits')).toBeVisible();
  await reader.getByRole('button', { name: 'Propose an idea' }).click();
  await reader.getByRole('dialog').getByLabel('Title').fill(idea);
  await reader.keyboard.press('Enter');
  await expect(column(reader, 'Proposed').getByRole('link', { name: idea })).toBeVisible();
  await expect(reader.getByRole('button', { name: `Start a trial ${idea}` })).toHaveCount(0);
});

test('two support it by one click each, and only their number is shown', async () => {
  await ideas(master);
  await ideas(lead);
  await support(reader).click();
  await expect(support(reader)).toHaveText(/^Support 1/);
  await support(master).click();
  await expect(support(master)).toHaveText(/^Support 2/);
  await support(master).click();
  await expect(support(master)).toHaveText(/^Support 1/);
  await expect(support(master)).toHaveAttribute('aria-pressed', 'false');
  await support(master).click();
  await expect(support(master)).toHaveAttribute('aria-pressed', 'true');
  await ideas(lead);
  await expect(support(lead)).toHaveText(/^Support 2/);
});

test('the agenda of the next gathering suggests it, and takes it by one click', async () => {
  await lead.goto(address);
  await expect(lead.getByRole('region', { name: 'Worth a talk' })).toContainText('does not meet regularly');
  await lead.getByRole('button', { name: 'Say when it meets' }).click();
  await lead.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await expect(lead.getByRole('dialog')).toBeHidden();
  await expect(lead.getByRole('region', { name: 'Worth a talk' })).toHaveCount(0);
  await lead.locator('.next-gathering').getByRole('link').click();
  const suggested = lead.getByRole('region', { name: 'Suggested topics' });
  await expect(suggested).toContainText('2 support it');
  await lead.getByRole('button', { name: `Take onto the agenda: ${idea}` }).click();
  await expect(suggested).toHaveCount(0);
  const agenda = lead.getByRole('region', { name: 'Agenda' });
  await agenda.getByRole('link', { name: `Idea: ${idea}` }).click();
  await expect(title(lead, idea)).toBeVisible();
  ideaAt = new URL(lead.url()).pathname;
});

test('its lead lets a team try it, with a measure and an end', async () => {
  await ideas(lead);
  await lead.getByRole('button', { name: `Start a trial ${idea}` }).click();
  const dialog = lead.getByRole('dialog');
  await dialog.getByRole('checkbox').first().check();
  await dialog.getByLabel('How will you know whether it helps?').fill('How many people speak');
  await dialog.getByRole('button', { name: 'Start the trial' }).click();
  await expect(column(lead, 'On trial').getByRole('link', { name: idea })).toBeVisible();
  await expect(column(reader, 'On trial').getByRole('link', { name: idea }), 'others see it at once').toBeVisible();
});

test('what is adopted is proposed as a page, for the members to take over', async () => {
  await lead.getByRole('button', { name: `Adopt ${idea}` }).click();
  await lead.getByRole('dialog').getByLabel('What was learned?').fill(learned);
  await lead.getByRole('dialog').getByRole('button', { name: 'Adopt' }).click();
  await expect(column(lead, 'Adopted').getByRole('link', { name: idea })).toBeVisible();

  await master.goto(`${address}/pages`);
  const waiting = master.getByRole('region', { name: 'Waiting for a look' });
  await waiting.getByRole('link', { name: idea }).click();
  await expect(master.getByRole('article')).toContainText(learned);
  await expect(master.getByRole('button', { name: 'Take it' })).toBeVisible();
  await master.getByRole('article').getByRole('link', { name: 'The idea' }).click();
  await expect(title(master, idea)).toBeVisible();
  await expect(master.getByRole('region', { name: 'In the playbook' }).getByRole('link', { name: idea })).toBeVisible();
  await expect(master.getByRole('region', { name: 'History' }).getByRole('listitem')).toHaveCount(3);

  await reader.goto(ideaAt);
  await expect(reader.getByText(learned).first()).toBeVisible();
  await expect(reader.getByRole('region', { name: 'In the playbook' }), 'members only, until it is published').toHaveCount(0);
});

test('a phone shows one list, and which one is in the address', async ({ browser }) => {
  const small = await signIn(browser, 'sm', phone);
  await small.goto(`${address}/ideas`);
  await expect(column(small, 'Proposed')).toBeVisible();
  await expect(column(small, 'Adopted')).toBeHidden();
  await small.getByLabel('Show').selectOption('Adopted');
  await expect(column(small, 'Adopted').getByRole('link', { name: idea })).toBeVisible();
  await expect(column(small, 'Proposed')).toBeHidden();
  await small.reload();
  await expect(column(small, 'Adopted')).toBeVisible();
  await small.context().close();
});

test('a lead declines an idea with a reason that its proposer reads', async () => {
  await ideas(reader);
  await reader.getByRole('button', { name: 'Propose an idea' }).click();
  await reader.getByRole('dialog').getByLabel('Title').fill(`Meet daily ${run}`);
  await reader.keyboard.press('Enter');
  await ideas(lead);
  await lead.getByRole('button', { name: `Decline Meet daily ${run}` }).click();
  await lead.getByRole('dialog').getByLabel('Why not?').fill('Twice a month is what people have');
  await lead.getByRole('dialog').getByRole('button', { name: 'Decline' }).click();
  await expect(column(reader, 'Dropped')).toContainText('Twice a month is what people have');
});

test('whoever leads a community opens it first, with what comes next', async () => {
  await lead.goto('/');
  await expect(lead.getByRole('navigation', { name: 'Your roles' })).toContainText('Community');
  const tabs = lead.getByRole('navigation', { name: 'Communities you lead' });
  await tabs.getByRole('link', { name: community }).click();
  await expect(title(lead, community)).toBeVisible();
  await expect(lead.getByRole('region', { name: 'Next gathering' })).toContainText(`Idea: ${idea}`);
  await expect(lead.getByRole('region', { name: 'Waiting for a look' })).toContainText(idea);
});
