import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, expect, type Page, test } from '@playwright/test';
import { communities, invented } from './files.js';
import { inDays, phone, signIn } from './people.js';

/*
 * Every page, as those see it who work with it: no violation of WCAG 2.2 AA in light and in dark, nothing cut off on a
 * phone, and the pictures of the README's tour.
 */

interface Place {
  name: string;
  /** The address, or a way to it from a list. */
  at: string | ((page: Page) => Promise<void>);
  /** What to do on the page before looking at it. */
  then?: (page: Page) => Promise<void>;
  /** The name of its picture in the tour. */
  tour?: string;
  tourOnPhone?: string;
  tourInDark?: string;
}

const first = (list: string, link: string) => async (page: Page) => {
  await page.goto(list);
  await page.locator(`main a[href^="${link}"]`).first().click();
};

/** Another program, which takes what it is told. */
let receiver: Server;

test.beforeAll(async () => {
  receiver = createServer((_, response) => {
    response.writeHead(204).end();
  });
  await new Promise<void>((listening) => receiver.listen(0, '127.0.0.1', listening));
});

test.afterAll(() => {
  receiver?.close();
});

/** A webhook of one's own, which is made where there is none; a product that reaches this machine tells it of the past. */
const madeWebhook = async (page: Page) => {
  await page.goto('/webhooks');
  const deliveries = page.getByRole('link', { name: /^Deliveries to/ });
  await expect(deliveries.first().or(page.getByText('You have no webhooks'))).toBeVisible();
  if ((await deliveries.count()) === 0) {
    await page.getByRole('button', { name: 'New webhook' }).click();
    await page.getByLabel('Description').fill('The report of the Tickets team');
    await page.getByLabel('Decisions').check();
    await page.getByLabel('Address').fill(`http://127.0.0.1:${(receiver.address() as AddressInfo).port}/guildhall`);
    await page.getByRole('button', { name: 'Make' }).click();
    const secret = page.getByRole('button', { name: 'Done' });
    await expect(secret.or(page.getByText(/is no public address/))).toBeVisible();
    if (await secret.isVisible()) {
      await secret.click();
      await deliveries.first().click();
      await page.getByRole('button', { name: 'Send a time again' }).click();
      await page.getByRole('dialog').getByLabel('From').fill('2000-01-01T00:00');
      await page
        .getByRole('dialog')
        .getByLabel('Until')
        .fill(`${inDays(1)}T00:00`);
      await page.getByRole('dialog').getByRole('button', { name: 'Send again' }).click();
      await expect(page.getByRole('main').getByText('It answered 204').first()).toBeVisible();
      return;
    }
    await page.getByLabel('Address').fill('https://hooks.example.com/guildhall');
    await page.getByRole('button', { name: 'Make' }).click();
    await secret.click();
  }
  await deliveries.first().click();
};

