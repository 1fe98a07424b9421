import { expect, type Page, test } from '@playwright/test';
import { inDays, signIn, title } from './people.js';

/*
 * A Scrum Master answers for pages: what waits in them stands on their first screen, whatever their role. A change that a
 * reader proposes, a page that was sent back, one whose day is over, and what three teams do otherwise than the page says.
 */
test.describe.configure({ mode: 'serial' });

const run = Date.now().toString(36);
const community = `Owning ${run}`;
const name = `Debt budget ${run}`;
const draft = `Review ${run}`;
const words = `Only every second sprint ${run}`;
const teams = ['Fares', 'Accounts', 'Planner'];

let lead: Page;
let owner: Page;
let reader: Page;
let many: Page;
let here: string;
let address: string;

test.beforeAll(async ({ browser }) => {
  lead = await signIn(browser, 'lead');
  owner = await signIn(browser, 'sm');
  reader = await signIn(browser, 'dev');
  many = await signIn(browser, 'sosm');
});

test.afterAll(async () => {
  for (const page of [lead, owner, reader, many]) await page?.context().close();
});

const field = (page: Page) => page.getByLabel('Text', { exact: true });
const yours = (page: Page) => page.getByRole('region', { name: 'Your pages' });
const row = (page: Page, text: string) => yours(page).getByRole('listitem').filter({ hasText: text });

async function write(page: Page, heading: string, text: string) {
  await page.goto(`${here}/pages/new`);
  await page.getByLabel('Title').fill(heading);
  await field(page).fill(text);
  await page.getByRole('button', { name: 'Save as a draft' }).click();
  await expect(title(page, heading)).toBeVisible();
  return new URL(page.url()).pathname;
}

/** A team's developer, appointed by the API where they are none yet. */
async function appoint(admin: Page, person: string, team: string) {
  const status = await admin.evaluate(
    async ([person, team, key]) => {
      const token = /(?:^|; )(?:__Host-)?XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? '';
      const found = await (await fetch('/api/team/organization')).json();
      const people = await (await fetch(`/api/team/people?q=${encodeURIComponent(person)}`)).json();
      const unit = found.units.find((one: { name: string }) => one.name === team).id;
      const seen = await fetch(`/api/team/units/${unit}`);
      const answer = await fetch(`/api/team/units/${unit}/assignments`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'X-XSRF-TOKEN': decodeURIComponent(token),
          'Idempotency-Key': key,
          'If-Match': seen.headers.get('ETag') ?? '',
        },
        body: JSON.stringify({ person: people.items[0].id, role: 'DEVELOPER' }),
      });
      return answer.status;
    },
    [person, team, `${team} ${run}`] as const,
  );
  expect([200, 409, 422]).toContain(status);
}

test('what a reader proposes for a page of theirs waits at home, and is answered there', async () => {
  await lead.goto('/communities?new=yes');
  await lead.getByRole('dialog').getByLabel('Name').fill(community);
  await lead.getByRole('button', { name: 'Found it' }).click();
  await expect(title(lead, community)).toBeVisible();
  here = new URL(lead.url()).pathname;
  await owner.goto(here);
  await owner.getByRole('button', { name: 'Join' }).click();
  await expect(owner.getByText('You belong to it', { exact: true })).toBeVisible();
  address = await write(owner, name, 'We repay debt.\n\nEvery sprint.');
  await owner.getByRole('button', { name: 'Publish' }).click();
  await owner.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(owner.getByText('Published', { exact: true })).toBeVisible();

  await reader.goto(`${address}/propose`);
  await field(reader).fill('We repay debt, a fifth of our time.\n\nEvery sprint.');
  await reader.getByLabel('Why?').fill(`Say how much ${run}`);
  await reader.getByRole('button', { name: 'Propose it' }).click();
  await expect(title(reader, `Say how much ${run}`)).toBeVisible();

  await owner.goto('/');
  const proposed = row(owner, `Say how much ${run}`);
  await expect(proposed).toContainText(name);
  await proposed.getByRole('button', { name: /^What it changes/ }).click();
  await expect(proposed.locator('.line.added')).toContainText('a fifth of our time');
  await proposed.getByRole('button', { name: 'Take over' }).click();
  await expect(row(owner, `Say how much ${run}`)).toHaveCount(0);
  await reader.goto('/');
  await expect(title(reader, /.+/)).toBeVisible();
  await expect(row(reader, name), 'who writes none of it').toHaveCount(0);
});

