import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { signIn, title } from './people.js';

/*
 * A lead drops a picture into a page, describes it, and sees it on the page; the playbook leaves as a folder and comes into
 * another community, also after somebody has edited a file of it.
 */
test.describe.configure({ mode: 'serial' });

const run = Date.now().toString(36);
const community = `Boards ${run}`;
const other = `Chapter ${run}`;

let lead: Page;
let reader: Page;
let address: string;
let playbook: string;
let folder: string;

test.beforeAll(async ({ browser }) => {
  lead = await signIn(browser, 'lead');
  reader = await signIn(browser, 'dev');
});

test.afterAll(async () => {
  for (const page of [lead, reader]) await page?.context().close();
});

const field = (page: Page) => page.getByLabel('Text', { exact: true });

/** A picture as a browser would make one: blue, and as large as asked for. */
function picture(page: Page, width: number, height: number): Promise<number[]> {
  return page.evaluate(
    async ([w, h]) => {
      const canvas = new OffscreenCanvas(w ?? 1, h ?? 1);
      const pen = canvas.getContext('2d');
      if (pen) {
        pen.fillStyle = '#2b5fa8';
        pen.fillRect(0, 0, canvas.width, canvas.height);
        pen.fillStyle = '#f6c945';
        pen.fillRect(canvas.width / 8, canvas.height / 4, canvas.width / 4, canvas.height / 4);
      }
      const blob = await canvas.convertToBlob({ type: 'image/png' });
      return [...new Uint8Array(await blob.arrayBuffer())];
    },
    [width, height],
  );
}

/** Lets a file go over the text, as a hand would that has dragged it there. */
async function drop(page: Page, name: string, type: string, bytes: number[]) {
  const data = await page.evaluateHandle(
    ({ name, type, bytes }) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([new Uint8Array(bytes)], name, { type }));
      return transfer;
    },
    { name, type, bytes },
  );
  await field(page).dispatchEvent('drop', { dataTransfer: data });
}

async function found(page: Page, name: string): Promise<string> {
  await page.goto('/communities?new=yes');
  await page.getByRole('dialog').getByLabel('Name').fill(name);
  await page.getByRole('button', { name: 'Found it' }).click();
  await expect(title(page, name)).toBeVisible();
  return new URL(page.url()).pathname;
}

