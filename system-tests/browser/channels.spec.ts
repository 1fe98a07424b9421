import { createServer, type Server } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { phone, signIn, title } from './people.js';

/*
 * A Scrum Master connects the chat of their team, sees what a message would say, and has it told. The chat is on this
 * machine, which the product may reach here; the reader of Teams' cards is the one that Microsoft publishes.
 */
test.describe.configure({ mode: 'serial' });

const run = Date.now().toString(36);
const name = `Ledger talk ${run}`;
const cards = `Ledger cards ${run}`;
const secret = `T0123/B4567/very-secret-${run}`;
const sentence = `<!channel> [Win](https://evil.example) & *lose* ${run}`;

let browsers: Browser;
let master: Page;
let chat: Server;
let address: string;
const received: { url: string | undefined; body: string }[] = [];

test.beforeAll(async ({ browser }) => {
  browsers = browser;
  master = await signIn(browser, 'sm');
  chat = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString('utf8');
    });
    request.on('end', () => {
      received.push({ url: request.url, body });
      response.end('ok');
    });
  });
  await new Promise<void>((listening) => chat.listen(0, '127.0.0.1', listening));
  address = `http://127.0.0.1:${(chat.address() as AddressInfo).port}/services/${secret}`;
});

test.afterAll(async () => {
  chat?.close();
  await master?.context().close();
});

const dialog = () => master.getByRole('dialog');
const row = (channel: string) => master.getByRole('listitem').filter({ hasText: channel });

test('connecting tells nothing, and the address is not shown again', async () => {
  await master.locator('details.account > summary').click();
  await master.getByRole('link', { name: 'Chat channels' }).click();
  await expect(title(master, 'Chat channels')).toBeVisible();
  await master.getByRole('button', { name: 'Connect a channel' }).click();
  await dialog().getByLabel('Name').fill(name);
  await dialog().getByLabel('Address').fill('https://10.0.0.1/');
  await chooseUnit();
  await accessible();
  await dialog().getByRole('button', { name: 'Connect' }).click();
  await expect(dialog().getByLabel('Address')).toHaveAccessibleDescription(/'10\.0\.0\.1' is no public address/);
  await expect(dialog().getByLabel('Address')).toBeFocused();
  await dialog().getByLabel('Address').fill(address);
  await dialog().getByRole('button', { name: 'Connect' }).click();

  await expect(title(master, name)).toBeVisible();
  await expect(master.getByText('Connected, told nothing yet')).toBeVisible();
  await expect(master.getByText('Choose something to see what a message would say.')).toBeVisible();
  await master.reload();
  await expect(title(master, name)).toBeVisible();
  expect(await master.content()).not.toContain(secret);
});

test('a test message arrives', async () => {
  await master.getByRole('button', { name: `Send a test message to ${name}` }).click();
  await expect(master.getByText('The chat took the test message.')).toBeVisible();
  expect(received).toHaveLength(1);
  expect(received[0]?.url).toBe(`/services/${secret}`);
  expect(JSON.parse(received[0]?.body ?? '').blocks[0].text.text).toBe('A test from Guildhall');
});

test('what a message would say is seen before anything is told', async () => {
  await master.getByLabel('Impediments').check();
  await expect(master.locator('.message').or(master.getByText('Nothing of this has happened yet'))).toBeVisible();
  await accessible();
  await master.getByRole('button', { name: 'Save' }).click();
  await expect(master.getByText('It is told this from now on.')).toBeVisible();
  await expect(master.getByText('Active', { exact: true })).toBeVisible();
  expect(received).toHaveLength(1);
});

