import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { signIn, title } from './people.js';

/*
 * Texts that try to do something to their readers are shown in a real page of the portal: nothing runs, nobody else is
 * asked, and nothing stands there that is not on the list. The list is that of HostileTextTests.
 */
test.describe.configure({ mode: 'serial' });

const file = '../../cop-service/src/test/resources/markdown/hostile.txt';
const hostile = readFileSync(new URL(file, import.meta.url), 'utf8').trimEnd().split('\n%%%%\n').slice(1);
const atOnce = 60;

const elements =
  'a abbr b bdi blockquote br caption cite code dd del details dfn div dl dt em h1 h2 h3 h4 h5 h6 hr i img input ins kbd li mark ol p pre q s samp section small span strong sub summary sup table tbody td tfoot th thead tr u ul var wbr';
const attributes: Record<string, string> = {
  id: 'h-\\S+',
  class:
    'language-[\\w+#.-]+|table-scroll|footnotes|footnote-ref|footnote-backref|admonition-title|admonition admonition-(note|tip|important|warning|caution)',
  title: '[^]*',
  dir: 'ltr|rtl|auto',
  'a href': '[hH][tT]{2}[pP][sS]?://[^/\\\\][^]*|mailto:[^]*|tel:[^]*|(?![/\\\\]{2})[^:\\\\]*([/?#][^\\\\]*)?',
  'a rel': 'noopener noreferrer nofollow',
  'a aria-label': 'Back to reference [\\d-]+',
  'img src': '/api/cop/[\\w/.-]+',
  'img alt': '[^]*',
  'img width': '\\d{1,4}',
  'img height': '\\d{1,4}',
  'input type': 'checkbox',
  'input disabled': '',
  'input checked': '',
  'input aria-label': 'Done|To do',
  'td align': 'left|center|right',
  'th align': 'left|center|right',
  'td colspan': '\\d{1,2}',
  'td rowspan': '\\d{1,2}',
  'ol start': '\\d+',
  'details open': '[^]*',
  'div tabindex': '0',
  'pre tabindex': '0',
};

let page: Page;
let address: string;
/** What is shown instead of the page's own text. */
let shown = '';
const ran: string[] = [];
const asked: string[] = [];

