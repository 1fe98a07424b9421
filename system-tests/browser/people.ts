import { type Browser, type BrowserContextOptions, expect, type Page } from '@playwright/test';

/** Signs in as a persona in a browser of their own; whatever goes wrong in a page fails the test that owns it. */
export async function signIn(browser: Browser, persona: string, options: BrowserContextOptions = {}): Promise<Page> {
  const page = await (await browser.newContext(options)).newPage();
  page.on('pageerror', (error) => {
    throw error;
  });
  await page.goto('/auth/login?returnTo=/');
  const oneClick = page.locator(`button[name=username][value="${persona}"]`);
  if ((await oneClick.count()) > 0) {
    await oneClick.click();
  } else {
    await page.getByRole('textbox', { name: 'Name' }).fill(persona);
    await page.getByLabel('Password').fill('guildhall');
    await page.getByRole('button', { name: 'Sign in' }).click();
  }
  await expect(page.locator('nav[aria-label=Main]')).toBeAttached();
  return page;
}

export const phone: BrowserContextOptions = { viewport: { width: 390, height: 844 }, hasTouch: true };

export function inDays(days: number): string {
  return new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
}

/** The heading of a page, once it is there. */
export function title(page: Page, text: string | RegExp) {
  return page.getByRole('heading', { level: 1, name: text });
}
