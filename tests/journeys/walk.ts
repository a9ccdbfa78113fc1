import { test as base, expect, type Page } from '@playwright/test';
import { translate } from '~/locales/i18n.server';
import type { Language } from '~/locales/languages';
import { DEMO_PASSWORD, demoPeople, vendorEmail, vendorPeople } from '~db/demo/people';
import { freshPortals, type FreshPortals } from './fresh-portal';

export { expect };

/** The widths that every page is made for: a desk and a vendor's phone. */
export const desk = { width: 1280, height: 900 };
export const phone = { width: 390, height: 844 };

export type Walker = { email: string; name: string; language: Language };

function vendorPerson(code: string): Walker {
  const person = vendorPeople[code];
  if (!person) throw new Error(`the demo signs nobody in for ${code}`);
  return { email: vendorEmail(code), name: person.name, language: person.locale };
}

/** Who walks: people of the demo, each in a language of their own. */
export const cast = {
  ...Object.fromEntries<Walker>(
    Object.entries(demoPeople).map(([key, { locale, ...person }]) => [
      key,
      { ...person, language: locale },
    ]),
  ),
  southwest: vendorPerson('WN'),
  jetblue: vendorPerson('B6'),
} as Record<keyof typeof demoPeople | 'southwest' | 'jetblue', Walker>;

/** What a page may never say to its console; a picture of what went wrong stands in the failed test. */
export function watch(page: Page): string[] {
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (message.type() !== 'error' && message.type() !== 'warning') return;
    // The browser's own line for a refusal that the journey asked for; what the page made of it is looked at there.
    if (
      /Failed to load resource: (.* status of (4\d\d)|net::ERR_INTERNET_DISCONNECTED)/.test(
        message.text(),
      )
    )
      return;
    troubles.push(`${new URL(page.url()).pathname}: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`${page.url()}: ${error.message}`));
  return troubles;
}

/** Journeys walk a portal of their own, and fail on any page that reports an error: hydration, content policy, a script. */
export const test = base.extend<{ watched: void }, { portals: FreshPortals }>({
  portals: [
    async ({}, use, { parallelIndex }) => {
      const portals = freshPortals(process.env['JOURNEYS_FOLDER'] ?? '', parallelIndex);
      await use(portals);
      await portals.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ portals }, use, { file }) =>
    use(process.env['JOURNEYS_AT'] ?? (await portals.at(file))),
  watched: [
    async ({ page }, use) => {
      const troubles = watch(page);
      await use();
      expect(troubles, 'errors in the console').toEqual([]);
    },
    { auto: true },
  ],
});

/** The words of a language, as the pages say them. */
export function wordsOf({ language }: Pick<Walker, 'language'>) {
  return translate(language);
}

/** Signs in without looking at the door, which has a journey of its own. */
export async function signIn(page: Page, { email, language }: Walker): Promise<void> {
  await page.context().clearCookies();
  const form = { email, password: DEMO_PASSWORD, to: '/account' };
  const answer = await page.request.post('/sign-in', { form, maxRedirects: 0 });
  expect(answer.status(), `signing in as ${email}`).toBe(302);
  await page.request.post('/language', { form: { language, to: '/account' }, maxRedirects: 0 });
}

/** Takes a step that leads to another page, and waits until the page is there and its script has taken over. */
export async function arrive(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await ready(page);
}

/** The page's script has taken over: React has marked the document's elements as its own. */
export async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__react')),
  );
}

/** Presses a button of the page itself. */
export async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('main').getByRole('button', { name, exact: true }).click();
}

/** Nothing on the page is wider than its window. */
export async function narrow(page: Page): Promise<void> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(over, `${page.url()} is too wide`).toBeLessThanOrEqual(0);
}
