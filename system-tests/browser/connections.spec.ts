import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { phone, signIn, title } from './people.js';

/* An administrator sees what goes in and out, whoever it belongs to; nobody else does. */
test.describe.configure({ mode: 'serial' });

const name = `Report ${Date.now().toString(36)}`;

let master: Page;
let administrator: Page;

test.beforeAll(async ({ browser }) => {
  master = await signIn(browser, 'sm');
  administrator = await signIn(browser, 'admin');
});

test.afterAll(async () => {
  await administrator?.context().close();
  await master?.context().close();
});

const row = (of: string | RegExp) => administrator.getByRole('row').filter({ hasText: of });

test('others neither find the page nor see it', async () => {
  await expect(master.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Import' })).toHaveCount(0);
  await expect(master.getByRole('link', { name: 'Connections' })).toHaveCount(0);
  await master.goto('/connections');
  await expect(master.getByText('This is not visible to you')).toBeVisible();
  await expect(master.getByRole('main')).toContainText('This takes one of these roles here: Administrator.');
  await expect(master.getByRole('table')).toHaveCount(0);
});

test('an administrator sees what goes in and out', async () => {
  await master.goto('/webhooks?new=yes');
  await master.getByRole('dialog').getByLabel('Description').fill(name);
  await master.getByRole('dialog').getByLabel('Address').fill('https://hooks.example.com/a-secret-path');
  await master.getByRole('dialog').getByRole('button', { name: 'Make' }).click();
  await master.getByRole('dialog').getByRole('button', { name: 'Done' }).click();

  await administrator.getByRole('main').getByRole('link', { name: 'Connections' }).click();
  await expect(title(administrator, 'Connections')).toBeVisible();
  await expect(row('Events of team-service')).toContainText('Up to date');
  await expect(row('Events of roadmap-service')).toContainText('Up to date');
  await expect(row('Live streams')).toContainText(/[1-9]\d* open/);
  await expect(row('Public topics')).toContainText('Up to date');
  await expect(row(/^Mail/)).toContainText(process.env.GUILDHALL_MAIL ? /Nothing sent yet|Sent/ : 'No mail server');
  await expect(row('Organization')).toContainText('In');
  await expect(row(/^Feeds/)).toContainText('Out');
  await expect(row(name)).toContainText('Webhook of Amara Okafor');
  await expect(row(name)).toContainText('Nothing delivered yet');
  await expect(row(name).getByRole('link')).toHaveCount(0);
  expect(await administrator.content()).not.toContain('a-secret-path');
});

test('what an administrator does shows on the open page of whom it belongs to', async () => {
  const own = master.getByRole('listitem').filter({ hasText: name });
  await expect(own).toContainText('Active');
  await administrator.getByRole('button', { name: `Pause ${name}` }).click();
  await expect(row(name)).toContainText('Paused by an administrator');
  await expect(own).toContainText('Paused by an administrator');

  await administrator.getByRole('main').getByRole('link', { name: 'Webhooks' }).click();
  await administrator.getByRole('button', { name: `Delete ${name}` }).click();
  await administrator.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(own).toHaveCount(0);
});

test('it reads well on a phone, and by its parts', async ({ browser }) => {
  for (const colorScheme of ['light', 'dark'] as const) {
    const page = await signIn(browser, 'admin', { ...phone, colorScheme });
    await page.goto('/connections');
    await expect(page.getByRole('row').filter({ hasText: 'Events of team-service' })).toBeVisible();
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
    expect(violations).toEqual([]);
    await page.context().close();
  }
});
