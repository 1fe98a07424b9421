import { readFileSync } from 'node:fs';
import { type Browser, expect, type Page, test } from '@playwright/test';
import ICAL from 'ical.js';
import { signIn, title } from './people.js';

/*
 * What a community is for, each time from the beginning to what comes of it: a date that calendars follow, a page that teams
 * use, a cause that is gone, and an old impediment on its way to those who can remove it.
 */
const run = Date.now().toString(36);
const text = readFileSync(new URL('handing-over.md', import.meta.url), 'utf8');

/** The address of a community that was just founded. */
async function founded(lead: Page, name: string): Promise<string> {
  await lead.goto('/communities?new=yes');
  await lead.getByRole('dialog').getByLabel('Name').fill(name);
  await lead.getByRole('button', { name: 'Found it' }).click();
  await expect(title(lead, name)).toBeVisible();
  return new URL(lead.url()).pathname;
}

async function joins(page: Page, community: string) {
  await page.goto(community);
  await page.getByRole('button', { name: 'Join' }).click();
  await expect(page.getByText('You belong to it', { exact: true })).toBeVisible();
}

async function everybody(browser: Browser, personas: string[], story: (...pages: Page[]) => Promise<void>) {
  const pages: Page[] = [];
  for (const persona of personas) pages.push(await signIn(browser, persona));
  await story(...pages);
  for (const page of pages) await page.context().close();
}

test('a calendar follows a date that is moved and one that is cancelled', async ({ browser, playwright }) => {
  await everybody(browser, ['lead'], async (lead) => {
    const name = `Every second week ${run}`;
    const community = await founded(lead, name);
    await lead.getByRole('button', { name: 'Say when it meets' }).click();
    const dialog = lead.getByRole('dialog');
    await dialog.getByLabel('Time zone').fill('Europe/Berlin');
    await dialog.getByLabel('At', { exact: true }).fill('15:00');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    await expect(lead.getByText(/^Every 2 weeks on .*, 15:00–16:00 Europe\/Berlin/)).toBeVisible();
    await lead.getByRole('link', { name: 'Subscribe in a calendar' }).click();
    await dialog.getByRole('button', { name: 'Make' }).click();
    const address = await dialog.getByLabel('Address').inputValue();

    // Another program, which knows the address and nothing else.
    const client = await playwright.request.newContext({ userAgent: 'Thunderbird/140.0' });
    const gatherings = async () => {
      const answer = await client.get(address);
      expect(answer.headers()['content-type']).toContain('text/calendar');
      const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
      const events = calendar.getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));
      return new Map(
        events
          .filter((event) => event.summary.includes(name))
          .map((event) => [
            event.uid,
            {
              start: event.startDate.toJSDate().getTime(),
              cancelled: event.component.getFirstPropertyValue('status') === 'CANCELLED',
            },
          ]),
      );
    };
    let before = await gatherings();
    await expect(async () => {
      before = await gatherings();
      expect(before.size).toBeGreaterThan(20);
    }).toPass();
    const starts = [...before.values()].map(({ start }) => start).sort((one, other) => one - other);
    const twoWeeks = starts.slice(1).map((start, index) => Math.round((start - (starts[index] ?? 0)) / 86_400_000));
    expect(new Set(twoWeeks)).toEqual(new Set([14]));

    await lead.goto(community);
    const dates = lead.getByRole('region', { name: 'When it meets' }).getByRole('listitem');
    await dates.nth(1).getByRole('button', { name: /^Move/ }).click();
    await dialog.getByLabel('At', { exact: true }).fill('10:30');
    await dialog.getByRole('button', { name: 'Move it' }).click();
    await expect(dialog).toBeHidden();
    await dates.nth(2).getByRole('button', { name: /^Cancel/ }).click();
    await dialog.getByRole('button', { name: 'Cancel the gathering' }).click();
    await expect(dialog).toBeHidden();

    await expect(async () => {
      const after = await gatherings();
      expect([...after.keys()].sort(), 'each stays the same event').toEqual([...before.keys()].sort());
      const moved = [...after].filter(([uid, { start }]) => start !== before.get(uid)?.start);
      expect(moved.map(([uid, { start }]) => start - (before.get(uid)?.start ?? 0))).toEqual([-4.5 * 3_600_000]);
      const cancelled = [...after].filter(([, event]) => event.cancelled);
      expect(cancelled).toHaveLength(1);
      expect(cancelled[0]?.[0]).not.toBe(moved[0]?.[0]);
    }).toPass();
    await client.dispose();
  });
});

