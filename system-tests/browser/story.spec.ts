import { expect, type Page, test } from '@playwright/test';
import { organization } from './files.js';
import { inDays, phone, signIn, title } from './people.js';

/*
 * The story that the product exists for, told by the people in it, each in their own browser: what one team changes reaches
 * the outcome it endangers, on a page that somebody else has open.
 */
test.describe.configure({ mode: 'serial' });

const run = Date.now().toString(36);
const outcome = `Payouts within a minute ${run}`;
const feature = `Instant payouts ${run}`;
const sentence = `The test bank is down every night ${run}`;

let chief: Page;
let master: Page;
let keeper: Page;
let masterTeam: string;
let otherTeam: string;
let outcomePath: string;
let dependencyPath: string;
let impedimentPath: string;

test('whoever is linked to nobody reads nothing', async ({ browser }) => {
  const stranger = await signIn(browser, `stranger-${run}`);
  await expect(title(stranger, 'Guildhall does not know you yet')).toBeVisible();
});

test('an Area Product Owner imports an organization and its features, and a second time changes nothing', async ({
  browser,
}) => {
  const owner = await signIn(browser, 'apo');
  await give(owner);
  await expect(owner.getByRole('heading', { name: 'What would happen' })).toBeVisible();
  const first = await applied(owner);
  expect(first.rows).toBe(first.created + first.updated + first.unchanged + first.refused + first.leftOut);
  expect(first.created).toBeGreaterThan(0);

  await owner.goto('/import');
  await give(owner);
  await expect(owner.getByText(/^0 to create$/)).toBeVisible();
  const second = await applied(owner);
  expect(second).toMatchObject({ rows: first.rows, created: 0, updated: 0, refused: first.refused });
  expect(second.unchanged).toBe(first.created + first.updated + first.unchanged);
});

test('the Chief Product Owner sets an outcome and links a feature that needs the team of the Scrum Master', async ({
  browser,
}) => {
  master = await signIn(browser, 'sm');
  masterTeam = await master.getByRole('heading', { level: 1 }).innerText();
  chief = await signIn(browser, 'cpo');
  await chief.goto('/roadmap');
  await chief.getByRole('button', { name: /^Outcome, new: whole product/ }).first().click();
  await chief.getByLabel('What will be different for whom?').fill(outcome);
  await chief.getByLabel('What is measured').fill('Time to payout, p95');
  await chief.getByLabel('From').fill('600');
  await chief.getByLabel('To', { exact: true }).fill('60');
  await chief.getByRole('button', { name: 'Create' }).click();
  await expect(title(chief, outcome)).toBeVisible();
  outcomePath = new URL(chief.url()).pathname;

  await chief.goto('/features');
  await chief.getByRole('button', { name: 'New feature' }).click();
  const dialog = chief.getByRole('dialog');
  await dialog.getByLabel('Title').fill(feature);
  const teams = await dialog.getByLabel('Team').locator('option').allInnerTexts();
  otherTeam = teams.slice(1).find((team) => team !== masterTeam) ?? '';
  await dialog.getByLabel('Team').selectOption({ label: otherTeam });
  await dialog.getByLabel('Planned date').fill(inDays(20));
  await dialog.getByRole('button', { name: 'Create' }).click();
  await expect(dialog).toBeHidden();

  await chief.goto(`/features?unlinked=true&q=${run}`);
  await chief.getByLabel(`Choose ${feature}`).check();
  const choice = chief.getByLabel('Outcome to link them to');
  await choice.selectOption(await choice.locator('option', { hasText: run }).getAttribute('value'));
  await chief.getByRole('button', { name: 'Link', exact: true }).click();
  await expect(chief.getByText('1 feature linked.')).toBeVisible();

  await chief.goto(`/features?q=${run}`);
  await chief.getByRole('link', { name: feature }).click();
  await chief.getByRole('button', { name: 'Needs a team' }).click();
  await chief.getByRole('dialog').getByLabel('Team').selectOption({ label: masterTeam });
  await chief.getByRole('button', { name: 'Ask', exact: true }).click();
  await expect(chief.getByRole('row', { name: new RegExp(masterTeam) })).toContainText('Proposed');
});

