import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { signIn, title } from './people.js';

/*
 * A Scrum Master writes a page into the playbook of a community, together with its lead; it is reviewed, published, read by
 * somebody else, printed, and looked back at.
 */
test.describe.configure({ mode: 'serial' });

const run = Date.now().toString(36);
const community = `Facilitation ${run}`;
const name = `Handing over ${run}`;
const text = readFileSync(new URL('handing-over.md', import.meta.url), 'utf8');

let lead: Page;
let master: Page;
let reader: Page;
let address: string;

test.beforeAll(async ({ browser }) => {
  lead = await signIn(browser, 'lead');
  master = await signIn(browser, 'sm');
  reader = await signIn(browser, 'dev');
});

test.afterAll(async () => {
  for (const page of [lead, master, reader]) await page?.context().close();
});

const field = (page: Page) => page.getByLabel('Text', { exact: true });
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });
const preview = (page: Page) => page.getByRole('region', { name: 'Preview' });

async function edit(page: Page) {
  await page.goto(`${address}/edit`);
  await expect(field(page)).toBeVisible();
}

/** Types over some words, as somebody would who has selected them. */
async function typeOver(page: Page, words: string, others: string) {
  const label = (await field(page).count()) > 0 ? field(page) : page.getByLabel('Both together');
  await label.evaluate((area: HTMLTextAreaElement, wanted) => {
    const at = area.value.indexOf(wanted);
    area.focus();
    area.setSelectionRange(at, at + wanted.length);
  }, words);
  await page.keyboard.insertText(others);
}

test('a member writes a page from the palette, and sees beside it what it will look like', async () => {
  await lead.goto('/communities?new=yes');
  await lead.getByRole('dialog').getByLabel('Name').fill(community);
  await lead.getByRole('button', { name: 'Found it' }).click();
  await expect(title(lead, community)).toBeVisible();
  await master.goto(new URL(lead.url()).pathname);
  await master.getByRole('button', { name: 'Join' }).click();
  await expect(master.getByText('You belong to it', { exact: true })).toBeVisible();

  await master.keyboard.press('Control+k');
  await expect(master.getByRole('combobox', { name: /^Find a page/ })).toBeFocused();
  await master.keyboard.type('write a page');
  await master.keyboard.press('Enter');
  const here = master.getByRole('region', { name: 'Your communities' }).getByRole('link', { name: community });
  await expect(here.or(master.getByLabel('Title'))).toBeVisible();
  if ((await master.getByLabel('Title').count()) === 0) await here.click();
  await master.getByLabel('Title').fill(name);
  await master.getByLabel('In one line').fill('Why the Scrum Master should not run every meeting');
  await field(master).fill('Everybody can facilitate.');
  await expect(preview(master)).toHaveText('Everybody can facilitate.');
  await typeOver(master, 'Everybody', 'Everybody');
  await field(master).evaluate((area: HTMLTextAreaElement) => area.setSelectionRange(0, 9));
  await master.keyboard.press('Control+b');
  await expect(field(master)).toHaveValue('**Everybody** can facilitate.');
  await expect(preview(master).locator('strong')).toHaveText('Everybody');
  await master.keyboard.press('Control+z');
  await expect(field(master), 'what a button did is undone like what was typed').toHaveValue('Everybody can facilitate.');
  await field(master).fill(text);
  await expect(preview(master).getByRole('table')).toBeVisible();
});

test('what was typed outlives a reload, and who leaves is asked', async () => {
  master.once('dialog', (dialog) => void dialog.accept());
  await master.reload();
  await expect(master.getByLabel('Title')).toHaveValue(name);
  await expect(field(master)).toHaveValue(text);
  await master.getByRole('link', { name: 'Decisions' }).click();
  const asked = master.getByRole('dialog', { name: 'It is not saved yet' });
  await asked.getByRole('button', { name: 'Stay' }).click();
  await expect(asked).toBeHidden();
  await master.getByRole('button', { name: 'Save as a draft' }).click();
  await expect(title(master, name)).toBeVisible();
  address = new URL(master.url()).pathname;
  await expect(master.getByText('Draft', { exact: true })).toBeVisible();
  await reader.goto(address);
  await expect(reader.getByText('It may have been removed, or it is not visible to you.')).toBeVisible();
});

test('two write at once, and the page holds what both wrote', async () => {
  await edit(master);
  await edit(lead);
  await typeOver(master, 'what is talked about', 'what the team talks about');
  await typeOver(lead, 'that is on purpose', 'that is how it should be');
  await save(master).click();
  await expect(title(master, name)).toBeVisible();
  const saved = lead.getByText(/has saved this page meanwhile/);
  await expect(saved).toBeVisible();
  await save(lead).click();
  await expect(lead.getByText(/has written meanwhile; both changes are in the page/)).toBeVisible();
  await expect(lead.getByText(/has written meanwhile/)).toContainText(await nameOf(master));
  await lead.getByText('What they changed').click();
  await expect(lead.locator('.line.added')).toContainText('what the team talks about');
  await expect(field(lead)).toHaveValue(/what the team talks about[\s\S]*that is how it should be/);
  await expect(master.getByRole('article'), 'an open page shows it by itself').toContainText('that is how it should be');
  await expect(master.getByRole('article')).toContainText('what the team talks about');
});