/** Somebody who works in two more teams; on a product that is used again they do already. */
async function worksInTwoMoreTeams(admin: Page, person: string) {
  for (const team of ['Fares', 'Maps']) {
    await admin.goto('/organization');
    await admin.getByRole('main').getByRole('link', { name: team, exact: true }).first().click();
    await expect(title(admin, team)).toBeVisible();
    await expect(admin.locator('.skeleton')).toHaveCount(0);
    if ((await admin.getByRole('button', { name: `End the role of ${person}` }).count()) > 0) continue;
    await admin.getByRole('button', { name: 'Assign', exact: true }).click();
    const dialog = admin.getByRole('dialog');
    await dialog.getByLabel('Role').selectOption('Developer');
    await dialog.getByLabel('Person').selectOption(person);
    await dialog.getByRole('button', { name: 'Assign' }).click();
    await expect(dialog).toBeHidden();
  }
}

test('two write a page, teams use it, and whoever looks for a word of it finds it', async ({ browser }) => {
  test.setTimeout(240_000);
  await everybody(browser, ['lead', 'sm', 'dev', 'stakeholder', 'admin'], async (lead, master, dev, other, admin) => {
    const community = await founded(lead, `Writing ${run}`);
    await joins(master, community);
    const name = `Handing over well ${run}`;
    const word = `quorum${run}`;
    await master.goto(`${community}/pages/new`);
    await master.getByLabel('Title').fill(name);
    await master.getByLabel('Text', { exact: true }).fill(`${text}\n\n## In the end\n\nNobody is missed: ${word}.\n`);
    await master.getByRole('button', { name: 'Save as a draft' }).click();
    await expect(title(master, name)).toBeVisible();
    const page = new URL(master.url()).pathname;

    for (const [writer, from, to] of [
      [lead, 'that is on purpose', 'that is how it should be'],
      [master, 'in one sentence', 'in one short sentence'],
    ] as const) {
      await writer.goto(`${page}/edit`);
      const field = writer.getByLabel('Text', { exact: true });
      await expect(field).toHaveValue(new RegExp(from));
      await field.fill((await field.inputValue()).replace(from, to));
    }
    await master.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(title(master, name)).toBeVisible();
    await lead.getByRole('button', { name: 'Save', exact: true }).click();
    await expect(lead.getByText(/has written meanwhile; both changes are in the page/)).toBeVisible();
    await expect(master.getByRole('article')).toContainText('that is how it should be');
    await expect(master.getByRole('article')).toContainText('in one short sentence');

    await master.getByRole('button', { name: 'Submit for review' }).click();
    await expect(master.getByText('In review', { exact: true })).toBeVisible();
    await lead.goto(`${community}/pages`);
    const queue = lead.getByRole('region', { name: 'Waiting for a look' });
    await queue.getByRole('button', { name: `Read it here ${name}` }).click();
    await queue.getByRole('button', { name: 'Publish' }).click();
    await lead.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
    await expect(queue).toBeHidden();

    const me = (await (await other.request.get('/api/team/me')).json()) as { person: { name: string } };
    await worksInTwoMoreTeams(admin, me.person.name);
    for (const [who, team] of [
      [dev, 'Tickets'],
      [other, 'Fares'],
      [other, 'Maps'],
    ] as const) {
      await who.goto(page);
      const used = who.getByRole('region', { name: 'Which teams use it' });
      await used.getByRole('button', { name: `Adopt for ${team}` }).click();
      await expect(used.getByRole('listitem').filter({ hasText: team })).toContainText('Adopted');
    }
    await lead.goto(page);
    await lead.getByRole('button', { name: 'Adapt for Platform' }).click();
    await lead.getByRole('dialog').getByLabel('With what?').fill('Every second sprint');
    await lead.getByRole('dialog').getByRole('button', { name: 'Adapt' }).click();
    await expect(lead.getByRole('dialog')).toBeHidden();
    await lead.goto(`${community}/adoption`);
    const row = lead.getByRole('row', { name });
    await expect(row).toContainText('4 teams');
    await expect(row.getByText('Adopted')).toHaveCount(3);
    await expect(row.getByText('Adapted')).toHaveCount(1);
    await expect(row).toContainText('Every second sprint');

    await dev.goto('/');
    await expect(dev.getByRole('heading', { level: 1 })).toBeVisible();
    await dev.keyboard.press('Control+k');
    const palette = dev.getByRole('dialog', { name: 'Find or do anything' });
    await palette.getByRole('combobox').fill(word);
    await expect(palette.getByRole('option', { name }).locator('mark')).toHaveText(word);
    await dev.keyboard.press('Enter');
    await expect(title(dev, `Results for “${word}”`)).toBeVisible();
    expect(new URL(dev.url()).search).toBe(`?q=${word}`);
    const found = dev.getByRole('region', { name: 'Playbook pages' }).getByRole('listitem');
    await expect(found).toHaveCount(1);
    await expect(found.locator('mark')).toHaveText(word);
    await found.getByRole('link', { name }).click();
    await expect(title(dev, name)).toBeVisible();

    await dev.emulateMedia({ media: 'print' });
    for (const chrome of ['header.top', 'nav.side', 'nav.crumbs', '.page-actions']) {
      await expect(dev.locator(chrome).first(), chrome).toBeHidden();
    }
    const article = dev.getByRole('article');
    for (const part of [/that is how it should be/, new RegExp(word)]) await expect(article.getByText(part)).toBeVisible();
    const paper = (await dev.pdf({ format: 'A5' })).toString('latin1');
    expect(paper.match(/\/Type\s*\/Page\b/g)?.length, 'the text goes on over several sheets').toBeGreaterThan(1);
  });
});

