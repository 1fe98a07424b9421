import { expect, type Page, test } from '@playwright/test';
import { signIn, title } from './people.js';

/*
 * Somebody who reads a page proposes how it should be; whoever answers for it takes that over, also where the page was
 * written anew meanwhile, or says why not.
 */
test.describe.configure({ mode: 'serial' });

const run = Date.now().toString(36);
const community = `Testing ${run}`;
const name = `Flaky tests ${run}`;

let lead: Page;
let reader: Page;
let address: string;

test.beforeAll(async ({ browser }) => {
  lead = await signIn(browser, 'lead');
  reader = await signIn(browser, 'dev');
});

test.afterAll(async () => {
  for (const page of [lead, reader]) await page?.context().close();
});

const field = (page: Page) => page.getByLabel('Text', { exact: true });

async function propose(text: (before: string) => string, why: string) {
  await reader.goto(address);
  await reader.getByRole('link', { name: 'Propose a change' }).click();
  await expect(field(reader)).toHaveValue(/Run it/);
  await field(reader).fill(text(await field(reader).inputValue()));
  await reader.getByLabel('Why?').fill(why);
  await reader.getByRole('button', { name: 'Propose it' }).click();
  await expect(title(reader, why)).toBeVisible();
}

async function write(text: (before: string) => string) {
  await lead.goto(`${address}/edit`);
  await field(lead).fill(text(await field(lead).inputValue()));
  await lead.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(title(lead, name)).toBeVisible();
}

test('a reader proposes how a page should be, with a sentence why', async () => {
  await lead.goto('/communities?new=yes');
  await lead.getByRole('dialog').getByLabel('Name').fill(community);
  await lead.getByRole('button', { name: 'Found it' }).click();
  await expect(title(lead, community)).toBeVisible();
  await lead.goto(`${new URL(lead.url()).pathname}/pages/new`);
  await lead.getByLabel('Title').fill(name);
  await field(lead).fill('Run it ten times.\n\nThen ask who wrote it.\n\nRepair it within a week.');
  await lead.getByRole('button', { name: 'Save as a draft' }).click();
  await expect(title(lead, name)).toBeVisible();
  address = new URL(lead.url()).pathname;
  await lead.getByRole('button', { name: 'Publish' }).click();
  await lead.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(lead.getByText('Published', { exact: true })).toBeVisible();

  await propose((before) => before.replace('ten times', 'a hundred times'), 'Ten runs miss most of them');
  await expect(reader.locator('.line.added')).toHaveText(/a hundred times/);
  await expect(reader.getByText('Waits for an answer')).toBeVisible();
  await expect(reader.getByRole('button', { name: 'Take over' })).toHaveCount(0);
  await reader.goto(address);
  await expect(reader.getByRole('link', { name: '1 proposed change' })).toBeVisible();
});

test('it is brought together with what changed meanwhile', async () => {
  await write((before) => before.replace('within a week', 'within two days'));
  await expect(lead.getByText('Readers have 1 proposed change for you')).toBeVisible();
  await lead.goto(`/communities?q=${run}`);
  await expect(lead.getByRole('region', { name: 'Proposed to you' })).toContainText('Ten runs miss most of them');
  await lead.getByRole('main').getByRole('link', { name: community }).first().click();
  await lead.getByRole('navigation', { name: 'Parts of the community' }).getByRole('link', { name: /Playbook 1/ }).click();
  const queue = lead.getByRole('region', { name: 'Waiting for a look' });
  await queue.getByRole('button', { name: /^What it changes/ }).click();
  await expect(queue.locator('.line.added')).toHaveText(/a hundred times/);
  await expect(queue.locator('.comparison'), 'beside the text as it is now').toContainText('within two days');
  await queue.getByRole('button', { name: 'Take over' }).click();
  await expect(queue).toBeHidden();
  await lead.goto(address);
  await expect(lead.getByRole('article')).toContainText('Run it a hundred times.');
  await expect(lead.getByRole('article')).toContainText('within two days');
});

