import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, request, test } from '@playwright/test';
import { phone, signIn, title } from './people.js';

/*
 * A Product Owner chooses what is mailed; and what is mailed leads, by way of a sign-in, to the page on which it is
 * answered.
 */

/** Where a mail server of the tests shows what it took; where there is none, mail is not looked at. */
const mailbox = process.env.GUILDHALL_MAIL;

interface Mail {
  to: string;
  subject: string;
  text: string;
  unsubscribe: string;
}

test('what is turned off stays off until it is turned on again', async ({ browser }) => {
  const owner = await signIn(browser, 'po');
  await owner.locator('details.account > summary').click();
  await owner.getByRole('link', { name: 'Notifications' }).click();
  await expect(title(owner, 'Notifications')).toBeVisible();
  const week = owner.getByRole('checkbox', { name: 'My week' });
  for (const wanted of [false, true]) {
    await week.setChecked(wanted);
    await expect(owner.getByText(wanted ? 'Kept: 3 of 4' : 'Kept: 2 of 4')).toBeVisible();
    await owner.reload();
    await expect(week).toBeChecked({ checked: wanted });
    await expect(owner.getByRole('checkbox', { name: 'What waits for my answer' })).toBeChecked();
  }
  await owner.context().close();
});

test('can be read by everybody, also on a phone', async ({ browser }) => {
  const owner = await signIn(browser, 'po', phone);
  for (const colorScheme of ['light', 'dark'] as const) {
    await owner.emulateMedia({ colorScheme });
    await owner.goto('/notifications');
    await expect(owner.getByRole('checkbox')).toHaveCount(4);
    const { violations } = await new AxeBuilder({ page: owner }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
    expect(violations).toEqual([]);
    const wider = await owner.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(wider).toBeLessThanOrEqual(0);
  }
  await owner.context().close();
});

test('a mail leads to the page on which it is answered, and its link ends mails like it', async ({ browser }) => {
  test.skip(mailbox === undefined, 'no mail server of the tests');
  const name = `A mail for ${Date.now().toString(36)}`;
  const asking = await signIn(browser, 'po');
  await ask(asking, name);
  await asking.context().close();

  const mail = await mailAbout(name);
  const link = /https?:\/\/\S+\/dependencies\/\S+/.exec(mail.text)?.[0] ?? '';
  const reader = await (await browser.newContext()).newPage();
  await reader.goto(link);
  await reader.getByRole('link', { name: 'Sign in' }).click();
  await reader.locator('button[name=username][value="lead"]').click();
  await expect(title(reader, name)).toBeVisible();
  expect(reader.url()).toBe(link);
  await expect(reader.getByRole('button', { name: /^Commit/ }).first()).toBeVisible();

  await reader.goto(mail.unsubscribe);
  await expect(title(reader, 'No more of these mails?')).toBeVisible();
  const { violations } = await new AxeBuilder({ page: reader }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze();
  expect(violations).toEqual([]);
  await reader.getByRole('button', { name: 'Unsubscribe' }).click();
  await expect(title(reader, 'Unsubscribed')).toBeVisible();
  await reader.goto('/notifications');
  const notices = reader.getByRole('checkbox', { name: 'What waits for my answer' });
  await expect(notices).not.toBeChecked();
  await notices.click();
  await expect(notices).toBeChecked();
  await expect(reader.getByText('Kept: 3 of 4')).toBeVisible();

  const program = await request.newContext({ storageState: { cookies: [], origins: [] } });
  const late = await program.post(mail.unsubscribe, { form: { 'List-Unsubscribe': 'One-Click' } });
  expect(late.status(), 'who wants it again is not unsubscribed by an old link').toBe(404);
  await program.dispose();
  await reader.context().close();
});

/** Asks the team Platform, whose tech lead is Priya Raman. */
async function ask(page: Page, name: string): Promise<void> {
  await page.goto('/dependencies');
  await expect(title(page, 'Dependencies')).toBeVisible();
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('What do you need?').fill(name);
  await dialog.getByLabel('From which team?').selectOption({ label: 'Platform' });
  await dialog.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(dialog).toBeHidden();
}

/** What Priya Raman is told of it. */
async function mailAbout(name: string): Promise<Mail> {
  const server = await request.newContext({ storageState: { cookies: [], origins: [] } });
  let found: Mail | undefined;
  await expect(async () => {
    const mails = (await (await server.get(mailbox ?? '')).json()) as Mail[];
    found = mails.find((mail) => mail.to.includes('priya.raman@') && mail.text.includes(name));
    expect(found).toBeDefined();
  }).toPass({ timeout: 60_000 });
  await server.dispose();
  if (!found) throw new Error(`No mail about ${name}`);
  return found;
}
