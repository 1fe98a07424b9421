import { type APIRequestContext, type APIResponse, expect, type Page, request, test } from '@playwright/test';
import { parseFeed } from '@rowanmanning/feed-parser';
import ICAL from 'ical.js';
import { signIn, title } from './people.js';

/*
 * A Scrum Master makes a calendar and a feed; programs without a sign-in read them, with the libraries that such programs
 * are made of.
 */
test.describe.configure({ mode: 'serial' });

const run = Date.now().toString(36);

let master: Page;
let program: APIRequestContext;

test.beforeAll(async ({ browser }) => {
  master = await signIn(browser, 'sm');
  program = await request.newContext({ storageState: { cookies: [], origins: [] } });
});

test.afterAll(async () => {
  await program?.dispose();
  await master?.context().close();
});

test('a calendar shows days that a calendar program reads, until it is revoked', async () => {
  const name = `Days ${run}`;
  await master.locator('details.account > summary').click();
  await master.getByRole('link', { name: 'Subscriptions' }).click();
  await expect(title(master, 'Subscriptions')).toBeVisible();
  const url = await make('New calendar', name);

  const answer = await program.get(url);
  expect(answer.status()).toBe(200);
  expect(answer.headers()['content-type']).toContain('text/calendar');
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
  const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
  // Gatherings of communities have hours.
  expect(events.filter((event) => event.startDate.isDate).length).toBeGreaterThan(6);
  expect(new Set(events.map((event) => event.uid)).size).toBe(events.length);
  expect(events.every((event) => event.uid.endsWith('@guildhall'))).toBe(true);
  expect(events.some((event) => event.summary.startsWith('Sprint '))).toBe(true);
  const unchanged = await program.get(url, { headers: { 'If-None-Match': answer.headers().etag ?? '' } });
  expect(unchanged.status()).toBe(304);

  await master.reload();
  await expect(master.getByRole('listitem').filter({ hasText: name })).toContainText('last read');
  await master.getByRole('button', { name: `Revoke ${name}` }).click();
  await master.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
  await expect(master.getByRole('button', { name: `Revoke ${name}` })).toHaveCount(0);
  expect((await program.get(url)).status()).toBe(404);
});

test('a feed leads a feed reader back to the first entry', async () => {
  await master.goto('/activity');
  await master.getByRole('link', { name: 'Subscribe to this' }).click();
  const url = await make(undefined, `Everything ${run}`);

  const ids: string[] = [];
  let parts = 0;
  for (let next: string | undefined = url; next !== undefined; parts++) {
    const answer: APIResponse = await program.get(next);
    expect(answer.status()).toBe(200);
    const text: string = await answer.text();
    const feed = parseFeed(text);
    expect(feed.items.every((item) => item.title && item.url?.includes('/activity/'))).toBe(true);
    ids.push(...feed.items.map((item) => item.id ?? ''));
    next = /rel="prev-archive" (?:[a-z]+="[^"]*" )*?href="([^"]+)"/.exec(text)?.[1];
  }
  expect(parts).toBeGreaterThan(1);
  expect(new Set(ids).size).toBe(ids.length);
  const oldest = await master.request.get('/api/feed/events?after=0&limit=1');
  const first = ((await oldest.json()) as { items: { topic: string; event: string }[] }).items[0];
  expect(ids.at(-1)).toBe(`urn:guildhall:event:${first?.topic}/${first?.event}`);
});

/** Makes one on the page of subscriptions, where the dialog may be open already; returns its address. */
async function make(button: string | undefined, name: string): Promise<string> {
  if (button) await master.getByRole('button', { name: button }).click();
  const dialog = master.getByRole('dialog');
  await dialog.getByLabel('Name').fill(name);
  await dialog.getByRole('button', { name: 'Make' }).click();
  await expect(dialog.getByRole('heading', { name: 'Copy the address now' })).toBeVisible();
  const url = await dialog.getByLabel('Address').inputValue();
  await dialog.getByRole('button', { name: 'Done' }).click();
  return url;
}