test.beforeAll(async ({ browser }) => {
  page = await signIn(browser, 'lead');
  const own = new URL(page.url()).origin;
  page.on('dialog', (dialog) => {
    ran.push(`a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  await page.exposeFunction('noteThatItRan', (what: string) => void ran.push(what));
  await page.addInitScript(() => {
    const note = (window as unknown as { noteThatItRan: (what: string) => void }).noteThatItRan;
    window.alert = (what) => note(`alert(${what})`);
    // The policy would stop what got through; that there was something to be stopped is as bad.
    document.addEventListener('securitypolicyviolation', (event) =>
      note(`${event.violatedDirective} at ${event.blockedURI}: ${event.sample}`),
    );
  });
  page.context().on('request', (request) => {
    const url = request.url();
    if (!url.startsWith('data:') && new URL(url).origin !== own) asked.push(url);
  });
  page.context().on('page', (opened) => ran.push(`a window at ${opened.url()}`));

  await page.goto('/communities?new=yes');
  await page.getByRole('dialog').getByLabel('Name').fill(`Safety ${Date.now().toString(36)}`);
  await page.getByRole('button', { name: 'Found it' }).click();
  await expect(page.getByText('It does not meet regularly yet')).toBeVisible();
  await page.goto(`${new URL(page.url()).pathname}/pages/new`);
  await page.getByLabel('Title').fill('Hostile');
  await page.getByLabel('Text', { exact: true }).fill('Nothing yet');
  await page.getByRole('button', { name: 'Save as a draft' }).click();
  await expect(title(page, 'Hostile')).toBeVisible();
  address = new URL(page.url()).pathname;
  await page.route(`**/api/cop${address}`, async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, json: { ...(await answer.json()), html: shown } });
  });
});

test.afterAll(async () => {
  await page?.context().close();
});

/** What the service makes of texts; of those with characters that cannot be shown, which it refuses, nothing. */
async function rendered(texts: string[]): Promise<string[]> {
  return page.evaluate(async (all) => {
    const token = /(?:^|; )(?:__Host-)?XSRF-TOKEN=([^;]*)/.exec(document.cookie)?.[1] ?? '';
    const found: string[] = [];
    for (const text of all) {
      const answer = await fetch('/api/cop/preview', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': decodeURIComponent(token) },
        body: JSON.stringify({ text }),
      });
      const body = (await answer.json()) as { html?: string; type?: string };
      if (!answer.ok && body.type !== '/problems/unreadable-text') throw new Error(`${JSON.stringify(body)} for ${text}`);
      found.push(body.html ?? '');
    }
    return found;
  }, texts);
}

/** Shows pieces of HTML as the text of a page, pokes at everything in it, and says what is wrong. */
async function wrongWith(pieces: string[]): Promise<string[]> {
  ran.length = 0;
  asked.length = 0;
  shown = pieces.map((html) => `<section>${html}</section>`).join('\n');
  await page.goto(address);
  const text = page.getByRole('article').locator('.text');
  await expect(text.locator('> section')).toHaveCount(pieces.length);
  await text.evaluate((box) => {
    for (const element of box.querySelectorAll<HTMLElement>('*')) {
      for (const kind of ['mouseover', 'mouseenter', 'pointerover', 'mousedown', 'dblclick', 'contextmenu']) {
        element.dispatchEvent(new MouseEvent(kind, { bubbles: true }));
      }
      for (const kind of ['focus', 'toggle', 'load', 'error', 'animationend', 'input', 'change']) {
        element.dispatchEvent(new Event(kind));
      }
      if (element.tagName === 'SUMMARY') element.click();
      if (element.tabIndex >= 0) element.focus();
    }
  });
  const marks = await text.evaluate(
    (box, [allowed, values]) => {
      const known = new Set(allowed.split(' '));
      const wrong: string[] = [];
      for (const element of box.querySelectorAll('*')) {
        const tag = element.localName;
        if (!known.has(tag)) wrong.push(`<${tag}>`);
        for (const { name, value } of element.attributes) {
          const fits = values[`${tag} ${name}`] ?? values[name];
          if (fits === undefined || !new RegExp(`^(?:${fits})$`, 'u').test(value)) wrong.push(`<${tag} ${name}="${value}">`);
        }
        if (element instanceof HTMLAnchorElement && element.href && !/^(https?|mailto|tel):$/.test(element.protocol)) {
          wrong.push(`a link to ${element.href}`);
        }
      }
      return wrong;
    },
    [elements, attributes] as const,
  );
  // What a broken image or a timer would do is done by now.
  await page.waitForLoadState('networkidle');
  return [...marks, ...ran, ...asked];
}

test('the check finds what nobody has made safe', async () => {
  expect(await wrongWith(['<img src=x onerror="alert(1)">'])).toEqual(
    expect.arrayContaining([
      '<img src="x">',
      '<img onerror="alert(1)">',
      expect.stringMatching(/^alert\(1\)|^script-src/),
    ]),
  );
  expect(await wrongWith(['<img src="https://evil.example/a.png">'])).toEqual(
    expect.arrayContaining([expect.stringMatching(/^(img-src|https:\/\/evil)/)]),
  );
  expect(await wrongWith(['<a href="javascript:alert(1)" onmouseover="alert(2)">x</a>'])).toEqual(
    expect.arrayContaining(['a link to javascript:alert(1)', '<a onmouseover="alert(2)">']),
  );
  expect(await wrongWith(['<form action="/x"><input name="password"></form>'])).toEqual(
    expect.arrayContaining(['<form>', '<input name="password">']),
  );
});

test('none of all hostile texts does anything to its reader', async () => {
  expect(hostile.length).toBeGreaterThan(300);
  const began = Date.now();
  for (let at = 0; at < hostile.length; at += atOnce) {
    const batch = hostile.slice(at, at + atOnce);
    expect(await wrongWith(await rendered(batch)), `texts ${at} to ${at + batch.length - 1}`).toEqual([]);
  }
  console.log(`${hostile.length} hostile texts in ${Math.round((Date.now() - began) / 100) / 10} s`);
});

test('nor does any of them on the way through the editor and its preview', async () => {
  ran.length = 0;
  asked.length = 0;
  await page.unrouteAll();
  await page.goto(`${address}/edit`);
  const field = page.getByLabel('Text', { exact: true });
  const preview = page.getByRole('region', { name: 'Preview' });
  for (const text of hostile.filter((one) => /^(<script>alert|<img src=x onerror=alert|<svg onload|\[a]\(javascript)/.test(one))) {
    await field.fill(`Text ${hostile.indexOf(text)}\n\n${text}`);
    await expect(preview).toContainText(`Text ${hostile.indexOf(text)}`);
  }
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(title(page, 'Hostile')).toBeVisible();
  expect([...ran, ...asked]).toEqual([]);
});