test('a slip of the Scrum Master turns the open page of the Chief Product Owner at risk by itself', async () => {
  await chief.goto(outcomePath);
  await expect(chief.getByText('On track').first()).toBeVisible();
  await master.goto('/');
  await master.getByRole('link', { name: feature, exact: true }).click();
  dependencyPath = new URL(master.url()).pathname;
  await master.getByRole('button', { name: /^Commit/ }).click();
  await expect(master.getByText('Committed').first()).toBeVisible();

  await master.getByRole('button', { name: 'Slip' }).click();
  await master.getByRole('dialog').getByLabel('New date').fill(inDays(33));
  await master.getByRole('dialog').getByLabel('Why?').fill('The audit takes two weeks longer');
  await master.getByRole('button', { name: 'Move it' }).click();
  await expect(master.getByRole('dialog')).toBeHidden();

  await expect(chief.getByRole('heading', { name: 'Why is this at risk?' })).toBeVisible();
  const why = chief.locator('.why');
  await expect(why).toContainText(masterTeam);
  await why.locator(`a[href="${dependencyPath}"]`).first().click();
  await expect(title(chief, new RegExp(feature))).toBeVisible();
  await expect(chief.getByText('The audit takes two weeks longer')).toBeVisible();
});

test('the log tells from the slip to the outcome what led to what', async () => {
  await chief.goto('/activity?topic=roadmap.assessments');
  const assessed = chief.getByRole('listitem').filter({ hasText: 'to at risk' }).first();
  await assessed.getByRole('link', { name: /^Why/ }).click();
  const chain = chief.getByRole('main').getByRole('listitem').filter({ has: chief.locator('.event') });
  await expect(chain.first()).toContainText('moved the commitment to');
  await expect(chain.first()).toContainText('The audit takes two weeks longer');
  await expect(chain.last()).toHaveAttribute('aria-current', 'step');
  await expect(chain.last()).toContainText('to at risk');
});

test('one sentence becomes an escalation that leadership answers on a phone, and the outcome shows the promise', async ({
  browser,
}) => {
  await master.goto(dependencyPath);
  await expect(title(master, new RegExp(feature))).toBeVisible();
  await master.getByRole('button', { name: 'Something is in the way of it' }).click();
  await master.getByLabel('What is in the way?').fill(sentence);
  await master.keyboard.press('Enter');
  await master.getByRole('link', { name: 'Add what you know' }).click();
  await expect(title(master, sentence)).toBeVisible();
  impedimentPath = new URL(master.url()).pathname;

  await master.getByRole('button', { name: 'Escalate' }).click();
  await master.getByRole('dialog').getByLabel('What do you propose to change?').fill('A test bank of our own');
  await master.getByRole('dialog').getByRole('button', { name: 'Escalate' }).click();
  await expect(master.getByRole('dialog')).toBeHidden();

  keeper = await signIn(browser, 'sosm');
  await keeper.getByRole('link', { name: sentence }).first().click();
  await keeper.getByRole('button', { name: 'Escalate' }).click();
  const escalate = keeper.getByRole('dialog');
  await escalate.getByLabel('Executive Action Team').check();
  await escalate.getByRole('button', { name: 'Escalate' }).click();
  await expect(escalate, 'without evidence the form does not go').toBeVisible();
  await escalate.getByLabel('What do you propose to change?').fill('Buy a test bank of our own');
  await escalate.getByLabel('What does it cost?').fill('Four teams lose their nights');
  await escalate.getByRole('button', { name: 'Escalate' }).click();
  await expect(escalate).toBeHidden();

  const leader = await signIn(browser, 'eat', phone);
  const ask = leader.getByRole('article').filter({ hasText: sentence });
  await ask.getByRole('button', { name: 'Promise a date' }).click();
  await ask.getByText('2 weeks').click();
  await ask.getByLabel('What will you do?').fill('Sign the contract this week');
  await ask.getByRole('button', { name: /^Promise / }).click();
  await expect(leader.getByText('Answered. The team sees it now.')).toBeVisible();

  await expect(master.getByText('Sign the contract this week').first()).toBeVisible();
  await chief.goto(outcomePath);
  await expect(chief.locator('.why')).toContainText(/promise/i);
  await chief.locator(`.why a[href="${impedimentPath}"]`).first().click();
  await expect(title(chief, sentence)).toBeVisible();
});