test('where both change the same line both stand there, and nothing is lost until one of them has chosen', async () => {
  await edit(master);
  await edit(lead);
  await typeOver(master, 'in one sentence', 'in one short sentence');
  await typeOver(lead, 'in one sentence', 'in one sentence for newcomers');
  await master.keyboard.press('Control+s');
  await expect(master.getByText('All is saved.')).toBeVisible();
  await save(lead).click();
  const place = lead.getByRole('region', { name: 'Place 1 of 1' });
  await expect(place).toContainText('in one short sentence');
  await expect(place).toContainText('in one sentence for newcomers');
  lead.once('dialog', (dialog) => void dialog.accept());
  await lead.reload();
  await expect(place, 'a reload loses neither').toContainText('in one sentence for newcomers');
  await save(lead).click();
  await expect(lead.getByText('One place is still to be settled.')).toBeVisible();
  await place.getByRole('button', { name: 'Take theirs' }).click();
  await expect(lead.getByText('All is settled.')).toBeVisible();
  await typeOver(lead, 'in one short sentence', 'in one short sentence for newcomers');
  await lead.getByLabel('What did you change?').fill('Two wordings in one');
  await save(lead).click();
  await expect(title(lead, name)).toBeVisible();
  await expect(lead.getByRole('article')).toContainText('in one short sentence for newcomers');
  await expect(lead.getByRole('article')).not.toContainText('<<<<<<<');
});

test('it is submitted, sent back with a remark, and published from the queue of the community', async () => {
  await master.goto(address);
  await master.getByRole('button', { name: 'Submit for review' }).click();
  await expect(master.getByText('In review', { exact: true })).toBeVisible();

  await lead.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Playbook' }).click();
  const queue = lead.getByRole('region', { name: 'Waiting for a look' });
  await queue.getByRole('button', { name: `Read it here ${name}` }).click();
  await expect(queue.getByText('Before the first time')).toBeVisible();
  await queue.getByRole('button', { name: 'Send back' }).click();
  await lead.getByLabel('What is missing?').fill('Say when not to do it.');
  await lead.getByRole('dialog').getByRole('button', { name: 'Send back' }).click();
  await expect(queue).toBeHidden();

  await expect(master.getByText('Say when not to do it.')).toBeVisible();
  await edit(master);
  await typeOver(master, '## Further reading', '## When not to\n\nIn an emergency.\n\n## Further reading');
  await save(master).click();
  await master.getByRole('button', { name: 'Submit for review' }).click();

  await queue.getByRole('button', { name: `Read it here ${name}` }).click();
  await queue.getByRole('button', { name: 'Publish' }).click();
  await lead.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(queue).toBeHidden();
  const row = lead.getByRole('listitem').filter({ hasText: name });
  await expect(row).toContainText('Published');
  await expect(row).toContainText('holds until');
});

test('somebody else reads it, and finds the way through it', async () => {
  await reader.goto(address);
  await expect(title(reader, name)).toBeVisible();
  await expect(reader.getByRole('button', { name: 'Publish' })).toHaveCount(0);
  await expect(reader.getByRole('link', { name: 'Edit' })).toHaveCount(0);
  const contents = reader.getByRole('navigation', { name: 'On this page' });
  await contents.getByRole('link', { name: 'What can go wrong' }).click();
  await expect(reader.getByRole('heading', { name: 'What can go wrong' })).toBeInViewport();
  await expect(contents.getByRole('link', { name: 'What can go wrong' })).toHaveAttribute('aria-current', 'location');

  await reader.evaluate(() => Object.assign(window, { same: true }));
  await reader.getByRole('article').getByRole('link', { name: 'what stops it' }).click();
  await expect(title(reader, 'Impediments')).toBeVisible();
  expect(await reader.evaluate(() => 'same' in window), 'a link within the portal does not load it anew').toBe(true);
  await reader.goBack();
  const out = reader.getByRole('link', { name: 'Scrum Guide' });
  await expect(out).toHaveAttribute('rel', /noreferrer/);
});

test('on paper there is the page alone, with what it is and where its links lead', async () => {
  await reader.emulateMedia({ media: 'print' });
  for (const chrome of ['header.top', 'nav.side', 'nav.crumbs', '.page-actions', '.contents', '.page-foot']) {
    await expect(reader.locator(chrome).first(), chrome).toBeHidden();
  }
  await expect(title(reader, name)).toBeVisible();
  await expect(reader.getByText(new RegExp(`^${community}, revision \\d+, `))).toBeVisible();
  const after = await reader
    .getByRole('link', { name: 'Scrum Guide' })
    .evaluate((link) => getComputedStyle(link, '::after').content);
  expect(after).toContain('https://scrumguides.org/scrum-guide.html');
  const cut = await reader
    .locator('.table-scroll')
    .evaluateAll((boxes) => boxes.filter((box) => getComputedStyle(box).overflowX !== 'visible').length);
  expect(cut).toBe(0);
  await reader.emulateMedia({ media: null });
});

