import { expect, type Page, test } from '@playwright/test';
import ICAL from 'ical.js';
import { inDays, phone, signIn, title } from './people.js';

/*
 * A tech lead founds a community with a rhythm, moves a date and cancels one; a Scrum Master joins, comes and takes notes; a
 * private community is not there for who does not belong to it.
 */
test.describe.configure({ mode: 'serial' });

const run = Date.now().toString(36);
const name = `Testing ${run}`;
const secret = `Salaries ${run}`;

let lead: Page;
let master: Page;
let address: string;
let secretAddress: string;

test.beforeAll(async ({ browser }) => {
  lead = await signIn(browser, 'lead');
  master = await signIn(browser, 'sm');
});

test.afterAll(async () => {
  await lead?.context().close();
  await master?.context().close();
});

const dates = (page: Page) => page.getByRole('region', { name: 'When it meets' }).getByRole('listitem');

test('a name is enough to found a community, and its founder leads it', async () => {
  await lead.keyboard.press('g');
  await lead.keyboard.press('c');
  await expect(title(lead, 'Communities')).toBeVisible();
  await lead.getByRole('button', { name: 'Found a community' }).first().click();
  await lead.getByRole('dialog').getByLabel('Name').fill(name);
  await lead.keyboard.press('Enter');
  await expect(title(lead, name)).toBeVisible();
  address = new URL(lead.url()).pathname;
  await expect(lead.getByRole('region', { name: 'Who leads it' })).toContainText('Priya Raman lead');
  await expect(lead.getByText('It does not meet regularly yet')).toBeVisible();
});

test('it meets every second week, said without a rule, and previewed before', async () => {
  await lead.getByRole('button', { name: 'Say when it meets' }).click();
  const dialog = lead.getByRole('dialog');
  for (const day of await dialog.getByRole('checkbox', { checked: true }).all()) await day.uncheck({ force: true });
  await expect(dialog.getByText('Choose at least one day.')).toBeVisible();
  await dialog.getByRole('checkbox', { name: 'Thursday' }).check({ force: true });
  await dialog.getByLabel('Time zone').fill('Europe/Berlin');
  await dialog.getByLabel('At', { exact: true }).fill('15:00');
  const preview = dialog.getByRole('region', { name: 'What it means' });
  await expect(preview).toContainText('Every 2 weeks on Thursday, 15:00–16:00 Europe/Berlin');
  await expect(preview.getByRole('listitem')).toHaveCount(4);
  await expect(preview).toContainText('On the clocks of Europe/Berlin');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(lead.getByText('Every 2 weeks on Thursday, 15:00–16:00 Europe/Berlin')).toBeVisible();
  await expect(dates(lead)).toHaveCount(6);
  await expect(dates(lead).first()).toContainText(/Thu \d/);
});

test('one date is moved and another cancelled, and both say so', async () => {
  await dates(lead).nth(1).getByRole('button', { name: /^Move/ }).click();
  const dialog = lead.getByRole('dialog');
  await expect(dialog.getByLabel('At', { exact: true }), 'it is asked for on the clocks of the community').toHaveValue('15:00');
  await dialog.getByLabel('At', { exact: true }).fill('10:30');
  await dialog.getByLabel('Why?').fill('The hall is taken');
  await dialog.getByRole('button', { name: 'Move it' }).click();
  await expect(dialog).toBeHidden();
  await expect(dates(lead).nth(1)).toContainText('Moved');
  await expect(dates(lead).nth(1)).toContainText('The hall is taken');

  await dates(lead).nth(2).getByRole('button', { name: /^Cancel/ }).click();
  await dialog.getByLabel('Why?').fill('Release week');
  await dialog.getByRole('button', { name: 'Cancel the gathering' }).click();
  await expect(dialog).toBeHidden();
  await expect(dates(lead).nth(2)).toContainText('Cancelled');
  await expect(dates(lead).nth(2)).toContainText('Release week');

  await dates(lead).nth(1).getByRole('button', { name: /^Put back/ }).click();
  await expect(dates(lead).nth(1)).not.toContainText('Moved');
});