test('what removed a cause for good turns up as a proposed page of a community', async ({ browser }) => {
  await everybody(browser, ['lead', 'sm'], async (lead, master) => {
    const name = `Causes ${run}`;
    const community = await founded(lead, name);
    await joins(master, community);
    const sentence = `The test data expires every Monday ${run}`;
    await master.goto('/');
    await expect(master.getByRole('heading', { level: 1 })).toBeVisible();
    await master.keyboard.press('i');
    await master.getByLabel('What is in the way?').fill(sentence);
    await master.keyboard.press('Enter');
    await master.getByRole('link', { name: sentence, exact: true }).click();
    await expect(title(master, sentence)).toBeVisible();
    await master.getByRole('button', { name: 'Resolve' }).click();
    const dialog = master.getByRole('dialog', { name: 'Resolve' });
    await dialog.getByLabel('What fixed it?').fill('It is made anew each night, and no longer copied.');
    await expect(dialog.getByLabel('Worth sharing with a community?'), 'what may come back is not shared').toHaveCount(0);
    await dialog.getByLabel('The cause is gone').check();
    await dialog.getByLabel('Worth sharing with a community?').selectOption(name);
    await dialog.getByRole('button', { name: 'Resolve' }).click();
    await expect(dialog).toBeHidden();

    const waiting = lead.getByRole('region', { name: 'Waiting for a look' });
    await lead.goto(`${community}/pages`);
    await waiting.getByRole('link', { name: sentence }).click();
    await expect(title(lead, sentence)).toBeVisible();
    await expect(lead.getByText('Proposed', { exact: true }).first()).toBeVisible();
    const article = lead.getByRole('article');
    await expect(article).toContainText('It is made anew each night, and no longer copied.');
    await expect(lead.getByRole('button', { name: 'Take it' })).toBeVisible();
  });
});