test('what happens then is told, and is no mention and no link of its own', async () => {
  await raise(sentence);
  await expect.poll(() => received.length, { timeout: 90_000 }).toBe(2);
  const message = JSON.parse(received[1]?.body ?? '');
  const told = message.blocks.find((block: { type: string }) => block.type === 'section').text.text;
  expect(told).toContain('raised the impediment');
  expect(told).toContain('&lt;!channel&gt; [Win](https://evil.example) &amp; *lose*');
  expect(told).toMatch(/^<http[^|]*\/impediments\/[^|]+\|[^<>]*>$/m);
  await expect(async () => {
    await master.reload();
    await expect(master.getByText('One message today')).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await master.getByLabel('Impediments').uncheck();
  await expect(master.getByText('Nothing is told', { exact: true })).toBeVisible();
  await master.getByRole('button', { name: 'Undo' }).click();
  await expect(master.locator('.message')).toContainText(sentence);
});

test("a card for Teams is read by Microsoft's own reader as it is meant", async () => {
  await master.goto('/channels?new=yes');
  await dialog().getByLabel('Chat').selectOption('Microsoft Teams');
  await dialog().getByLabel('Name').fill(cards);
  await dialog().getByLabel('Address').fill(address);
  await chooseUnit();
  await dialog().getByRole('button', { name: 'Connect' }).click();
  await expect(title(master, cards)).toBeVisible();
  await master.getByLabel('Impediments').check();
  await master.getByText('Exactly what the chat gets').click();
  const envelope = JSON.parse(await master.locator('.exact').innerText());
  expect(envelope).toMatchObject({
    type: 'message',
    attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive' }],
  });

  const reader = await (await browsers.newContext()).newPage();
  await reader.addScriptTag({ path: createRequire(import.meta.url).resolve('adaptivecards/dist/adaptivecards.min.js') });
  const read = await reader.evaluate((card) => {
    // biome-ignore lint/suspicious/noExplicitAny: the script has put it there
    const { AdaptiveCard, SerializationContext, Versions } = (window as any).AdaptiveCards;
    // As in Teams, a text block would show Markdown.
    AdaptiveCard.onProcessMarkdown = (text: string, shown: { didProcess: boolean; outputHtml?: string }) => {
      shown.didProcess = true;
      shown.outputHtml = text.replace(/\[([^\]]*)\]\(([^)]*)\)/g, '<a href="$2">$1</a>');
    };
    const context = new SerializationContext(Versions.v1_4);
    const parsed = new AdaptiveCard();
    parsed.parse(card, context);
    const problems: string[] = [];
    for (let i = 0; i < context.eventCount; i++) problems.push(context.getEventAt(i).message);
    for (const { failures } of parsed.validateProperties().validationEvents ?? []) problems.push(String(failures));
    document.body.append(parsed.render());
    return {
      problems,
      text: document.body.innerText,
      links: [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href')),
    };
  }, envelope.attachments[0].content);
  expect(read.problems).toEqual([]);
  expect(read.text).toContain(sentence);
  expect(read.links.length).toBeGreaterThan(0);
  for (const link of read.links) expect(link).toMatch(/\/impediments\//);
  await reader.context().close();
});

test('on a phone it fits, and it pauses, goes on and is deleted', async () => {
  const small = await signIn(browsers, 'sm', phone);
  for (const place of ['/channels', '/channels?new=yes', new URL(master.url()).pathname]) {
    await small.goto(place);
    await expect(small.getByRole('heading', { level: 1 })).toBeVisible();
    await expect(small.locator('.skeleton')).toHaveCount(0);
    expect(await small.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  }
  await small.context().close();

  await master.getByRole('navigation', { name: 'Breadcrumb' }).getByRole('link', { name: 'Chat channels' }).click();
  await expect(row(name)).toContainText('Told: Impediments');
  await accessible();
  await master.getByRole('button', { name: `Pause ${name}` }).click();
  await expect(row(name)).toContainText(/Paused by /);
  await master.getByRole('button', { name: `Resume ${name}` }).click();
  await expect(master.getByRole('button', { name: `Pause ${name}` })).toBeVisible();
  for (const channel of [name, cards]) {
    await master.getByRole('button', { name: `Delete ${channel}` }).click();
    await dialog().getByRole('button', { name: 'Delete' }).click();
    await expect(row(channel)).toHaveCount(0);
  }
});

test('a developer is told who connects a channel', async () => {
  const developer = await signIn(browsers, 'dev');
  await developer.goto('/channels');
  await expect(developer.getByText('Ask your Scrum Master or Product Owner.')).toBeVisible();
  await expect(developer.getByRole('button', { name: 'Connect a channel' })).toHaveCount(0);
  await developer.context().close();
});

/** The first one that may be chosen, where it is not chosen already. */
async function chooseUnit() {
  await dialog().getByLabel('Whose channel it is').selectOption({ index: 1 });
}

async function raise(text: string) {
  await master.keyboard.press('i');
  await master.getByLabel('What is in the way?').fill(text);
  await master.keyboard.press('Enter');
  await expect(master.getByRole('link', { name: 'Add what you know' })).toBeVisible();
}

async function accessible() {
  const { violations } = await new AxeBuilder({ page: master })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  expect(violations.map(({ id, nodes }) => `${id} at ${nodes.map((node) => node.target.join(' '))}`)).toEqual([]);
}