test('its history tells who wrote what; two revisions are compared, and an earlier one is restored', async () => {
  await lead.goto(address);
  await lead.getByRole('link', { name: 'History' }).click();
  const revisions = lead.getByRole('region', { name: 'Revisions' }).getByRole('listitem');
  await expect(revisions).toHaveCount(6);
  await expect(revisions.nth(1)).toContainText('Two wordings in one');
  await lead.getByLabel('From revision').selectOption('1');
  await lead.getByLabel('to revision').selectOption('2');
  await expect(lead.getByText('1 line added, 1 line removed.')).toBeVisible();
  await expect(lead.locator('.line.removed')).toContainText('removed: Whoever facilitates');
  await expect(lead.locator('.line.added')).toContainText('what the team talks about');
  await lead.getByRole('button', { name: /lines unchanged/ }).click();
  await expect(lead.getByText('## Further reading')).toBeVisible();

  await lead.getByRole('link', { name: 'Show revision 1' }).click();
  await expect(lead.getByRole('region', { name: 'Revision 1' })).toContainText('what is talked about');
  await lead.getByRole('button', { name: 'Restore it' }).click();
  await expect(revisions.first()).toContainText('Revision 1 restored');
  await expect(reader.getByRole('article'), 'and whoever reads it sees that').toContainText('what is talked about');
});

test('teams say on it whether they use it, and the lead sees where a talk is due', async () => {
  await reader.goto(address);
  const used = reader.getByRole('region', { name: 'Which teams use it' });
  await used.getByRole('button', { name: 'Adopt for Tickets' }).click();
  await expect(used.getByRole('listitem').filter({ hasText: 'Tickets' })).toContainText('Adopted');
  await expect(used).toContainText('1 team');
  await used.getByRole('button', { name: 'Decline for Tickets' }).click();
  await reader.getByRole('dialog').getByLabel('Why?').fill('We are three');
  await reader.getByRole('dialog').getByRole('button', { name: 'Decline' }).click();
  await expect(used).toContainText('We are three');

  await lead.goto(address);
  await lead.getByRole('button', { name: 'Adapt for Platform' }).click();
  await lead.getByRole('dialog').getByLabel('With what?').fill('Every second sprint');
  await lead.getByRole('dialog').getByRole('button', { name: 'Adapt' }).click();
  await lead.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: community }).click();
  await lead.getByRole('navigation', { name: 'Parts of the community' }).getByRole('link', { name: 'Teams' }).click();
  const row = lead.getByRole('row', { name });
  await expect(row).toContainText('1 team');
  await expect(row.getByText('Adapted')).toBeVisible();
  await expect(row.getByText('Declined')).toBeVisible();
});

test('it is found by a word in its text, and beside it stands what the shelf has', async () => {
  await lead.keyboard.press('Control+k');
  await lead.getByRole('combobox').fill('facilitates meeting');
  const found = lead.getByRole('option', { name }).first();
  await expect(found).toBeVisible();
  await expect(found.locator('mark').first()).toHaveText(/facilitates|meeting/i);
  await lead.keyboard.press('Escape');

  await lead.getByRole('navigation', { name: 'Parts of the community' }).getByRole('link', { name: 'Playbook' }).click();
  await lead.getByRole('button', { name: 'From the shelf' }).click();
  await lead.getByRole('button', { name: 'Take it Working across teams' }).click();
  await expect(lead.getByRole('link', { name: 'A Scrum of Scrums worth coming to' }).first()).toBeVisible();
});

test('it is still true, for half a year or until a day; then it is archived, and found among what is', async () => {
  await master.goto(address);
  await master.getByRole('button', { name: 'Still true' }).click();
  await expect(master.getByText(/^It holds until /)).toBeVisible();
  await master.getByRole('button', { name: 'Until another day' }).click();
  await master.getByLabel('Look at it again by').fill(`${new Date().getFullYear() + 1}-12-31`);
  await master.getByRole('dialog').getByRole('button', { name: 'It is still true' }).click();
  await expect(master.getByRole('main').getByText(/holds until 31 December/)).toBeVisible();
  await master.getByRole('button', { name: 'Archive' }).click();
  await master.getByRole('dialog').getByRole('button', { name: 'Archive' }).click();
  await expect(master.getByText('It is archived: what it says may hold no more.')).toBeVisible();
  await master.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Playbook' }).click();
  await expect(master.getByRole('link', { name })).toHaveCount(0);
  await master.getByLabel('Status').selectOption('Archived');
  await expect(master.getByRole('link', { name })).toBeVisible();
  expect(new URL(master.url()).search).toBe('?status=ARCHIVED');
});

async function nameOf(page: Page): Promise<string> {
  const me = (await (await page.request.get('/api/team/me')).json()) as { person: { name: string } };
  return me.person.name;
}
