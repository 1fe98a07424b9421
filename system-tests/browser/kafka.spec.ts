import { type Browser, expect, test } from '@playwright/test';
import { CloudEvent, Kafka as Binding } from 'cloudevents';
import { EventSource } from 'eventsource';
import { Kafka, type KafkaMessage, logLevel } from 'kafkajs';
import { signIn } from './people.js';

/*
 * A data platform reads the public topics by libraries that know nothing of Guildhall: kafkajs, and the SDK of CloudEvents.
 * What they read is what the stream tells somebody who sees what the whole organization may see.
 */
const portal = process.env.GUILDHALL_URL ?? 'http://localhost:8080';
const broker = process.env.KAFKA ?? `127.0.0.1:${Number(new URL(portal).port) + 8}`;

interface Told {
  id: string;
  type: string;
  source: string;
  subject: string;
  time: string;
  topic: string;
  position: string;
  cause?: string | undefined;
  data: { by: { id: string; name?: string }; change: unknown };
}

interface Read {
  topic: string;
  key: string;
  event: CloudEvent<Told['data']>;
}

test('a data platform reads what the stream tells, but for names', async ({ browser }) => {
  const page = await signIn(browser, 'admin');
  const name = `Platform ${Date.now().toString(36)}`;
  const cookies = await page.context().cookies(portal);
  const made = await page.request.post('/api/team/units', {
    data: { kind: 'TEAM', name, parent: 'product' },
    headers: { 'X-CSRF-TOKEN': cookies.find((cookie) => cookie.name === '__Host-XSRF-TOKEN')?.value ?? '' },
  });
  expect(made.status(), await made.text()).toBe(201);
  const team = ((await made.json()) as { id: string }).id;
  const told = await stream(browser, 'stakeholder', team);
  const people = ((await (await page.request.get('/api/team/people?limit=100')).json()) as { items: { name: string }[] }).items;
  expect(people.length).toBeGreaterThan(5);
  await page.context().close();

  const records = await consume(team);

  const first = new Map<string, Read>();
  for (const record of records) {
    if (!first.has(record.event.id)) {
      first.set(record.event.id, record);
    }
  }
  const published = new Map(
    told.filter(({ type }) => type.endsWith('-published.v1')).map(({ subject, position }) => [subject, Number(position)]),
  );
  // A draft was for few when it was written: it was passed over, and the stream tells of it since it was published.
  const due = told.filter(
    ({ id, subject, position }) => first.has(id) || Number(position) > (published.get(subject) ?? 0),
  );
  expect(due.length).toBeGreaterThan(0);
  // Each expectation of Playwright takes its time: so there is one for all events.
  expect(due.map((event) => shown(first.get(event.id)))).toEqual(
    due.map((event) => forEverybody(event, first.get(event.id))),
  );
  const all = JSON.stringify(records);
  expect(people.filter((person) => all.includes(`"${person.name}"`))).toEqual([]);
  expect(overtaken([...first.values()])).toEqual([]);
});

/** What the stream has told, as it is to be read from a topic: without a name, and without a cause that not all may know. */
function forEverybody(event: Told, record: Read | undefined) {
  return {
    ...event,
    cause: record?.event.cause === undefined ? undefined : event.cause,
    time: Date.parse(event.time),
    key: event.subject,
    partitionkey: event.subject,
    on: `public.${event.topic.replace(/.*\./, '')}`,
    data: { by: { id: event.data.by.id }, change: event.data.change },
  };
}

function shown(record: Read | undefined) {
  return record && { ...record.event.toJSON(), time: Date.parse(record.event.time ?? ''), key: record.key, on: record.topic };
}

/** What stands on its topic behind something that follows it. */
function overtaken(records: Read[]): string[] {
  const latest = new Map<string, number>();
  return records
    .filter(({ topic, key, event }) => {
      const before = latest.get(topic + key) ?? 0;
      latest.set(topic + key, Math.max(before, Number(event.position)));
      return Number(event.position) < before;
    })
    .map(({ event }) => event.id);
}

/** All that somebody is told of the log, up to the founding of a team. */
async function stream(browser: Browser, persona: string, team: string): Promise<Told[]> {
  const page = await signIn(browser, persona);
  const jar = await page.context().cookies(portal);
  const cookie = jar.map((one) => `${one.name}=${one.value}`).join('; ');
  const told: Told[] = [];
  const source = new EventSource(`${portal}/api/feed/events/live?after=0`, {
    fetch: (url, init) => fetch(url, { ...init, headers: { ...init?.headers, Cookie: cookie } }),
  });
  source.onmessage = (message) => told.push(JSON.parse(message.data));
  try {
    await expect.poll(() => told.map((event) => event.subject)).toContain(team);
  } finally {
    source.close();
  }
  await page.context().close();
  return told.slice(0, told.findIndex((event) => event.subject === team) + 1);
}

/** All public topics from their beginning, until a team was founded. */
async function consume(team: string): Promise<Read[]> {
  const kafka = new Kafka({ brokers: [broker], logLevel: logLevel.ERROR });
  const admin = kafka.admin();
  await admin.connect();
  const topics = (await admin.listTopics()).filter((topic) => topic.startsWith('public.'));
  await admin.disconnect();
  const consumer = kafka.consumer({ groupId: `platform-${Date.now()}` });
  await consumer.connect();
  await consumer.subscribe({ topics, fromBeginning: true });
  const records: Read[] = [];
  await consumer.run({ eachMessage: async ({ topic, message }) => void records.push({ topic, ...event(message) }) });
  try {
    let before = -1;
    await expect
      .poll(
        () => {
          const quiet = records.length === before;
          before = records.length;
          return quiet && records.some((record) => record.key === team);
        },
        { intervals: [2_000], timeout: 60_000 },
      )
      .toBe(true);
  } finally {
    await consumer.disconnect();
  }
  return records;
}

function event(message: KafkaMessage): Omit<Read, 'topic'> {
  const headers = Object.fromEntries(Object.entries(message.headers ?? {}).map(([name, value]) => [name, String(value)]));
  const read = Binding.toEvent<Told['data']>({
    headers,
    key: String(message.key),
    value: JSON.parse(String(message.value)),
  } as never);
  return { key: String(message.key), event: read as CloudEvent<Told['data']> };
}
