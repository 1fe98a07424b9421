import { expect, type Page, test } from '@playwright/test';
import { signIn, title } from './people.js';

/*
 * An administrator takes communities from a catalog and their meetings from a list that people wrote for people, and sees
 * before anything is written what was understood of it.
 */
test.describe.configure({ mode: 'serial' });

const run = Date.now().toString(36);

const catalog = `
apiVersion: backstage.io/v1alpha1
kind: Group
metadata:
  name: wg-knots-${run}
  description: Which knots hold, and which are for show.
spec:
  type: community
  profile:
    displayName: Knots ${run}
---
kind: Group
metadata:
  name: wg-lamps-${run}
spec:
  type: community
  profile:
    displayName: Lamps ${run}
`;

const meetings = `Group,Meeting,Day,Time,TZ,Frequency
wg-knots-${run},Regular,Tuesday,10:00,CET (Central European Time),"biweekly starting Tuesday, 1 December 2026"
wg-lamps-${run},Nights,Friday,9PM,Europe/Oslo,first Friday of the month
wg-lamps-${run},Look back,Monday,8:30,UTC,monthly
`;

const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });

let admin: Page;

test.beforeAll(async ({ browser }) => {
  admin = await signIn(browser, 'admin');
});

test.afterAll(async () => {
  await admin?.context().close();
});

const understood = () => admin.getByRole('region', { name: 'When they meet, as understood' });

async function give() {
  await admin.goto('/import');
  await admin.locator('#files').setInputFiles([file('catalog.yaml', catalog), file('meetings.csv', meetings)]);
  await expect(understood()).toBeVisible();
  await admin.getByRole('button', { name: 'Leave out Organization' }).click();
}

test('the preview says in words when each community would meet, and why a row is not understood', async () => {
  await give();
  await expect(understood().getByText('2 of 3 rows are understood and taken.')).toBeVisible();
  const knots = understood().getByRole('row', { name: /: Regular/ });
  await expect(knots).toContainText('Every 2 weeks on Tuesday, 10:00–11:00 Europe/Berlin, from 1 December 2026 on');
  await expect(knots, 'its community is in the other file').toContainText('Update');
  await expect(understood().getByRole('row', { name: /: Nights/ })).toContainText('Every month on the first Friday');
  const refused = understood().getByRole('row').nth(1);
  await expect(refused, 'what is not understood stands first').toContainText("'monthly' does not say which Monday it is.");
  await expect(admin.getByText('2 to create')).toBeVisible();
  await admin.goto(`/communities?q=${run}`);
  await expect(admin.getByText('No community with these words')).toBeVisible();
});

test('what was previewed comes to be, and a second time changes nothing', async () => {
  await give();
  await admin.getByRole('button', { name: 'Apply' }).click();
  await expect(admin.getByRole('heading', { name: 'What was imported' })).toBeVisible();
  await expect(admin.getByText('2 created')).toBeVisible();
  await expect(admin.getByText('1 refused')).toBeVisible();
  await admin.goto(`/communities?q=${run}`);
  await admin.getByRole('main').getByRole('link', { name: `Knots ${run}` }).click();
  await expect(title(admin, `Knots ${run}`)).toBeVisible();
  await expect(admin.getByRole('region', { name: 'When it meets' })).toContainText('Every 2 weeks on Tuesday');

  await give();
  await expect(admin.getByText('0 to create')).toBeVisible();
  await expect(admin.getByText('0 to update')).toBeVisible();
});

test('an Area Product Owner is offered no communities', async ({ browser }) => {
  const owner = await signIn(browser, 'apo');
  await owner.goto('/import');
  await expect(owner.getByText('for the organization, .csv for features, up to')).toBeVisible();
  await owner.context().close();
});