test('somebody else finds it, joins with one click and says that they come', async () => {
  await master.goto(`/communities?q=${run}`);
  await master.getByRole('button', { name: `Join ${name}` }).click();
  await expect(master.getByRole('listitem').filter({ hasText: name })).toContainText('2 members');
  await master.getByRole('link', { name, exact: true }).click();
  await expect(title(master, name)).toBeVisible();
  await expect(master.getByRole('button', { name: /^Move/ }), 'planning is for its leads').toHaveCount(0);
  await dates(master).first().getByRole('link').click();
  await expect(title(master, /^Gathering on/)).toBeVisible();
  await master.getByRole('button', { name: "I'm coming" }).click();
  const comers = lead.getByRole('region', { name: 'Who comes' });
  await lead.goto(new URL(master.url()).pathname);
  await expect(comers).toContainText('1 is coming');
  await expect(comers).not.toContainText(await nameOf(master));
});

test('the agenda and the actions are written by whoever belongs to it, and notes outlive a reload', async () => {
  await master.getByLabel('Another topic').fill('Flaky tests');
  await master.keyboard.press('Enter');
  await expect(master.getByRole('region', { name: 'Agenda' }).getByRole('listitem')).toHaveText([/Flaky tests/]);
  await master.getByLabel('Another topic').fill('Test data');
  await master.keyboard.press('Enter');
  await master.getByRole('button', { name: 'Earlier: Test data' }).click();
  await expect(master.getByRole('region', { name: 'Agenda' }).getByRole('listitem')).toHaveText([/Test data/, /Flaky tests/]);

  await master.getByLabel('What was said').fill('Quarantine the three worst');
  await master.reload();
  await expect(master.getByLabel('What was said')).toHaveValue('Quarantine the three worst');

  await lead.getByLabel('What is to be done?').fill('List the flaky ones');
  await lead.getByRole('button', { name: 'Agree' }).click();
  await expect(lead.getByRole('checkbox', { name: 'List the flaky ones' })).toBeVisible();

  await master.getByRole('button', { name: 'Save notes' }).click();
  await expect(master.getByText('All is saved.'), 'what somebody else did elsewhere on the page is no conflict').toBeVisible();
  await lead.reload();
  await expect(lead.getByLabel('What was said')).toHaveValue('Quarantine the three worst');
});

test('of two who write notes at once the second sees what the first wrote, and loses nothing', async () => {
  await lead.getByLabel('What was said').fill('Quarantine the five worst');
  await master.getByLabel('What was said').fill('Quarantine all');
  await master.getByRole('button', { name: 'Save notes' }).click();
  await expect(master.getByText('All is saved.')).toBeVisible();
  await lead.getByRole('button', { name: 'Save notes' }).click();
  const told = lead.getByRole('dialog', { name: 'Somebody else has changed the notes meanwhile' });
  await expect(told.getByRole('figure')).toContainText('Quarantine all');
  await expect(told.getByLabel('What is to stand')).toHaveValue('Quarantine the five worst');
  await told.getByRole('button', { name: 'Put theirs before mine' }).click();
  await expect(told.getByLabel('What is to stand')).toHaveValue('Quarantine all\n\nQuarantine the five worst');
  await told.getByLabel('What is to stand').fill('Quarantine the five worst');
  await told.getByRole('button', { name: 'Save' }).click();
  await expect(lead.getByText('All is saved.')).toBeVisible();
  await expect(lead.getByLabel('What was said')).toHaveValue('Quarantine the five worst');
});

test('an action that is not done comes back at the next gathering', async () => {
  await lead.goto(address);
  await dates(lead).nth(1).getByRole('link').click();
  const carried = lead.getByRole('region', { name: 'Still to do from earlier' });
  await carried.getByRole('checkbox', { name: 'List the flaky ones' }).click();
  await expect(carried).toBeHidden();
});

test('a calendar of the community tells its gatherings, and which of them is cancelled', async () => {
  await master.goto(address);
  await master.getByRole('link', { name: 'Subscribe in a calendar' }).click();
  const dialog = master.getByRole('dialog');
  await expect(dialog.getByLabel('Name')).toHaveValue(`Gatherings of ${name}`);
  await expect(dialog.getByLabel('Where').locator('option:checked')).toHaveText(name);
  await dialog.getByRole('button', { name: 'Make' }).click();
  const url = await dialog.getByLabel('Address').inputValue();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await expect(master.getByRole('listitem').filter({ hasText: `Calendar: Gatherings of ${name}` })).toBeVisible();

  const calendar = new ICAL.Component(ICAL.parse(await (await master.request.get(url)).text()));
  const events = calendar.getAllSubcomponents('vevent');
  const gatherings = events.filter((event) => String(event.getFirstPropertyValue('summary')).includes(name));
  expect(gatherings.length).toBeGreaterThan(5);
  expect(gatherings.filter((event) => event.getFirstPropertyValue('status') === 'CANCELLED')).toHaveLength(1);
});

