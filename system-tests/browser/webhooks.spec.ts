import { expect, type Page, test } from '@playwright/test';
import { signIn, title } from './people.js';

/*
 * A Scrum Master has another program told what happens. Nothing is delivered here: the product reaches public addresses
 * only, and nobody listens at this one.
 */
test.describe.configure({ mode: 'serial' });

const name = `Chat ${Date.now().toString(36)}`;

let master: Page;

test.beforeAll(async ({ browser }) => {
  master = await signIn(browser, 'sm');
});

test.afterAll(async () => {
  await master?.context().close();
});

const dialog = () => master.getByRole('dialog');
const row = () => master.getByRole('listitem').filter({ hasText: name });

test('an address inside is refused at its field, and what was typed stays', async () => {
  await master.locator('details.account > summary').click();
  await master.getByRole('link', { name: 'Webhooks' }).click();
  await expect(title(master, 'Webhooks')).toBeVisible();
  await master.getByRole('button', { name: 'New webhook' }).click();
  const address = dialog().getByLabel('Address');
  await dialog().getByLabel('Description').fill(name);
  await address.fill('https://10.0.0.1/');
  await dialog().getByRole('button', { name: 'Make' }).click();
  await expect(address).toHaveAccessibleDescription(/'10\.0\.0\.1' is no public address/);
  await expect(address).toBeFocused();
  await address.fill('http://hooks.example.com/guildhall');
  await dialog().getByRole('button', { name: 'Make' }).click();
  await expect(address).toHaveAccessibleDescription(/It takes https/);
  await expect(dialog().getByLabel('Description')).toHaveValue(name);
});

test('a webhook shows its secret once', async () => {
  await dialog().getByLabel('Address').fill('https://hooks.example.com/guildhall');
  await dialog().getByLabel('Impediments').check();
  await dialog().getByLabel('Decisions').check();
  await dialog().getByRole('button', { name: 'Make' }).click();
  const secret = await shownSecret();
  await expect(row()).toContainText('https://hooks.example.com/guildhall');
  await expect(row()).toContainText('Told: Impediments and Decisions');
  await expect(row()).toContainText('Active');
  await master.reload();
  await expect(row()).toBeVisible();
  expect(await master.content()).not.toContain(secret);

  await master.getByRole('button', { name: `Rotate secret of ${name}` }).click();
  await dialog().getByRole('button', { name: 'Rotate' }).click();
  await expect(dialog()).toContainText('The old secret signs as well for 24 h more');
  expect(await shownSecret()).not.toBe(secret);
});

test('it pauses and goes on', async () => {
  await master.getByRole('button', { name: `Pause ${name}` }).click();
  await expect(row()).toContainText(/Paused by /);
  await master.getByRole('button', { name: `Resume ${name}` }).click();
  await expect(master.getByRole('button', { name: `Pause ${name}` })).toBeVisible();
  await expect(row()).not.toContainText('Paused');
});

test('a test says in words what became of it', async () => {
  await master.getByRole('button', { name: `Send a test to ${name}` }).click();
  await expect(row()).toContainText('The test failed.', { timeout: 60_000 });
});

test('its settings change, and its secret stays', async () => {
  const posted: string[] = [];
  master.on('request', (request) => {
    if (request.method() === 'POST') posted.push(new URL(request.url()).pathname);
  });
  await master.getByRole('link', { name: `Deliveries to ${name}` }).click();
  await expect(master.getByText('Told: Impediments and Decisions.')).toBeVisible();
  await master.getByRole('button', { name: 'Change' }).click();
  await expect(dialog().getByLabel('Address')).toHaveValue('https://hooks.example.com/guildhall');
  await expect(dialog().getByLabel('Impediments')).toBeChecked();
  await dialog().getByLabel('Address').fill('https://10.0.0.1/');
  await dialog().getByRole('button', { name: 'Save' }).click();
  await expect(dialog().getByLabel('Address')).toHaveAccessibleDescription(/'10\.0\.0\.1' is no public address/);
  await dialog().getByLabel('Address').fill('https://hooks.example.com/guildhall');
  await dialog().getByLabel('Description').fill(`${name} of all`);
  await dialog().getByLabel('Impediments').uncheck();
  await dialog().getByLabel('Features').check();
  await dialog().getByRole('button', { name: 'Save' }).click();
  await expect(master.getByText(`${name} of all is changed.`)).toBeVisible();
  await expect(dialog()).toHaveCount(0);
  await expect(title(master, `${name} of all`)).toBeVisible();
  await expect(master.getByText('Told: Decisions and Features.')).toBeVisible();
  expect(posted).toEqual([]);
  await master.reload();
  await expect(master.getByText('Told: Decisions and Features.')).toBeVisible();
  await master.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Webhooks' }).click();
});

test('its deliveries are looked at by state, and it is deleted', async () => {
  await master.getByRole('link', { name: `Deliveries to ${name}` }).click();
  await expect(title(master, name)).toBeVisible();
  await expect(master.getByText('Nothing was delivered yet')).toBeVisible();
  await master.getByLabel('State').selectOption('Given up');
  await expect(master).toHaveURL(/state=FAILED/);
  await expect(master.getByText('No delivery is in this state')).toBeVisible();
  await master.getByRole('button', { name: 'Send a time again' }).click();
  await dialog().getByLabel('From').fill('2000-01-01T00:00');
  await dialog().getByLabel('Until').fill('2000-01-02T00:00');
  await dialog().getByRole('button', { name: 'Send again' }).click();
  await expect(master.getByText('Nothing happened then that it is told.')).toBeVisible();

  await master.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Webhooks' }).click();
  await master.getByRole('button', { name: `Delete ${name}` }).click();
  await dialog().getByRole('button', { name: 'Delete' }).click();
  await expect(row()).toHaveCount(0);
});

async function shownSecret(): Promise<string> {
  await expect(dialog().getByRole('heading', { name: 'Copy the secret now' })).toBeVisible();
  const secret = await dialog().getByLabel('Secret').inputValue();
  expect(secret).toMatch(/^whsec_/);
  await dialog().getByRole('button', { name: 'Done' }).click();
  return secret;
}