test('where it meets what changed meanwhile, both stand side by side', async () => {
  await propose((before) => before.replace('ask who wrote it', 'ask who needs it'), 'Ask for its use, not for the guilty');
  await write((before) => before.replace('ask who wrote it', 'ask whoever knows it'));
  await lead.getByRole('link', { name: 'Answer' }).click();
  await lead.getByRole('link', { name: 'Ask for its use, not for the guilty' }).click();
  await expect(lead.getByText('It changes lines that were written anew since.')).toBeVisible();
  await lead.getByRole('button', { name: 'Take over' }).click();
  const place = lead.getByRole('region', { name: 'Place 1 of 1' });
  await expect(place).toContainText('ask whoever knows it');
  await expect(place).toContainText('ask who needs it');
  await lead.getByRole('button', { name: 'Take it over like this' }).click();
  await expect(lead.getByText('One place is still to be settled.')).toBeVisible();
  await place.getByRole('button', { name: 'Take the proposal' }).click();
  await lead.getByRole('button', { name: 'Take it over like this' }).click();
  await expect(lead.getByText('Taken over', { exact: true })).toBeVisible();
  await lead.goto(address);
  await expect(lead.getByRole('article')).toContainText('ask who needs it');
});

test('what is declined says why, and whoever proposed something takes it back', async () => {
  await propose((before) => `${before}\n\nOr delete it.`, 'Some are not worth it');
  const declined = reader.url();
  await lead.goto(`${address}/changes`);
  await lead.getByRole('link', { name: 'Some are not worth it' }).click();
  await lead.getByRole('button', { name: 'Decline' }).click();
  await lead.getByRole('dialog').getByLabel('Why not?').fill('We never delete what still fails');
  await lead.getByRole('dialog').getByRole('button', { name: 'Decline' }).click();
  await expect(lead.getByText('Declined', { exact: true })).toBeVisible();
  await reader.goto(declined);
  await expect(reader.getByText('We never delete what still fails')).toBeVisible();

  await propose((before) => `${before}\n\nOr skip it.`, 'Skip some');
  await reader.getByRole('button', { name: 'Withdraw' }).click();
  await expect(reader.getByText('Withdrawn', { exact: true })).toBeVisible();
  await reader.goto(`${address}/changes`);
  await expect(reader.getByRole('region', { name: 'Proposals' }).getByRole('listitem')).toHaveCount(4);
});

test('what somebody settled is still theirs when somebody else answers first', async ({ browser }) => {
  await propose((before) => before.replace('within two days', 'within one day'), 'Two days are long');
  const change = reader.url();
  await write((before) => before.replace('within two days', 'within three days'));
  await lead.goto(change);
  await lead.getByRole('button', { name: 'Take over' }).click();
  const both = lead.getByLabel('Both together');
  await expect(both).toHaveValue(/within one day/);
  await both.fill('Repair it within one day, or say why not.');

  const elsewhere = await signIn(browser, 'lead');
  await elsewhere.goto(change);
  await elsewhere.getByRole('button', { name: 'Decline' }).click();
  await elsewhere.getByRole('dialog').getByLabel('Why not?').fill('Three days it is');
  await elsewhere.getByRole('dialog').getByRole('button', { name: 'Decline' }).click();
  await expect(elsewhere.getByText('Declined', { exact: true })).toBeVisible();
  await elsewhere.context().close();

  const left = lead.getByRole('region', { name: 'What you settled meanwhile' });
  await expect(left).toContainText('Repair it within one day, or say why not.');
  await expect(left).toContainText('Somebody else answered before you did.');
  await left.getByRole('button', { name: 'Throw it away' }).click();
  await expect(left).toBeHidden();
  await reader.goto(change);
  await reader.getByText('The whole text as it was proposed').click();
  await expect(reader.locator('.whole-text')).toContainText('within one day');
});

test('where the page is a draft again, whoever proposed something sees that and takes it back', async () => {
  await propose((before) => `${before}\n\nOr ask for help.`, 'Ask for help');
  const change = reader.url();
  await lead.goto(address);
  await lead.getByRole('button', { name: 'Archive' }).click();
  await lead.getByRole('dialog').getByRole('button', { name: 'Archive' }).click();
  await lead.getByRole('button', { name: 'Reopen' }).click();
  await expect(lead.getByText('Draft', { exact: true })).toBeVisible();

  await reader.goto(change);
  await expect(reader.getByText(`“${name}” is a draft again`)).toBeVisible();
  await expect(reader.locator('.whole-text')).toContainText('Or ask for help.');
  await reader.getByRole('button', { name: 'Withdraw' }).click();
  await expect(reader.getByText('Withdrawn', { exact: true })).toBeVisible();
  await expect(reader.getByText('Or ask for help.')).toBeVisible();
});
