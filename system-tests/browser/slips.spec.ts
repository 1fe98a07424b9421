import { expect, type Page, test } from '@playwright/test';
import { phone, signIn, title } from './people.js';

/*
 * What people do by a slip: they press twice, leave a field with a space, paste from a page, or sign in after somebody else
 * in the same tab. Nothing is sent twice, lost, or shown to the wrong person.
 */
test.describe.configure({ mode: 'serial' });

const run = Date.now().toString(36);
const community = `Slips ${run}`;

let lead: Page;
let address: string;

test.beforeAll(async ({ browser }) => {
  lead = await signIn(browser, 'lead');
  await lead.goto('/communities?new=yes');
  await lead.getByRole('dialog').getByLabel('Name').fill(community);
  await lead.getByRole('button', { name: 'Found it' }).dblclick();
  await expect(title(lead, community)).toBeVisible();
  address = new URL(lead.url()).pathname;
});

test.afterAll(async () => {
  await lead?.context().close();
});

const field = (page: Page) => page.getByLabel('Text', { exact: true });

/** Pastes as a browser does that was given both a page's HTML and its plain text. */
async function paste(page: Page, html: string, plain: string) {
  const data = await page.evaluateHandle(
    ([html, plain]) => {
      const transfer = new DataTransfer();
      if (html) transfer.setData('text/html', html);
      transfer.setData('text/plain', plain ?? '');
      return transfer;
    },
    [html, plain],
  );
  await field(page).evaluate((one, data) => {
    const event = new ClipboardEvent('paste', { clipboardData: data as DataTransfer, bubbles: true, cancelable: true });
    one.dispatchEvent(event);
  }, data);
}

test('a title of spaces is told so where it is', async () => {
  await lead.goto(`${address}/pages/new`);
  await lead.getByLabel('Title').fill('   ');
  await lead.getByRole('button', { name: 'Save as a draft' }).click();
  await expect(lead.getByLabel('Title')).toBeFocused();
  const said = await lead.getByLabel('Title').evaluate((one: HTMLInputElement) => one.validationMessage);
  expect(said).toBe('Write something here; spaces alone say nothing.');
});

test('what is pasted from a page comes as Markdown, is undone like what is typed, and runs nothing', async () => {
  await field(lead).focus();
  await lead.keyboard.insertText('Before\n\n');
  const table = '<table><tr><td>What</td><td>Who</td></tr><tr><td>Plan</td><td><b>Ann</b></td></tr></table>';
  const html = `<h2>Meeting</h2><p>See <a href="https://a.example/x">the plan</a>.</p><ul><li>One</li><li>Two</li></ul>${table}<pre><code>a*b</code></pre><script>window.ran = true</script><img src="x" onerror="window.ran = true">`;
  await paste(lead, html, 'Meeting');
  const expected =
    'Before\n\n## Meeting\n\nSee [the plan](https://a.example/x).\n\n- One\n- Two\n\n| What | Who |\n| --- | --- |\n| Plan | **Ann** |\n\n```\na*b\n```';
  await expect(field(lead)).toHaveValue(expected);
  expect(await lead.evaluate(() => (window as unknown as { ran?: boolean }).ran)).toBeUndefined();
  await expect(lead.getByRole('region', { name: 'Preview' }).getByRole('cell', { name: 'Ann' })).toBeVisible();
  await lead.keyboard.press('Control+z');
  await expect(field(lead)).toHaveValue('Before\n\n');
  await paste(lead, '<div><span style="color:red">## raw</span></div>', '## raw');
  await expect(field(lead)).toHaveValue('Before\n\n## raw');
});

test('a second click says it once, and removing a member asks first', async ({ browser }) => {
  const dev = await signIn(browser, 'dev');
  await dev.goto(address);
  await dev.getByRole('button', { name: /^Join/ }).first().click();
  await expect(dev.getByRole('button', { name: /^Join/ })).toHaveCount(0);
  await dev.context().close();
  await lead.evaluate(() => sessionStorage.clear());
  lead.once('dialog', (dialog) => dialog.accept());
  await lead.goto(`${address}/members`);
  await lead.getByRole('button', { name: /^Remove/ }).click();
  const dialog = lead.getByRole('dialog', { name: /^Remove/ });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await lead.getByRole('button', { name: /^Remove/ }).click();
  await dialog.getByRole('button', { name: 'Remove', exact: true }).dblclick();
  await expect(dialog).toBeHidden();
  await expect(lead.getByText(/does not belong to it any more/)).toHaveCount(1);
});

test('a title without a space breaks, and the open tab is in sight on a phone', async ({ browser }) => {
  await lead.goto(`${address}/pages/new`);
  await lead.getByLabel('Title').fill('x'.repeat(150));
  await lead.getByRole('button', { name: 'Save as a draft' }).click();
  await expect(title(lead, 'x'.repeat(150))).toBeVisible();
  const small = await signIn(browser, 'lead', phone);
  await small.goto(`${address}/pages`);
  await expect(small.getByRole('link', { name: 'x'.repeat(150) })).toBeVisible();
  expect(await small.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await small.goto(`${address}/members`);
  await expect(small.locator('.tabs [aria-current]')).toBeInViewport({ ratio: 0.95 });
  await small.context().close();
});

test('a draft is there for who typed it, also after signing in again, and not for the next person', async ({ browser }) => {
  const first = await signIn(browser, 'sm');
  const typed = first.getByRole('dialog').getByLabel(/What is in (your|the) way/);
  await first.getByRole('button', { name: 'Raise impediment' }).click();
  await typed.fill('Only mine');
  await first.keyboard.press('Escape');
  await first.reload();
  await first.getByRole('button', { name: 'Raise impediment' }).click();
  await expect(typed).toHaveValue('Only mine');
  await first.context().clearCookies();
  for (const [persona, value] of [['sm', 'Only mine'], ['sosm', '']] as const) {
    await first.context().clearCookies();
    await first.goto('/auth/login?returnTo=/');
    await first.locator(`button[name=username][value="${persona}"]`).click();
    await first.getByRole('button', { name: 'Raise impediment' }).click();
    await expect(typed).toHaveValue(value);
  }
  await first.context().close();
});

test('a tab of somebody else begins anew for whoever has signed in', async ({ browser }) => {
  const left = await signIn(browser, 'sm');
  await left.goto('/communities');
  await expect(title(left, 'Communities')).toBeVisible();
  await left.evaluate(() => document.body.setAttribute('data-before', 'sm'));
  await left.context().clearCookies();
  const other = await left.context().newPage();
  await other.goto('/auth/login?returnTo=/signed-in');
  await other.locator('button[name=username][value="stakeholder"]').click();
  await expect(other.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(left.locator('body[data-before]'), 'nothing of the page before is kept').toHaveCount(0);
  await expect(title(left, 'Communities')).toBeVisible();
  await left.context().close();
});