test('a private community is not there for others, until its lead lets them in', async () => {
  await lead.goto('/communities?new=yes');
  await lead.getByRole('dialog').getByLabel('Name').fill(secret);
  await lead.getByRole('radio', { name: /^Private/ }).check();
  await lead.getByRole('button', { name: 'Found it' }).click();
  await expect(title(lead, secret)).toBeVisible();
  secretAddress = new URL(lead.url()).pathname;

  await master.goto(`/communities?q=${run}`);
  await expect(master.getByRole('link', { name, exact: true })).toBeVisible();
  await expect(master.getByRole('link', { name: secret })).toHaveCount(0);
  await master.goto(secretAddress);
  await expect(master.getByText('It may have been removed, or it is not visible to you.')).toBeVisible();

  await lead.getByRole('navigation', { name: 'Parts of the community' }).getByRole('link', { name: /^Members/ }).click();
  await lead.getByRole('button', { name: 'Let somebody in' }).click();
  const people = lead.getByRole('dialog').getByLabel('Who?');
  const known = people.locator('option', { hasText: await nameOf(master) });
  await people.selectOption(await known.getAttribute('value'));
  await lead.getByRole('button', { name: 'Let in' }).click();
  await expect(lead.getByRole('dialog')).toBeHidden();

  await master.reload();
  await expect(title(master, secret)).toBeVisible();
  await master.getByRole('button', { name: 'Leave' }).click();
  await master.getByRole('dialog').getByRole('button', { name: 'Leave' }).click();
  await expect(title(master, 'Communities')).toBeVisible();
  await expect(master.getByRole('link', { name: secret })).toHaveCount(0);
});

test('that a gathering took place is noted as a count, which can be corrected', async () => {
  await lead.goto(secretAddress);
  await lead.getByRole('button', { name: 'Say when it meets' }).click();
  const dialog = lead.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Write it as a rule instead' }).click();
  await dialog.getByLabel('Rule').fill('FREQ=DAILY;COUNT=5');
  await dialog.getByLabel('First date').fill(inDays(0));
  await dialog.getByLabel('At', { exact: true }).fill('00:00');
  await dialog.getByLabel('For', { exact: true }).selectOption('15 minutes');
  await expect(dialog.getByRole('region', { name: 'What it means' })).toContainText('Every day, 5 times');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();

  await dates(lead).first().getByRole('link').click();
  await lead.getByLabel(/How many were there/).fill('9');
  await lead.getByRole('button', { name: 'It took place' }).click();
  await lead.getByRole('button', { name: 'Correct the count' }).click();
  await lead.getByLabel(/How many were there/).fill('8');
  await lead.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(lead.getByText('Took place, 8 were there')).toBeVisible();
});

test('what has ended is archived, stays readable and can go on', async () => {
  await lead.goto(secretAddress);
  await lead.getByRole('button', { name: 'Archive it' }).click();
  await lead.getByRole('dialog').getByRole('button', { name: 'Archive', exact: true }).click();
  await expect(lead.getByText('It has ended.')).toBeVisible();
  await lead.goto('/communities?show=archived');
  await lead.getByRole('link', { name: secret }).click();
  await lead.getByRole('button', { name: 'Reopen' }).click();
  await expect(lead.getByText('It has ended.')).toBeHidden();
});

test('a lead changes the rhythm on a phone', async ({ browser }) => {
  const page = await signIn(browser, 'lead', phone);
  await page.goto(address);
  await page.getByRole('button', { name: 'Change' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Weeks or months').selectOption('MONTHLY');
  await dialog.getByLabel('On the').selectOption('last');
  await dialog.getByLabel('Day', { exact: true }).selectOption('Friday');
  await dialog.getByLabel('Every', { exact: true }).fill('1');
  await expect(dialog.getByRole('region', { name: 'What it means' })).toContainText('Every month on the last Friday');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('Every month on the last Friday, 15:00–16:00 Europe/Berlin')).toBeVisible();
  await page.context().close();
});

async function nameOf(page: Page): Promise<string> {
  const me = (await (await page.request.get('/api/team/me')).json()) as { person: { name: string } };
  return me.person.name;
}