test('what was sent back waits with the remark', async () => {
  const sent = await write(owner, draft, 'How we review.');
  await owner.getByRole('button', { name: 'Submit for review' }).click();
  await lead.goto(sent);
  await lead.getByRole('button', { name: 'Send back' }).click();
  await lead.getByRole('dialog').getByLabel('What is missing?').fill(`An example, please ${run}`);
  await lead.getByRole('dialog').getByRole('button', { name: 'Send back' }).click();
  await owner.goto('/your-pages');
  const waiting = owner.getByRole('region', { name: 'Waiting for you' }).getByRole('listitem').filter({ hasText: draft });
  await expect(waiting).toContainText(`An example, please ${run}`);
  await waiting.getByRole('link', { name: `Edit ${draft}` }).click();
  await expect(title(owner, `Edit “${draft}”`)).toBeVisible();
});

test('a page whose day is over is still true with one click', async () => {
  const id = address.split('/').at(-1) ?? '';
  // Days pass in no test: until it is confirmed, the service's answer has the day of yesterday.
  let late = true;
  await owner.route(/\/api\/cop\/pages\?overdue=true/, async (route) => {
    const one = await (await owner.request.get(`/api/cop/pages/${id}`)).json();
    await route.fulfill({ json: { items: late ? [{ ...one, reviewBy: inDays(-1), overdue: true }] : [] } });
  });
  await owner.route(/\/confirm$/, async (route) => {
    late = false;
    await route.continue();
  });
  await owner.goto('/');
  await expect(row(owner, name)).toContainText('was to be looked at again by');
  await row(owner, name).getByRole('button', { name: `Still true ${name}` }).click();
  await expect(owner.getByText(/^It holds until/)).toBeVisible();
  await expect(row(owner, name)).toHaveCount(0);
  await owner.unrouteAll();
});

test('what three teams do alike is written in by whoever writes the page', async ({ browser }) => {
  const admin = await signIn(browser, 'admin');
  for (const team of teams) await appoint(admin, 'Zsofia Nemeth', team);
  await admin.context().close();
  await many.goto(address);
  const used = many.getByRole('region', { name: 'Which teams use it' });
  for (const team of teams) {
    await expect(async () => {
      await many.reload();
      await expect(used.getByRole('button', { name: `Adapt for ${team}` })).toBeVisible({ timeout: 2000 });
    }).toPass();
    await used.getByRole('button', { name: `Adapt for ${team}` }).click();
    await many.getByRole('dialog').getByLabel('With what?').fill(words);
    await many.getByRole('dialog').getByRole('button', { name: 'Adapt' }).click();
    await expect(many.getByRole('dialog')).toBeHidden();
  }
  const alike = `3 teams adapt it in the same way: “${words}”`;
  await expect(used).toContainText(alike);
  await expect(used.getByRole('link', { name: 'Propose it' }), 'who does not write it').toBeVisible();

  await lead.goto(`${here}/pages`);
  const queue = lead.getByRole('region', { name: 'Waiting for a look' });
  await expect(queue).toContainText(alike);
  await lead.goto(`/?as=lead&community=${here.split('/').at(-1)}`);
  await expect(queue, 'and on the first screen of the lead').toContainText(alike);

  await owner.goto('/');
  await expect(row(owner, words)).toContainText(alike);
  await row(owner, words).getByRole('link', { name: 'Write it in' }).click();
  await expect(field(owner)).toHaveValue(/Every sprint\.$/);
  await owner.getByRole('button', { name: 'Put it at the end of the text' }).click();
  await expect(field(owner)).toHaveValue(`We repay debt, a fifth of our time.\n\nEvery sprint.\n\n> ${words}\n>\n> As Accounts, Fares and Planner do it\n`);
  await expect(owner.getByText('It stands in the text.')).toBeVisible();
  await expect(owner.getByLabel('What did you change?')).toHaveValue('What 3 teams do alike');
  await owner.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(owner.getByRole('article').getByRole('blockquote')).toContainText(words);
  await expect(owner.getByRole('region', { name: 'Which teams use it' })).toContainText('The page was written since.');
  await owner.goto('/');
  await expect(title(owner, /.+/)).toBeVisible();
  await expect(row(owner, words)).toHaveCount(0);
});
