import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { HTTP } from 'cloudevents';
import { EventSource } from 'eventsource';
import { Webhook } from 'standardwebhooks';
import { signIn } from './people.js';

/*
 * Other tools hear of what happens by the libraries that they are made of, as these come: an EventSource, and a receiver of
 * webhooks that checks them by the Standard Webhooks library and reads them by the SDK of CloudEvents.
 */
test.describe.configure({ mode: 'serial' });

const run = Date.now().toString(36);

let administrator: Page;
let receiver: Server;
const received: { headers: IncomingMessage['headers']; body: string }[] = [];

test.beforeAll(async ({ browser }) => {
  administrator = await signIn(browser, 'admin');
  receiver = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => {
      body += part.toString('utf8');
    });
    request.on('end', () => {
      received.push({ headers: request.headers, body });
      response.writeHead(204).end();
    });
  });
  await new Promise<void>((listening) => receiver.listen(0, '127.0.0.1', listening));
});

test.afterAll(async () => {
  receiver?.close();
  await administrator?.context().close();
});

test('an EventSource goes on where it stopped', async () => {
  const first = open('');
  await first.opened;
  const one = await found(`Tool One ${run}`);
  await expect.poll(() => first.told.map((event) => event.subject)).toContain(one);
  const last = first.lastEventId();
  first.source.close();

  const two = await found(`Tool Two ${run}`);
  const again = open(`?topic=team.units&after=${last}`);
  const three = await found(`Tool Three ${run}`);
  await expect.poll(() => again.told.map((event) => event.subject)).toEqual([two, three]);
  again.source.close();
});

test('a receiver verifies and reads webhooks', async () => {
  const { port } = receiver.address() as AddressInfo;
  const made = await post('/api/feed/webhooks', {
    url: `http://127.0.0.1:${port}/`,
    filter: { topics: ['team.units'] },
  });
  const secret = JSON.stringify(made).match(/whsec_[A-Za-z0-9+/=]+/)?.[0] ?? '';
  const unit = await found(`Tool Four ${run}`);

  await expect.poll(() => received.map((delivery) => JSON.parse(delivery.body).subject), { timeout: 20_000 }).toContain(unit);
  for (const { headers, body } of received) {
    new Webhook(secret).verify(body, headers as Record<string, string>);
    const event = HTTP.toEvent({ headers, body });
    expect(event).toMatchObject({ specversion: '1.0', type: expect.stringMatching(/^guildhall\./) });
  }
  const forged = received[0];
  expect(() => new Webhook(secret).verify(`${forged?.body} `, forged?.headers as Record<string, string>)).toThrow();
  await administrator.request.delete(`/api/feed/webhooks/${(made as { id: string }).id}`, {
    headers: { ...(await csrf()), 'If-Match': '*' },
  });
});

function open(query: string) {
  const told: { subject: string }[] = [];
  let lastEventId = '';
  const source = new EventSource(`${process.env.GUILDHALL_URL}/api/feed/events/live${query || '?topic=team.units'}`, {
    fetch: async (url, init) =>
      fetch(url, { ...init, headers: { ...init?.headers, Cookie: await cookies() } }),
  });
  source.onmessage = (message) => {
    lastEventId = message.lastEventId;
    told.push(JSON.parse(message.data));
  };
  const opened = new Promise<void>((done) => {
    source.onopen = () => done();
  });
  return { source, told, opened, lastEventId: () => lastEventId };
}

async function cookies(): Promise<string> {
  const all = await administrator.context().cookies(process.env.GUILDHALL_URL);
  return all.map((cookie) => `${cookie.name}=${cookie.value}`).join('; ');
}

async function csrf(): Promise<Record<string, string>> {
  const all = await administrator.context().cookies(process.env.GUILDHALL_URL);
  return { 'X-CSRF-TOKEN': all.find((cookie) => cookie.name === '__Host-XSRF-TOKEN')?.value ?? '' };
}

async function post(path: string, data: object): Promise<unknown> {
  const answer = await administrator.request.post(path, { data, headers: await csrf() });
  expect(answer.status(), await answer.text()).toBe(201);
  return answer.json();
}

/** Founds a team; returns its id. */
async function found(name: string): Promise<string> {
  return ((await post('/api/team/units', { kind: 'TEAM', name, parent: 'product' })) as { id: string }).id;
}