/** A channel of one's own with something chosen, which is connected where there is none. */
const connectedChannel = async (page: Page) => {
  await page.goto('/channels');
  const channels = page.locator('main a[href^="/channels/"]');
  await expect(channels.first().or(page.getByText('No channel is connected'))).toBeVisible();
  if ((await channels.count()) > 0) {
    await channels.first().click();
  } else {
    await page.getByRole('button', { name: 'Connect a channel' }).click();
    await page.getByLabel('Whose channel it is').selectOption({ index: 1 });
    await page.getByLabel('Address').fill('https://hooks.slack.com/services/T00000000/B00000000/made-up-for-the-tour');
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
  }
  await expect(page.getByRole('heading', { name: 'How a message looks' })).toBeVisible();
};
const chooseWhatIsTold = async (page: Page) => {
  await page.getByLabel('What waits for an answer').check();
  await expect(page.locator('.message')).toBeVisible();
};
/** Subscriptions of one's own, which are made and read where there are none. */
const madeSubscriptions = async (page: Page) => {
  await page.goto('/subscriptions');
  await expect(
    page
      .getByRole('button', { name: /^Revoke/ })
      .first()
      .or(page.getByText('You have no subscriptions')),
  ).toBeVisible();
  if ((await page.getByRole('button', { name: /^Revoke/ }).count()) > 0) return;
  for (const [kind, name] of [
    ['New calendar', 'Days of my teams'],
    ['New feed', 'What I follow'],
  ] as const) {
    await page.getByRole('button', { name: kind }).click();
    await page.getByLabel('Name').fill(name);
    if (kind === 'New feed') await page.getByLabel('What').selectOption(name);
    await page.getByRole('button', { name: 'Make' }).click();
    const program = kind === 'New feed' ? 'NetNewsWire/6.1' : 'Thunderbird/140.0';
    const address = await page.getByRole('dialog').getByLabel('Address').inputValue();
    await page.request.get(address, { headers: { 'User-Agent': program } });
    await page.getByRole('button', { name: 'Done' }).click();
  }
  await page.reload();
};
/** What happened to an outcome and to a team, which are followed where they are not. */
const followed = async (page: Page) => {
  for (const way of [
    first('/roadmap', '/outcomes/'),
    async () => {
      await page.goto('/organization');
      await page.getByRole('main').getByRole('link', { name: 'Tickets', exact: true }).first().click();
    },
  ]) {
    await way(page);
    const follow = page.getByRole('button', { name: 'Follow', exact: true });
    await expect(follow).not.toHaveAttribute('aria-disabled');
    if ((await follow.getAttribute('aria-pressed')) === 'false') await follow.click();
    await expect(follow).toHaveAttribute('aria-pressed', 'true');
  }
  await page.goto('/activity?followed=true');
};
/** A community that one leads, with a rhythm, a date that was moved and an agenda; it is founded where there is none. */
const ledCommunity = async (page: Page, name = 'Scrum Masters of Meridian') => {
  await page.goto(`/communities?show=mine&q=${encodeURIComponent(name)}`);
  const own = page.getByRole('main').getByRole('link', { name });
  await expect(own.or(page.getByText('No community with these words'))).toBeVisible();
  if ((await own.count()) > 0) {
    await own.click();
    await expect(page.getByRole('region', { name: 'When it meets' }).getByRole('listitem').first()).toBeVisible();
    return;
  }
  await page.getByRole('button', { name: 'Found a community' }).click();
  await page.getByLabel('Name', { exact: true }).fill(name);
  await page.getByLabel('What is it for?').fill('Get better together at what the whole product needs from us.');
  await page.getByLabel('Scrum Masters', { exact: true }).check();
  await page.getByRole('button', { name: 'Add a link' }).click();
  await page.getByLabel('Link 1').fill('Chat channel');
  await page.getByLabel('Address').fill('https://chat.example/scrum-masters');
  await page.getByRole('button', { name: 'Found it' }).click();
  await page.getByRole('button', { name: 'Say when it meets' }).click();
  await page.getByRole('dialog').getByLabel('Time zone').fill('Europe/Berlin');
  await page.getByRole('button', { name: 'Save' }).click();
  const dates = page.getByRole('region', { name: 'When it meets' }).getByRole('listitem');
  await dates.nth(1).getByRole('button', { name: /^Move/ }).click();
  await page.getByRole('dialog').getByLabel('At', { exact: true }).fill('16:30');
  await page.getByRole('dialog').getByLabel('Why?').fill('The hall is taken until four');
  await page.getByRole('button', { name: 'Move it' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await dates.nth(2).getByRole('button', { name: /^Cancel/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the gathering' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await dates.first().getByRole('link').click();
  for (const topic of ['How we hand over facilitation', 'Escalations that came back unanswered']) {
    await page.getByLabel('Another topic').fill(topic);
    await page.keyboard.press('Enter');
    await expect(page.getByText(topic)).toBeVisible();
  }
  await page.getByLabel('What is to be done?').fill('Write the checklist down');
  await page.getByRole('button', { name: 'Agree' }).click();
  await expect(page.getByRole('checkbox', { name: 'Write the checklist down' })).toBeVisible();
  await page.getByRole('link', { name, exact: true }).click();
};
const facilitators = (page: Page) => ledCommunity(page, 'Facilitators of Meridian');
const partOf = (part: string) => async (page: Page) => {
  await ledCommunity(page);
  await page.getByRole('navigation', { name: 'Parts of the community' }).getByRole('link', { name: part }).click();
  await expect(page.getByRole('main').locator('.rows > li').first()).toBeVisible();
};
/** Ideas of that community; one is proposed where there is none. */
const ideas = async (page: Page) => {
  await ledCommunity(page);
  await page.getByRole('navigation', { name: 'Parts of the community' }).getByRole('link', { name: 'Ideas' }).click();
  const proposed = page.getByRole('region', { name: 'Proposed' });
  await expect(proposed.getByRole('listitem').or(proposed.getByText('No idea waits')).first()).toBeVisible();
  if ((await proposed.getByRole('listitem').count()) > 0) return;
  await page.getByRole('button', { name: 'Propose an idea' }).click();
  await page.getByRole('dialog').getByLabel('Title').fill('A silent first ten minutes in reviews');
  await page.getByRole('dialog').getByLabel('What would it help with?').fill('The loudest no longer decide what is talked about.');
  await page.getByRole('dialog').getByRole('button', { name: 'Propose' }).click();
  await expect(proposed.getByRole('listitem')).toHaveCount(1);
};
/** The first screen of whoever leads that community. */
const home = async (page: Page) => {
  await ledCommunity(page);
  await page.goto(`/?as=lead&community=${page.url().split('/').at(-1)}`);
  await expect(page.getByRole('region', { name: 'Ideas by support' }).getByRole('listitem').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'Agenda' })).toBeVisible();
};
const longText = readFileSync(new URL('handing-over.md', import.meta.url), 'utf8');

/** A published page in the playbook of that community, and one that waits for a look; they are written where there are none. */
const playbook = async (page: Page) => {
  await ledCommunity(page);
  await page.getByRole('navigation', { name: 'Parts of the community' }).getByRole('link', { name: 'Playbook' }).click();
  const pages = page.getByRole('region', { name: 'Pages' });
  await expect(pages.getByRole('listitem').or(pages.getByText('Nothing is written down yet')).first()).toBeVisible();
  const here = page.url();
  for (const [title, summary, text, onwards] of [
    ['Passing the facilitation on', 'Why the Scrum Master should not run every meeting', longText, 'Publish'],
    ['Agenda of a retrospective', 'Ninety minutes, and what to prepare', 'See [facilitation](/pages/none).', 'Submit for review'],
  ] as const) {
    if ((await pages.getByRole('link', { name: title }).count()) > 0) continue;
    await page.getByRole('link', { name: 'Write a page' }).first().click();
    await page.getByLabel('Title').fill(title);
    await page.getByLabel('In one line').fill(summary);
    await page.getByLabel('Text', { exact: true }).fill(text);
    await page.getByRole('button', { name: 'Save as a draft' }).click();
    await page.getByRole('button', { name: onwards }).click();
    if (onwards === 'Publish') await page.getByRole('dialog').getByRole('button', { name: onwards }).click();
    await expect(page.getByRole('button', { name: onwards, exact: true })).toHaveCount(0);
    await page.goto(here);
    await expect(pages.getByRole('link', { name: title })).toBeVisible();
  }
};
const pageOf = (part: '' | 'Edit' | 'History') => async (page: Page) => {
  await playbook(page);
  await page.getByRole('region', { name: 'Pages' }).getByRole('link', { name: 'Passing the facilitation on' }).click();
  await expect(page.getByRole('article')).toContainText('Before the first time');
  if (part) await page.getByRole('link', { name: part }).click();
  if (part === 'Edit') await expect(page.getByLabel('Text', { exact: true })).toHaveValue(/Before the first time/);
};
/** A template of an agenda in that playbook, which is published where it waits for a look. */
const usedTemplate = async (page: Page) => {
  await playbook(page);
  const template = page.getByRole('region', { name: 'Pages' }).getByRole('link', { name: 'Weekly sync' });
  if ((await template.count()) === 0) {
    await page.getByRole('link', { name: 'Write a page' }).first().click();
    await page.getByLabel('Title').fill('Weekly sync');
    await page.getByLabel('Text', { exact: true }).fill('## Carried over\n\n- {{step}}\n\n## What changed\n\n- {{what}}');
    await page.getByRole('button', { name: 'Save as a draft' }).click();
    await page.getByRole('button', { name: 'What it is for' }).click();
    await page.getByLabel('What is made of it').selectOption('Agenda');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
    await page.getByRole('button', { name: 'Publish' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  } else {
    await template.click();
  }
  await expect(page.getByRole('button', { name: 'Use this template' })).toBeVisible();
};
/** Whoever does not write a page proposes a change of it. */
const proposing = async (page: Page) => {
  await page.goto(`/communities?q=${encodeURIComponent('Scrum Masters of Meridian')}`);
  await page.getByRole('main').getByRole('link', { name: 'Scrum Masters of Meridian' }).click();
  await page.getByRole('navigation', { name: 'Parts of the community' }).getByRole('link', { name: 'Playbook' }).click();
  await page.getByRole('main').getByRole('link', { name: 'Passing the facilitation on' }).click();
  await page.getByRole('link', { name: 'Propose a change' }).click();
  await expect(page.getByLabel('Text', { exact: true })).toHaveValue(/Before the first time/);
};
/** A reader's proposal for that page, here made by the API; two, of which the older meets what the newer one has changed. */
const proposed = (why: string) => async (page: Page) => {
  await pageOf('')(page);
  const id = page.url().split('/').at(-1) ?? '';
  await page.evaluate(
    async ([id, run]) => {
      const token = /(?:^|; )(?:__Host-)?XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? '';
      const post = async (path: string, body: object | undefined, key: string) =>
        (
          await fetch(`/api/cop${path}`, {
            method: 'POST',
            headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': decodeURIComponent(token), 'Idempotency-Key': key },
            ...(body ? { body: JSON.stringify(body) } : {}),
          })
        ).json();
      const one = await (await fetch(`/api/cop/pages/${id}`)).json();
      const known = await (await fetch(`/api/cop/pages/${id}/changes?limit=100`)).json();
      if (known.items.filter((change: { status: string }) => change.status === 'OPEN').length >= 2) return;
      const propose = (how: string, note: string) =>
        post(
          `/pages/${id}/changes`,
          {
            base: one.revision,
            title: one.title,
            summary: one.summary,
            text: one.text.replace(/How it is seen that it has ended.*/, `How it is seen that it has ended: ${how}`),
            note,
          },
          `${note} ${run}`,
        );
      await propose(`somebody says so ${run}`, 'Say who notices');
      const { change } = await propose(`everybody notices ${run}`, 'Say it shorter');
      await post(`/changes/${change.id}/take`, undefined, `take ${run}`);
      const after = await (await fetch(`/api/cop/pages/${id}`)).json();
      await post(
        `/pages/${id}/changes`,
        { base: after.revision, title: after.title, text: `${after.text}\n\nAsk again after a month.`, note: 'Look back' },
        `back ${run}`,
      );
    },
    [id, `${Date.now()}`] as const,
  );
  await page.goto(`/pages/${id}/changes`);
  if (why) await page.getByRole('link', { name: why }).first().click();
};
const alike = {
  words: 'Whoever was asked last begins; nobody does it twice in a row.',
  teams: ['Accounts', 'Fares', 'Planner'].map((name) => ({ id: name, name })),
};
/** All that may wait in pages of one's own: what takes days or three teams is told in the place of the service. */
const yourPages = async (page: Page) => {
  await proposed('')(page);
  const id = page.url().split('/').at(-2) ?? '';
  const one = await (await page.request.get(`/api/cop/pages/${id}`)).json();
  await page.route(/\/api\/cop\/(pages\?|improvements)/, (route) => {
    const url = route.request().url();
    const items = url.includes('overdue')
      ? [{ ...one, reviewBy: inDays(-9), overdue: true }]
      : url.includes('sentBack')
        ? [{ ...one, status: 'DRAFT', remark: 'An example, please: who did it the last time, and how did it go?' }]
        : [{ page: { id, name: one.title }, ...alike, can: ['EditPage'] }];
    return route.fulfill({ json: { items } });
  });
  await page.goto('/your-pages');
  await expect(page.getByRole('link', { name: /^Write it in/ })).toBeVisible();
  await page.unrouteAll();
};
/** Three teams, told in the place of the service, do otherwise than the page that is being written on says. */
const writingIn = async (page: Page) => {
  await page.route(/\/pages\/[^/]+\/adoption$/, async (route) => {
    const answer = await (await route.fetch()).json();
    await route.fulfill({ json: { ...answer, improvements: [{ ...alike, open: true }] } });
  });
  await pageOf('Edit')(page);
  await expect(page.getByRole('button', { name: 'Put it at the end of the text' })).toBeVisible();
  await page.unrouteAll();
};
/** Somebody else, here by the API, saves the line that is being written on. */
const textsMeet = async (page: Page) => {
  leavesTyped(page);
  const field = page.getByLabel('Text', { exact: true });
  const text = await field.inputValue();
  const mine = `${Date.now()} mine`;
  await field.fill(text.replace(/How it is seen that it has ended.*/, `How it is seen that it has ended: ${mine}`));
  await page.evaluate(
    async ([id, theirs]) => {
      const token = /(?:^|; )(?:__Host-)?XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? '';
      const one = await (await fetch(`/api/cop/pages/${id}`)).json();
      const text = one.text.replace(/How it is seen that it has ended.*/, `How it is seen that it has ended: ${theirs}`);
      await fetch(`/api/cop/pages/${id}/text`, {
        method: 'PUT',
        headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': decodeURIComponent(token), 'Idempotency-Key': theirs },
        body: JSON.stringify({ base: one.revision, title: one.title, summary: one.summary, text }),
      });
    },
    [page.url().split('/').at(-2) ?? '', `${Date.now()} theirs`] as const,
  );
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('region', { name: 'Place 1 of 1' })).toBeVisible();
};
/** A picture that was just chosen, before it is described. */
const givenImage = async (page: Page) => {
  const bytes = await page.screenshot({ clip: { x: 0, y: 0, width: 320, height: 200 } });
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Image or file' }).click();
  await (await chooser).setFiles({ name: 'board.png', mimeType: 'image/png', buffer: bytes });
  await expect(page.getByRole('dialog').locator('img')).toBeVisible();
};
/** What would come of the playbook's own export. */
const givenFolder = async (page: Page) => {
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Export as a folder' }).click();
  const folder = await (await download).path();
  await page.getByRole('button', { name: 'Bring in a folder' }).click();
  await page.getByRole('dialog').getByLabel('Drop a zip file').setInputFiles(folder);
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('as they are');
};
/** What is found for a word of that playbook. */
const results = async (page: Page) => {
  await playbook(page);
  await page.goto('/search?q=facilitation');
  await expect(page.getByRole('region', { name: 'Playbook pages' }).locator('mark').first()).toBeVisible();
};
/** Goes on although something is typed; another place may have said so on the same page already. */
const leavesTyped = (page: Page) => page.on('dialog', (asked) => void asked.accept().catch(() => undefined));
const dialog = (page: Page) => expect(page.getByRole('dialog')).toBeVisible();

/** The trees of that community; one comes from the shelf, another is drafted with a gap where it is not there. */
const trees = async (page: Page) => {
  await ledCommunity(page);
  const parts = page.getByRole('navigation', { name: 'Parts of the community' });
  await parts.getByRole('link', { name: 'Decision trees' }).click();
  const all = page.getByRole('region', { name: 'Decision trees' });
  await expect(all.getByRole('listitem').or(all.getByText('No decision tree yet')).first()).toBeVisible();
  const here = page.url();
  if ((await all.getByRole('link', { name: 'Should this impediment be escalated?' }).count()) === 0) {
    await parts.getByRole('link', { name: 'Playbook' }).click();
    await page.getByRole('button', { name: 'From the shelf' }).click();
    await page.getByRole('button', { name: 'Take it Scrum Masters' }).click();
    await expect(page.getByText(/1 decision tree (is|are) here now/)).toBeVisible();
    await page.goto(here);
  }
  if ((await all.getByRole('link', { name: 'Who is asked first?' }).count()) === 0) {
    await page.getByRole('button', { name: 'Draft a tree' }).first().click();
    await page.getByLabel('Which question does it answer?').fill('Who is asked first?');
    await page.getByRole('button', { name: 'Draft it' }).click();
    await page.getByRole('button', { name: 'Write the first question' }).click();
    await page.getByLabel('What is asked?').fill('Is somebody of the team in the building?');
    await page.getByLabel('Answer 1 leads to').selectOption('A new end…');
    await page.getByLabel('What is to be done?').fill('Ask them');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(page.getByRole('region', { name: 'Missing before it can be published' })).toBeVisible();
    await page.goto(here);
  }
  await expect(all.getByRole('link', { name: 'Who is asked first?' })).toBeVisible();
};
const treeOf = (title: string, then?: (page: Page) => Promise<void>) => async (page: Page) => {
  await trees(page);
  await page.getByRole('link', { name: title }).click();
  await expect(page.getByRole('img', { name: /questions and ends/ })).toBeVisible();
  await then?.(page);
};
const runOf = (...answers: string[]) =>
  treeOf('Should this impediment be escalated?', async (page) => {
    await page.getByRole('button', { name: 'Run it' }).click();
    for (const answer of answers) await page.getByRole('button', { name: answer, exact: true }).click();
    await expect(page.locator('.so-far')).toHaveCount(answers.length > 0 ? 1 : 0);
  });

const pressed = (button: string | RegExp) => async (page: Page) => {
  await page.getByRole('main').getByRole('button', { name: button }).first().click();
  await dialog(page);
};

const places: Record<string, Place[]> = {
  cpo: [
    { name: 'home', at: '/', tour: 'chief-home', tourInDark: 'dark' },
    { name: 'roadmap', at: '/roadmap' },
    {
      name: 'outcome',
      at: async (page) => {
        await page.goto('/');
        await page.getByRole('link', { name: 'The arrival time is right to the minute' }).click();
      },
      tour: 'outcome-why',
    },
    {
      name: 'why',
      at: '/',
      then: async (page) => {
        await page
          .getByRole('button', { name: /, why\?/ })
          .first()
          .click();
        await dialog(page);
      },
    },
    {
      name: 'new outcome',
      at: '/roadmap',
      then: async (page) => {
        await page.getByRole('button', { name: 'New outcome' }).click();
        await dialog(page);
      },
    },
    { name: 'features', at: '/features' },
    { name: 'feature', at: first('/features', '/features/') },
    { name: 'decisions', at: '/decisions' },
    { name: 'decision', at: first('/decisions', '/decisions/') },
    { name: 'activity', at: '/activity' },
    { name: 'what one follows', at: followed, tour: 'followed' },
    { name: 'event', at: first('/activity?topic=roadmap.assessments', '/activity/'), tour: 'activity-why' },
    { name: 'organization', at: '/organization' },
    { name: 'findings', at: '/organization?view=findings' },
    { name: 'team', at: first('/organization', '/units/') },
    { name: 'who sees what', at: '/who-sees-what' },
    { name: 'no such page', at: '/nowhere' },
    { name: 'no such thing', at: '/outcomes/none' },
  ],
  apo: [
    { name: 'home', at: '/' },
    { name: 'import', at: '/import' },
    {
      name: 'report of a dry run',
      at: '/import',
      then: async (page) => {
        await page.getByLabel(/Drop the files here/).setInputFiles(invented);
        await expect(page.getByRole('heading', { name: 'What would happen' })).toBeVisible();
        await expect(page.getByRole('button', { name: 'Apply' })).toBeEnabled();
      },
      tour: 'import',
    },
    { name: 'dependencies', at: '/dependencies' },
    { name: 'dependency board', at: '/dependencies?view=board', tour: 'dependency-board' },
    { name: 'who waits for whom', at: '/dependencies?view=graph', tour: 'who-waits' },
    { name: 'dependency', at: first('/dependencies', '/dependencies/') },
  ],
  sm: [
    { name: 'home', at: '/', tour: 'scrum-master-home' },
    { name: 'notifications', at: '/notifications' },
    { name: 'subscriptions', at: madeSubscriptions, tour: 'subscriptions' },
    { name: 'new subscription', at: '/subscriptions?new=ATOM', then: dialog },
    { name: 'channels', at: '/channels' },
    { name: 'new channel', at: '/channels?new=yes', then: dialog },
    { name: 'channel', at: connectedChannel, then: chooseWhatIsTold, tour: 'chat-channel' },
    { name: 'webhooks', at: '/webhooks' },
    { name: 'new webhook', at: '/webhooks?new=yes', then: dialog },
    { name: 'webhook', at: madeWebhook, tour: 'webhook' },
    {
      name: 'changing a webhook',
      at: madeWebhook,
      then: async (page) => {
        await page.getByRole('button', { name: 'Change' }).click();
        await dialog(page);
      },
    },
    {
      name: 'a community that asks',
      at: async (page) => {
        await page.goto('/communities?q=Scrum+Master+chapter');
        await page.getByRole('main').getByRole('link', { name: 'Scrum Master chapter' }).click();
        await expect(page.getByRole('region', { name: 'Questions it asks' }).getByRole('listitem').first()).toBeVisible();
      },
    },
    {
      name: 'adding a question',
      at: facilitators,
      then: pressed('Add a question'),
    },
    {
      name: 'naming a facilitator',
      at: async (page) => {
        await facilitators(page);
        await page.getByRole('region', { name: 'When it meets' }).getByRole('listitem').first().getByRole('link').click();
      },
      then: pressed(/^(Name somebody|Change)$/),
    },
    { name: 'impediments', at: '/impediments' },
    { name: 'impediment', at: first('/impediments', '/impediments/') },
    {
      name: 'impediment with a run',
      at: async (page) => {
        await page.goto('/impediments?q=test+phones');
        await page.getByRole('link', { name: /test phones are locked/ }).first().click();
        await page.getByText('Bring it to the Scrum of Scrums for a proposal').click();
      },
    },
    {
      name: 'choosing a tree',
      at: first('/impediments', '/impediments/'),
      then: pressed('Run a decision tree'),
    },
    {
      name: 'escalation',
      at: first('/', '/impediments/'),
      then: async (page) => {
        await page.getByRole('button', { name: 'Escalate' }).click();
        await dialog(page);
      },
    },
    {
      name: 'raising',
      at: '/',
      then: async (page) => {
        await page.keyboard.press('i');
        await dialog(page);
      },
    },
    {
      name: 'palette',
      at: '/',
      then: async (page) => {
        await page.keyboard.press('Control+k');
        await dialog(page);
      },
    },
  ],
  sosm: [{ name: 'home', at: '/', tour: 'board' }],
  eat: [{ name: 'home', at: '/', tourOnPhone: 'executive-phone' }],
  dev: [{ name: 'home', at: '/' }],
  po: [{ name: 'home', at: '/' }],
  lead: [
    { name: 'community', at: ledCommunity, tour: 'community' },
    { name: 'communities', at: '/communities' },
    { name: 'archived communities', at: '/communities?show=archived' },
    { name: 'new community', at: '/communities?new=yes', then: dialog },
    { name: 'editing a community', at: ledCommunity, then: pressed('Edit') },
    { name: 'rhythm', at: ledCommunity, then: pressed('Change') },
    {
      name: 'rhythm as a rule',
      at: ledCommunity,
      then: async (page) => {
        await pressed('Change')(page);
        await page.getByRole('button', { name: 'Write it as a rule instead' }).click();
        await page.getByLabel('Rule').fill('FREQ=MONTHLY;BYDAY=2TU,4TU');
      },
    },
    { name: 'moving a date', at: ledCommunity, then: pressed(/^Move/) },
    { name: 'adding a co-lead', at: ledCommunity, then: pressed('Add a co-lead') },
    { name: 'gatherings', at: partOf('Gatherings') },
    { name: 'members', at: partOf('Members') },
    {
      name: 'gathering',
      at: async (page) => {
        await ledCommunity(page);
        await page.getByRole('region', { name: 'When it meets' }).getByRole('listitem').first().getByRole('link').click();
        await expect(page.getByRole('heading', { level: 1, name: /^Gathering on/ })).toBeVisible();
      },
      tour: 'gathering',
    },
    { name: 'no such community', at: '/communities/none' },
    { name: 'ideas', at: ideas, tour: 'ideas' },
    { name: 'home', at: home, tour: 'lead-home' },
    { name: 'new idea', at: ideas, then: pressed('Propose an idea') },
    { name: 'starting a trial', at: ideas, then: pressed(/^Start a trial/) },
    { name: 'declining an idea', at: ideas, then: pressed(/^Decline/) },
    {
      name: 'idea',
      at: async (page) => {
        await ideas(page);
        await page.getByRole('region', { name: 'Proposed' }).getByRole('link').first().click();
        await expect(page.getByRole('region', { name: 'History' }).getByRole('listitem').first()).toBeVisible();
      },
    },
    { name: 'waiving a finding', at: home, then: pressed(/^Waive/) },
    {
      name: 'playbook',
      at: playbook,
      then: async (page) => {
        await page.getByRole('button', { name: /^Read it here/ }).first().click();
        await expect(page.locator('.queue-text .text')).toBeVisible();
      },
      tour: 'playbook',
    },
    { name: 'the shelf', at: playbook, then: pressed('From the shelf') },
    { name: 'bringing in a folder', at: playbook, then: givenFolder },
    {
      name: 'teams and pages',
      at: async (page) => {
        await playbook(page);
        await page.getByRole('navigation', { name: 'Parts of the community' }).getByRole('link', { name: 'Teams' }).click();
        await expect(page.getByRole('row', { name: 'Passing the facilitation on' })).toBeVisible();
      },
      tour: 'adoption',
    },
    { name: 'archived pages', at: async (page) => {
        await playbook(page);
        await page.getByLabel('Status').selectOption('Archived');
      } },
    { name: 'page', at: pageOf(''), tour: 'page' },
    { name: 'confirming a page', at: pageOf(''), then: pressed('Until another day') },
    { name: 'editing a page', at: pageOf('Edit'), tour: 'page-editor' },
    { name: 'adding an image', at: pageOf('Edit'), then: givenImage },
    {
      name: 'preview on a phone',
      at: pageOf('Edit'),
      then: async (page) => {
        const preview = page.getByRole('button', { name: 'Preview' });
        if (await preview.isVisible()) await preview.click();
        await expect(page.getByRole('region', { name: 'Preview' })).toBeVisible();
      },
    },
    { name: 'history', at: pageOf('History') },
    {
      name: 'revision',
      at: pageOf('History'),
      then: async (page) => {
        await page.getByRole('link', { name: 'Show revision 1', exact: true }).click();
        await expect(page.getByRole('region', { name: 'Revision 1' }).locator('.text')).toBeVisible();
      },
    },
    { name: 'who writes a page', at: pageOf(''), then: pressed('Who writes it') },
    { name: 'what a page is for', at: pageOf(''), then: pressed('What it is for') },
    { name: 'proposed changes', at: proposed('') },
    { name: 'your pages', at: yourPages },
    { name: 'writing in what teams do', at: writingIn },
    // What is typed there stays in the tab, so nobody edits that page in it after this.
    { name: 'texts that meet', at: pageOf('Edit'), then: textsMeet },
    {
      name: 'a change that is proposed',
      at: proposed('Look back'),
      then: async (page) => expect(page.getByRole('button', { name: 'Decline' })).toBeVisible(),
    },
    {
      name: 'a change that meets another',
      at: proposed('Say who notices'),
      then: async (page) => {
        leavesTyped(page);
        const place = page.getByRole('region', { name: 'Place 1 of 1' });
        const take = page.getByRole('button', { name: 'Take over' });
        await expect(place.or(take)).toBeVisible();
        if (await take.isVisible()) await take.click();
        await expect(place).toBeVisible();
      },
    },
    {
      name: 'using a template',
      at: usedTemplate,
      then: async (page) => {
        await page.getByRole('button', { name: 'Use this template' }).click();
        await expect(page.getByRole('dialog').getByLabel('Topics, one in a line')).toBeVisible();
      },
    },
    { name: 'new page', at: '/pages/new' },
    { name: 'no such page', at: '/pages/none' },
    { name: 'search', at: '/search' },
    { name: 'results', at: results },
    { name: 'nothing found', at: '/search?q=neither+here' },
    { name: 'trees', at: trees },
    { name: 'new tree', at: trees, then: pressed('Draft a tree') },
    { name: 'tree', at: treeOf('Should this impediment be escalated?'), tour: 'tree' },
    { name: 'archiving a tree', at: treeOf('Should this impediment be escalated?'), then: pressed('Archive') },
    { name: 'tree with gaps', at: treeOf('Who is asked first?') },
    {
      name: 'publishing a tree with gaps',
      at: treeOf('Who is asked first?'),
      then: async (page) => {
        await page.getByRole('button', { name: 'Publish' }).click();
        await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
        await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible();
      },
    },
    {
      name: 'editing a tree',
      at: treeOf('Who is asked first?'),
      then: async (page) => {
        await page.getByRole('link', { name: 'Edit' }).click();
        await expect(page.getByLabel('What is asked?')).toHaveValue('Is somebody of the team in the building?');
      },
    },
    { name: 'first question', at: runOf() },
    { name: 'third question', at: runOf('Work stands still, or is done a slower way round', 'Another team') },
    { name: 'end of a run', at: runOf('Nothing any more') },
    { name: 'attaching a run', at: runOf('Nothing any more'), then: pressed('Attach it to …') },
    { name: 'no such tree', at: '/trees/none' },
    { name: 'no such run', at: '/runs/none' },
  ],
  stakeholder: [
    { name: 'home', at: '/' },
    { name: 'proposing a change', at: proposing },
  ],
  admin: [
    { name: 'home', at: '/' },
    { name: 'people', at: '/people' },
    { name: 'connections', at: '/connections', tour: 'connections' },
    {
      name: 'import of communities',
      at: '/import',
      then: async (page) => {
        await page.locator('#files').setInputFiles(communities);
        await expect(page.getByRole('region', { name: 'When they meet, as understood' })).toBeVisible();
        await expect(page.locator('.skeleton')).toHaveCount(0);
      },
    },
  ],
};

const pictures = process.env.GUILDHALL_TOUR ?? '../target/tour';

for (const [persona, own] of Object.entries(places)) {
  test(`${persona} finds every page readable, in light, in dark and on a phone`, async ({ browser }) => {
    test.setTimeout(60_000 + own.length * 30_000);
    const found: string[] = [];
    await inScheme('light', browser, persona, own, found);
    await inScheme('dark', browser, persona, own, found);
    await onPhone(browser, persona, own, found);
    expect(found).toEqual([]);
  });
}

async function inScheme(
  colorScheme: 'light' | 'dark',
  browser: Browser,
  persona: string,
  own: Place[],
  found: string[],
) {
  const page = await signIn(browser, persona, { colorScheme, viewport: { width: 1280, height: 860 } });
  for (const place of own) {
    await open(page, place);
    await check(page, `${persona} ${place.name}, ${colorScheme}`, found);
    const picture = colorScheme === 'light' ? place.tour : place.tourInDark;
    if (picture) await page.screenshot({ path: `${pictures}/${picture}.png` });
  }
  await page.context().close();
}

async function onPhone(browser: Browser, persona: string, own: Place[], found: string[]) {
  const page = await signIn(browser, persona, phone);
  for (const place of own) {
    await open(page, place);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (wide > 0) found.push(`${persona} ${place.name}, phone: ${wide} px too wide`);
    if (place.tourOnPhone) await page.screenshot({ path: `${pictures}/${place.tourOnPhone}.png` });
  }
  await page.context().close();
}

async function open(page: Page, place: Place) {
  if (typeof place.at === 'string') await page.goto(place.at);
  else await place.at(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.locator('.skeleton')).toHaveCount(0);
  await place.then?.(page);
}

async function check(page: Page, where: string, found: string[]) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  for (const violation of violations) {
    found.push(`${where}: ${violation.id} at ${violation.nodes.map((node) => node.target.join(' ')).slice(0, 3)}`);
  }
}