test('of two people who describe the same thing the second is told, sees what changed and loses nothing', async () => {
  await keeper.goto(impedimentPath);
  await keeper.getByRole('button', { name: 'Edit' }).click();
  const second = keeper.getByRole('dialog');
  await second.getByLabel('What work is stopped?').fill('The nightly acceptance tests');
  await second.getByLabel('Days lost').fill('3');

  await master.goto(impedimentPath);
  await master.getByRole('button', { name: 'Edit' }).click();
  await master.getByRole('dialog').getByLabel('Category').fill('Supplier');
  await master.getByRole('dialog').getByLabel('Days lost').fill('5');
  await master.getByRole('button', { name: 'Save' }).click();
  await expect(master.getByRole('dialog')).toBeHidden();

  await second.getByRole('button', { name: 'Save' }).click();
  const told = keeper.getByRole('dialog', { name: 'It changed while you were working on it' });
  await expect(told.getByRole('row', { name: /Category/ })).toContainText('Supplier');
  await told.getByRole('row', { name: /Days lost/ }).getByRole('radio', { name: '3' }).check();
  await told.getByRole('button', { name: 'Save on top of it' }).click();
  await expect(keeper.getByRole('dialog')).toHaveCount(0);
  for (const page of [keeper, master]) {
    const details = page.getByRole('region', { name: 'Details' });
    await expect(details).toContainText('The nightly acceptance tests');
    await expect(details.locator('dt:has-text("Days lost") + dd')).toHaveText('3');
    await expect(page.locator('.tag', { hasText: 'Supplier' })).toBeVisible();
  }
});

test('what is typed while somebody else moves the same dependency is kept, and the move is shown first', async ({ browser }) => {
  const owner = await signIn(browser, 'po');
  await owner.goto(`${dependencyPath}?do=slip`);
  await owner.getByRole('dialog').getByLabel('Why?').fill('Two of us are ill');
  await master.goto(`${dependencyPath}?do=slip`);
  await master.getByRole('dialog').getByLabel('New date').fill(inDays(40));
  await master.getByRole('dialog').getByLabel('Why?').fill('The auditor asks for more');
  await master.getByRole('button', { name: 'Move it' }).click();
  await expect(master.getByRole('dialog')).toBeHidden();

  await owner.getByRole('button', { name: 'Move it' }).click();
  const told = owner.getByRole('dialog', { name: 'It changed while you were working on it' });
  await expect(told.getByRole('row', { name: /Committed by/ })).toBeVisible();
  await told.getByRole('button', { name: 'Back to editing' }).click();
  await expect(owner.getByLabel('Why?')).toHaveValue('Two of us are ill');
});

test('a feature that is rescheduled moves the day it is needed by, and both teams see the broken commitment', async () => {
  await master.goto(dependencyPath);
  await chief.goto(`/features?q=${run}`);
  await chief.getByRole('link', { name: feature }).first().click();
  await chief.getByRole('button', { name: 'Reschedule' }).click();
  await chief.getByRole('dialog').getByRole('textbox', { name: 'Date' }).fill(inDays(15));
  await chief.getByRole('dialog').getByLabel('Why?').fill('The launch is earlier');
  await chief.getByRole('button', { name: 'Move it' }).click();
  await expect(chief.getByRole('dialog')).toBeHidden();
  await expect(master.getByText(/moved the day it is needed by/)).toBeVisible();
  await expect(master.getByText(/25 d late/).first()).toBeVisible();
});

test('everything is reached from the keyboard', async () => {
  await master.goto('/');
  await expect(master.getByRole('heading', { level: 1 })).toBeVisible();
  await master.keyboard.press('i');
  await master.getByLabel('What is in the way?').fill(`Nobody may reboot the printer ${run}`);
  await master.keyboard.press('Enter');
  await expect(master.getByRole('link', { name: `Nobody may reboot the printer ${run}`, exact: true })).toBeVisible();
  await master.keyboard.press('Control+k');
  await master.getByRole('dialog').getByRole('combobox').fill('Dependencies');
  await master.keyboard.press('Enter');
  await expect(title(master, 'Dependencies')).toBeVisible();
});

async function give(owner: Page) {
  await owner.goto('/import');
  await owner.getByLabel(/Drop the files here/).setInputFiles(organization);
  await expect(owner.getByRole('button', { name: 'Apply' })).toBeEnabled({ timeout: 60_000 });
  await expect(owner.getByRole('heading', { name: 'What would happen' })).toBeVisible({ timeout: 60_000 });
}

async function applied(owner: Page) {
  await owner.getByRole('button', { name: 'Apply' }).click();
  await expect(owner.getByRole('heading', { name: 'What was imported' })).toBeVisible({ timeout: 110_000 });
  const text = await owner.locator('.tally').innerText();
  const count = (word: string) => Number(new RegExp(`(\\d+)\\s+${word}`).exec(text)?.[1] ?? 0);
  return {
    rows: count('rows'),
    created: count('created'),
    updated: count('updated'),
    unchanged: count('unchanged'),
    refused: count('refused'),
    leftOut: count('left out'),
  };
}