test('a picture is dropped into a page, described, and shown to everybody who reads it', async () => {
  playbook = `${await found(lead, community)}/pages`;
  await lead.goto(`${playbook}/new`);
  await lead.getByLabel('Title').fill('How our board works');
  await field(lead).focus();
  await lead.keyboard.insertText('Look at it:\n\n');
  await drop(lead, 'board.png', 'image/png', await picture(lead, 640, 360));
  const dialog = lead.getByRole('dialog', { name: 'Add an image' });
  await expect(dialog.locator('img')).toBeVisible();
  await dialog.getByRole('button', { name: 'Insert' }).click();
  await expect(dialog.getByText('Say what it shows.')).toBeVisible();
  await dialog.getByLabel('What does it show?').fill('The board with a card in progress');
  await dialog.getByRole('button', { name: 'Insert' }).click();
  await expect(field(lead)).toBeFocused();
  await expect(field(lead)).toHaveValue(
    /^Look at it:\n\n!\[The board with a card in progress\]\(\/api\/cop\/files\/[0-9a-f-]{36}\)$/,
  );
  const seen = lead.getByRole('region', { name: 'Preview' }).getByAltText('The board with a card in progress');
  await expect(seen).toBeVisible();
  expect(await seen.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(640);

  await lead.keyboard.press('Control+z');
  await expect(field(lead), 'it is undone like what was typed').toHaveValue('Look at it:\n\n');
  await lead.keyboard.press('Control+Shift+z');
  await lead.getByRole('button', { name: 'Save as a draft' }).click();
  await expect(title(lead, 'How our board works')).toBeVisible();
  address = new URL(lead.url()).pathname;
  await lead.getByRole('button', { name: 'Publish' }).first().click();
  await lead.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();

  await expect(async () => {
    await reader.goto(address);
    const image = reader.getByRole('main').getByAltText('The board with a card in progress');
    expect(await image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(640);
  }).toPass();
});

test('what is no picture becomes a link that is only saved, and what cannot be taken is refused in words', async () => {
  await lead.goto(`${address}/edit`);
  await expect(field(lead)).toBeVisible();
  const chooser = lead.waitForEvent('filechooser');
  await lead.getByRole('button', { name: 'Image or file' }).click();
  await (await chooser).setFiles({ name: 'numbers.csv', mimeType: 'text/csv', buffer: Buffer.from('a;b\n1;2\n') });
  const dialog = lead.getByRole('dialog', { name: 'Add a file' });
  await expect(dialog.getByLabel('Words of the link')).toHaveValue('numbers.csv');
  await dialog.getByRole('button', { name: 'Insert' }).click();
  await expect(field(lead)).toHaveValue(/\[numbers\.csv\]\(\/api\/cop\/files\//);
  await lead.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(title(lead, 'How our board works')).toBeVisible();
  const saved = lead.waitForEvent('download');
  await lead.getByRole('main').getByRole('link', { name: 'numbers.csv' }).click();
  expect((await saved).suggestedFilename()).toBe('numbers.csv');

  await lead.goto(`${address}/edit`);
  await expect(field(lead)).toBeVisible();
  await drop(lead, 'drawing.png', 'image/png', [...Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')]);
  await expect(lead.getByRole('dialog').getByText(/A page takes images \(PNG, JPEG, GIF, WebP\)/)).toBeVisible();
  await lead.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
  await expect(field(lead)).not.toHaveValue(/drawing/);
});

test('several files at once are all in the text, in order, also where one of them is refused', async () => {
  await lead.goto(`${playbook}/new`);
  await field(lead).focus();
  await lead.keyboard.insertText('Look: ');
  const csv = { mimeType: 'text/csv', buffer: Buffer.from('a;b\n1;2\n') };
  const refused = { name: 'bad.png', mimeType: 'image/png', buffer: Buffer.from('<svg/>') };
  const chooser = lead.waitForEvent('filechooser');
  await lead.getByRole('button', { name: 'Image or file' }).click();
  await (await chooser).setFiles([{ name: 'one.csv', ...csv }, refused, { name: 'two.csv', ...csv }, refused]);
  const dialog = lead.getByRole('dialog');
  await expect(dialog.getByLabel('Words of the link')).toHaveValue('one.csv');
  await dialog.getByRole('button', { name: 'Insert' }).click();
  await expect(dialog.getByText(/A page takes images/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(dialog.getByLabel('Words of the link')).toHaveValue('two.csv');
  await dialog.getByRole('button', { name: 'Insert' }).click();
  await expect(dialog.getByText(/A page takes images/)).toBeVisible();
  await dialog.getByRole('button', { name: 'Close' }).last().click();
  await expect(dialog).toBeHidden();
  await expect(field(lead)).toBeFocused();
  await expect(field(lead)).toHaveValue(
    /^Look: \[one\.csv\]\(\/api\/cop\/files\/[^)]+\)\n\n\[two\.csv\]\(\/api\/cop\/files\/[^)]+\)$/,
  );
  await lead.keyboard.press('Control+z');
  await expect(field(lead), 'each is undone by itself').toHaveValue(/^Look: \[one\.csv\]\([^)]+\)$/);
});

test('a picture opened by itself may do nothing, and is kept by the browser', async () => {
  await lead.goto(address);
  const source = await lead.getByAltText('The board with a card in progress').getAttribute('src');
  const answer = await lead.request.get(String(source));
  expect(answer.headers()['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
  expect(answer.headers()['x-content-type-options']).toBe('nosniff');
  expect(answer.headers()['cache-control']).toContain('immutable');
  expect(answer.headers()['content-disposition']).toMatch(/^inline/);
  const again = await lead.request.get(String(source), { headers: { 'If-None-Match': String(answer.headers().etag) } });
  expect(again.status()).toBe(304);
});

test('the playbook leaves as a folder and comes into another community', async () => {
  await lead.goto(playbook);
  const download = lead.waitForEvent('download');
  await lead.getByRole('link', { name: 'Export as a folder' }).click();
  folder = await (await download).path();
  expect((await download).suggestedFilename()).toMatch(/^boards-.*\.zip$/);
  expect(readFileSync(folder).subarray(0, 2).toString()).toBe('PK');

  const there = `${await found(lead, other)}/pages`;
  await lead.goto(there);
  await lead.getByRole('button', { name: 'Bring in a folder' }).click();
  const dialog = lead.getByRole('dialog', { name: 'Bring in a folder' });
  await dialog.getByLabel('Drop a zip file').setInputFiles(folder);
  await expect(dialog.getByText('This would come of it: 1 new.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Bring it in' }).click();
  await expect(dialog.getByText('Done: 1 new.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await lead.getByRole('main').getByRole('link', { name: 'How our board works' }).click();
  await expect(lead.getByText('Published').first()).toBeVisible();
  const image = lead.getByAltText('The board with a card in progress');
  await expect(image).toBeVisible();
  await expect(async () => expect(await image.evaluate((one: HTMLImageElement) => one.naturalWidth)).toBe(640)).toPass();
  await expect(lead.getByRole('main').getByRole('link', { name: 'numbers.csv' })).toBeVisible();

  await lead.goto(there);
  await lead.getByRole('button', { name: 'Bring in a folder' }).click();
  await dialog.getByLabel('Drop a zip file').setInputFiles(folder);
  await expect(dialog.getByText('This would come of it: 1 as they are.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Bring it in' })).toHaveCount(0);
});

test('a page leaves as a file, and comes back by itself, picked or dropped', async () => {
  const file = await (await lead.request.get(`/api/cop${address}/page.md`)).text();
  await lead.goto(playbook);
  await lead.getByRole('button', { name: 'Bring in a folder or a page' }).click();
  const dialog = lead.getByRole('dialog', { name: 'Bring in a folder or a page' });
  const choose = (name: string, content: Buffer) =>
    dialog.getByLabel('Drop a zip file or a Markdown file here').setInputFiles({ name, mimeType: 'text/markdown', buffer: content });
  await choose('how-our-board-works.md', Buffer.from(file));
  await expect(dialog.getByText('This would come of it: 1 as they are.')).toBeVisible();
  await choose('board.md', Buffer.from(await picture(lead, 8, 8)));
  await expect(dialog.getByText('The file is no text in UTF-8; save it as such.')).toBeVisible();
  await expect(dialog.getByRole('button', { name: 'Bring it in' })).toHaveCount(0);

  const data = await lead.evaluateHandle((name) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([`# ${name}\n\nWritten elsewhere.\n`], `${name}.md`, { type: 'text/markdown' }));
    return transfer;
  }, `Dropped ${run}`);
  await dialog.getByRole('region', { name: 'What is brought in' }).dispatchEvent('drop', { dataTransfer: data });
  await expect(dialog.getByText('This would come of it: 1 new.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Bring it in' }).click();
  await expect(dialog.getByText('Done: 1 new.')).toBeVisible();
  await dialog.getByRole('link', { name: `Dropped ${run}` }).click();
  await expect(title(lead, `Dropped ${run}`).first()).toBeVisible();
  await expect(lead.getByText('Draft', { exact: true })).toBeVisible();
  await expect(lead.getByRole('article')).toContainText('Written elsewhere.');
  expect((await (await lead.request.get(`/api/cop${address}/page.md`)).text()), 'equal to the byte').toBe(file);
});

test('what is no folder is refused in words, and a reader is only offered the export', async () => {
  await lead.goto(playbook);
  await lead.getByRole('button', { name: 'Bring in a folder' }).click();
  const dialog = lead.getByRole('dialog', { name: 'Bring in a folder' });
  await dialog
    .getByLabel('Drop a zip file')
    .setInputFiles({ name: 'x.zip', mimeType: 'application/zip', buffer: Buffer.from('nothing') });
  await expect(dialog.getByText(/no zip file that can be read/)).toBeVisible();
  await reader.goto(playbook);
  await expect(reader.getByRole('link', { name: 'Export as a folder' })).toBeVisible();
  await expect(reader.getByRole('button', { name: 'Bring in a folder' })).toHaveCount(0);
});

test('a lead takes away a file that should not be there, and the page shows a gap', async () => {
  await lead.goto(playbook);
  await lead.getByRole('button', { name: 'Files', exact: true }).click();
  const dialog = lead.getByRole('dialog', { name: 'Files' });
  const row = dialog.getByRole('listitem').filter({ hasText: 'board.png' });
  await expect(row).toContainText('KB');
  await row.getByRole('button', { name: 'Remove board.png' }).click();
  await lead.getByRole('dialog').getByRole('button', { name: 'Remove for good' }).click();
  await expect(lead.getByRole('dialog', { name: 'Files' })).toBeVisible();
  await expect(row).toBeHidden();
  await lead.keyboard.press('Escape');

  await reader.goto(playbook);
  await expect(title(reader, community)).toBeVisible();
  await expect(reader.getByRole('button', { name: 'Files', exact: true })).toBeHidden();
  const image = (await (await reader.request.get(`/api/cop/pages/${address.split('/').at(-1)}`)).json()) as {
    html: string;
  };
  const path = /<img src="([^"]+)"/.exec(image.html)?.[1] ?? '';
  expect((await reader.request.get(path)).status()).toBe(404);
});
