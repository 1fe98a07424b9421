import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { phone, signIn, title } from './people.js';

/* A Scrum Master follows an impediment, hears of it among all that happens, and has had enough of it. */
test.describe.configure({ mode: 'serial' });

const name = `The vault is shut ${Date.now().toString(36)}`;

let master: Page;
let address: string;

test.beforeAll(async ({ browser }) => {
  master = await signIn(browser, 'sm');
});

test.afterAll(async () => {
  await master?.context().close();
});

const follow = () => master.getByRole('button', { name: 'Follow', exact: true });
const activity = () => master.getByRole('region', { name: 'What happened' });
const list = () => master.getByRole('region', { name: 'What you follow' });

test('what is followed stays so', async () => {
  await master.keyboard.press('i');
  await master.getByRole('dialog').getByLabel('What is in the way?').fill(name);
  await master.keyboard.press('Enter');
  await expect(master.getByRole('dialog')).toHaveCount(0);
  await master.goto('/impediments');
  await master.getByRole('link', { name, exact: true }).click();
  await expect(title(master, name)).toBeVisible();
  address = new URL(master.url()).pathname;
  await expect(follow()).toHaveAttribute('aria-pressed', 'false');
  await follow().click();
  await expect(follow()).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(() => followed()).toContain(address.split('/').at(-1));
  await master.reload();
  await expect(follow()).toHaveAttribute('aria-pressed', 'true');
});

test('the key f does the same, on any page of a thing', async () => {
  await master.keyboard.press('f');
  await expect(follow()).toHaveAttribute('aria-pressed', 'false');
  await master.keyboard.press('f');
  await expect(follow()).toHaveAttribute('aria-pressed', 'true');
  await master.getByLabel('What is new?').fill('if');
  await expect(follow()).toHaveAttribute('aria-pressed', 'true');
  for (const [where, link] of [
    ['/organization', '/units/'],
    ['/dependencies', '/dependencies/'],
    ['/features', '/features/'],
    ['/decisions', '/decisions/'],
  ] as const) {
    await master.goto(where);
    await master.locator(`main a[href^="${link}"]`).first().click();
    await expect(follow()).toHaveAttribute('aria-pressed', /true|false/);
  }
});

test('the activity tells of what is followed only, by an address that can be sent', async () => {
  await master.goto('/activity');
  await master.getByLabel('Which').selectOption('What I follow');
  await expect(master).toHaveURL(/followed=true/);
  await expect(list().getByRole('link', { name })).toBeVisible();
  await expect(activity()).toContainText(name);
  await expect(activity().getByRole('listitem')).toHaveCount(1);

  await master.getByRole('link', { name: 'Subscribe to this' }).click();
  await expect(master.getByRole('dialog').getByLabel('What')).toHaveValue('FOLLOWED');
});

test('it reads well on a phone, and by its parts', async ({ browser }) => {
  const pages = [
    await signIn(browser, 'sm', phone),
    await signIn(browser, 'sm', { ...phone, colorScheme: 'dark' }),
  ];
  for (const page of pages) {
    await page.goto('/activity?followed=true');
    await expect(page.getByRole('button', { name: `Unfollow ${name}` })).toBeVisible();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
    expect(violations).toEqual([]);
    await page.context().close();
  }
});

test('a refusal takes the mark back and says why', async () => {
  await master.route('**/api/feed/follows/**', (route) =>
    route.fulfill({
      status: 409,
      contentType: 'application/problem+json',
      body: JSON.stringify({ type: '/problems/follows-too-many', title: 'Too many', status: 409, detail: 'Unfollow one.' }),
    }),
  );
  await master.goto(address);
  await follow().click();
  await expect(master.locator('.toasts')).toContainText('Unfollow one.');
  await expect(follow()).toHaveAttribute('aria-pressed', 'true');
  await master.unroute('**/api/feed/follows/**');
});

test('who follows nothing is told how to', async () => {
  await master.goto('/activity?followed=true');
  await master.getByRole('button', { name: `Unfollow ${name}` }).click();
  await expect(list()).toContainText('press Follow or the key f');
  await expect(activity()).toContainText('Nothing has happened here');
  await expect.poll(() => followed()).toEqual([]);
});

async function followed(): Promise<string[]> {
  const answer = await master.request.get('/api/feed/follows');
  return ((await answer.json()) as { items: { id: string }[] }).items.map((one) => one.id);
}
