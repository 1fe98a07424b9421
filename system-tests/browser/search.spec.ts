import { expect, type Page, test } from '@playwright/test';
import { phone, signIn, title } from './people.js';

/*
 * What the palette finds has a page of its own: its address can be sent to somebody, it goes on where the palette ends, and it
 * says what it cannot show right now.
 */
test.describe.configure({ mode: 'serial' });

const run = Date.now().toString(36);
const community = `Looking for things ${run}`;
const word = `lantern${run}`;

let lead: Page;
let reader: Page;

test.beforeAll(async ({ browser }) => {
  lead = await signIn(browser, 'lead');
  reader = await signIn(browser, 'dev');
});

test.afterAll(async () => {
  for (const page of [lead, reader]) await page?.context().close();
});

const group = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const words = (page: Page) => page.getByRole('search').getByLabel('Words');

/** A community with pages that have the word in their texts; the first is published. */
async function written(page: Page, pages: number) {
  await page.evaluate(
    async ([community, word, pages]) => {
      const token = /(?:^|; )(?:__Host-)?XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? '';
      const post = async (path: string, body: object) =>
        (
          await fetch(`/api/cop${path}`, {
            method: 'POST',
            headers: {
              'Content-Type': 'application/json',
              'X-XSRF-TOKEN': decodeURIComponent(token),
              'Idempotency-Key': crypto.randomUUID(),
            },
            body: JSON.stringify(body),
          })
        ).json();
      const { id } = await post('/communities', { name: community });
      for (let number = 1; number <= pages; number++) {
        const text = `Before it.\n\nWhoever carries the ${word} <b>goes</b> first.`;
        await post(`/communities/${id}/pages`, { title: `Night walk ${number} ${word.slice(7)}`, text });
      }
    },
    [community, word, pages] as const,
  );
}

test('the palette leads to all results, by Enter alone, and their address holds the words', async () => {
  await written(lead, 21);
  await lead.goto('/impediments');
  await expect(title(lead, 'Impediments')).toBeVisible();
  await lead.keyboard.press('/');
  await lead.getByRole('combobox', { name: /^Find a page/ }).fill(`${word} first`);
  await expect(lead.getByRole('option', { name: `All results for “${word} first”` })).toHaveAttribute('aria-selected', 'true');
  await lead.keyboard.press('Enter');
  await expect(title(lead, `Results for “${word} first”`)).toBeVisible();
  await expect(lead).toHaveTitle(/^Results for .* · Guildhall$/);
  expect(new URL(lead.url()).searchParams.get('q')).toBe(`${word} first`);
  const pages = group(lead, 'Playbook pages').getByRole('listitem');
  await expect(pages.first().locator('mark')).toHaveText([word, 'first']);
  await expect(pages.first()).toContainText(community);
  await lead.goBack();
  await expect(title(lead, 'Impediments')).toBeVisible();
  await lead.goForward();
  await expect(words(lead)).toHaveValue(`${word} first`);
});

test('other words are looked for as they are typed, and what the palette finds is there, too', async () => {
  await words(lead).fill(run);
  await expect(title(lead, `Results for “${run}”`)).toBeVisible();
  expect(new URL(lead.url()).searchParams.get('q')).toBe(run);
  await group(lead, 'Communities').getByRole('link', { name: community }).focus();
  await lead.keyboard.press('Enter');
  await expect(title(lead, community)).toBeVisible();
  await lead.goto('/search?q=tickets');
  await expect(group(lead, 'Units').getByRole('link', { name: 'Tickets', exact: true })).toBeVisible();
  await expect(lead.getByRole('status').filter({ hasText: 'found' })).toHaveText(/^\d+\+? found\.$/);
});

test('twenty pages are shown, and more when asked for', async () => {
  await lead.goto(`/search?q=${word}`);
  const pages = group(lead, 'Playbook pages').getByRole('listitem');
  await expect(pages).toHaveCount(20);
  await group(lead, 'Playbook pages').getByRole('button', { name: 'Show more' }).click();
  await expect(pages).toHaveCount(21);
  await lead.reload();
  await expect(pages, 'the address says so').toHaveCount(21);
});

test('where there is nothing it says so, and what is not theirs is nothing', async () => {
  await reader.goto('/search');
  await expect(title(reader, 'Search')).toBeVisible();
  await expect(words(reader)).toBeFocused();
  await expect(reader.getByText('What do you look for?')).toBeVisible();
  await reader.keyboard.type(word);
  await expect(reader.getByText(`Nothing found for “${word}”`), 'drafts are for members').toBeVisible();
  await words(reader).fill('x '.repeat(21));
  await expect(reader.getByText('Look for at most 20 words; leave some out.')).toBeVisible();
});

test('while the index is being built, the rest is shown, and pages come by themselves', async () => {
  let building = true;
  await lead.route('**/api/cop/search?*', (route) =>
    building
      ? route.fulfill({
          status: 503,
          headers: { 'Content-Type': 'application/problem+json', 'Retry-After': '1' },
          body: JSON.stringify({ type: '/problems/index-being-built', status: 503, title: 'Not yet' }),
        })
      : route.continue(),
  );
  await lead.goto(`/search?q=${run}`);
  await expect(lead.getByText('made ready to be searched')).toBeVisible();
  await expect(group(lead, 'Communities').getByRole('link', { name: community })).toBeVisible();
  building = false;
  await expect(group(lead, 'Playbook pages').getByRole('listitem').first()).toBeVisible();
  await lead.unroute('**/api/cop/search?*');

  await lead.route('**/api/roadmap/features?*', (route) => route.fulfill({ status: 500, body: '' }));
  await lead.goto(`/search?q=${run}`);
  await expect(group(lead, 'Features').getByText('Something went wrong')).toBeVisible();
  await expect(group(lead, 'Playbook pages').getByRole('listitem').first()).toBeVisible();
  await lead.unroute('**/api/roadmap/features?*');
  await group(lead, 'Features').getByRole('button', { name: 'Try again' }).click();
  await expect(group(lead, 'Features')).toHaveCount(0);
});

test('a phone shows the same', async ({ browser }) => {
  const small = await signIn(browser, 'lead', phone);
  await small.goto(`/search?q=${word}`);
  await expect(group(small, 'Playbook pages').getByRole('listitem')).toHaveCount(20);
  expect(await small.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
  await small.context().close();
});