interface Old {
  id: string;
  title: string;
  team: { name: string };
  ageDays: number;
  can: string[];
}

/** One of the team that stands for long and can be passed on; where leadership holds all of them, it answers one first. */
async function oldImpediment(master: Page, leader: Page): Promise<Old | undefined> {
  const old = async (page: Page, use: string) => {
    const { items } = await (await page.request.get('/api/team/impediments?state=OPEN&limit=100')).json();
    return (items as Old[]).find((one) => one.team.name === 'Tickets' && one.ageDays >= 10 && one.can.includes(use));
  };
  const free = await old(master, 'EscalateImpediment');
  if (free) return free;
  const held = await old(leader, 'AnswerEscalation');
  await leader.goto(`/impediments/${held?.id}`);
  await leader.getByRole('button', { name: 'Answer', exact: true }).click();
  const dialog = leader.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Decline' }).check();
  await dialog.getByLabel('Why not?').fill('Ask again with what it costs.');
  await dialog.getByRole('button', { name: 'Decline' }).click();
  await expect(dialog).toBeHidden();
  return held;
}

test('a tree is run from an old impediment, and its record goes with the escalation', async ({ browser }) => {
  await everybody(browser, ['sm', 'eat', 'dev'], async (master, leader, reader) => {
    const { id, title: stuck } = (await oldImpediment(master, leader)) ?? { id: 'none', title: '' };
    const tree = 'Should this impediment be escalated?';
    await master.goto(`/impediments/${id}`);
    await expect(title(master, stuck)).toBeVisible();
    await master.getByRole('button', { name: 'Run a decision tree' }).click();
    await master.getByRole('dialog').getByRole('button', { name: `Run ${tree}` }).first().click();
    await expect(title(master, tree)).toBeVisible();
    const asked = master.getByRole('heading', { level: 2 }).first();
    const attach = master.getByRole('button', { name: 'Attach it to the impediment' });
    const answers: string[] = [];
    await expect(async () => {
      if (await attach.isVisible()) return;
      const question = await asked.innerText();
      await master.keyboard.press('1');
      await expect(asked).not.toHaveText(question, { timeout: 2000 });
      answers.push(question);
      expect(await attach.isVisible()).toBe(true);
    }).toPass();
    const advice = await asked.innerText();
    const record = new URL(master.url()).pathname;
    await attach.click();
    await master.getByRole('dialog').getByRole('button', { name: 'Attach' }).click();
    await master.getByRole('link', { name: 'Back to it' }).click();
    await expect(master.getByRole('region', { name: 'Decision trees' }).locator(`a[href="${record}"]`)).toBeAttached();

    await master.getByRole('button', { name: /^Escalate/ }).click();
    const dialog = master.getByRole('dialog');
    const goes = dialog.getByRole('checkbox', { name: `${tree}: ${advice}` });
    await expect(goes.first()).toBeChecked();
    await dialog.getByLabel('What do you propose to change?').fill(`One who may decide, in the same building ${run}`);
    await dialog.getByLabel('What does it cost?').fill('Two days in each sprint');
    await dialog.getByRole('button', { name: 'Escalate', exact: true }).click();
    await expect(dialog).toBeHidden();

    await reader.goto(`/impediments/${id}`);
    const escalation = reader.locator('.timeline').getByRole('listitem').filter({ hasText: run });
    await escalation.locator(`a[href="${record}"]`).click();
    await expect(title(reader, tree)).toBeVisible();
    for (const question of answers) await expect(reader.getByRole('main')).toContainText(question);
    await expect(reader.getByRole('main')).toContainText(advice);
  });
});
