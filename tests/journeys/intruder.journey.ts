import type { Browser, Page } from '@playwright/test';
import { arrive, cast, expect, signIn, test, wordsOf, type Walker } from './walk';

/*
 * A vendor's person with bad intent and a browser: Southwest's session asks for whatever JetBlue and the insiders see,
 * by every address and form that their pages hold.
 */

const intruder = cast.southwest;
const naming = /\/\d{9,}(\/|$)/;

type Found = { reads: string[]; sends: string[] };

/** The addresses and forms on the pages that somebody sees, beginning with some and two steps deep. */
async function found(browser: Browser, walker: Walker, start: string[]): Promise<Found> {
  const page = await (await browser.newContext()).newPage();
  await signIn(page, walker);
  const reads = new Set<string>();
  const sends = new Set<string>();
  let next = start;
  for (const depth of [0, 1]) {
    const further = new Set<string>();
    for (const path of next) {
      const answer = await page.request.get(path);
      if (!answer.headers()['content-type']?.startsWith('text/html')) continue;
      await page.setContent(withoutScripts(await answer.text()));
      const seen = await page.evaluate(() => ({
        links: [...document.querySelectorAll('main a[href]')].map((a) => a.getAttribute('href')),
        forms: [...document.querySelectorAll('main form[method=post]')].map((form) =>
          form.getAttribute('action'),
        ),
      }));
      for (const link of seen.links.flatMap(ownPath)) {
        reads.add(link);
        if (!reads.has(link) || naming.test(link)) further.add(link);
      }
      for (const form of seen.forms.flatMap(ownPath)) if (naming.test(form)) sends.add(form);
    }
    next = depth === 0 ? [...further].slice(0, 40) : [];
  }
  await page.context().close();
  return { reads: [...reads], sends: [...sends] };
}

function withoutScripts(html: string): string {
  return html.replace(/<script[\s\S]*?<\/script>|<link[^>]*>/g, '');
}

function ownPath(href: string | null): string[] {
  return href?.startsWith('/') && !href.startsWith('//') ? [href.split('#')[0] ?? ''] : [];
}

type Asked = { path: string; status: number; text: string };

/** What the page's own script gets for some addresses: as a page, and as the data behind it. */
async function ask(page: Page, paths: string[], init: RequestInit = {}): Promise<Asked[]> {
  return page.evaluate(
    async ([wanted, options]) => {
      const one = async (path: string): Promise<Asked> => {
        const answer = await fetch(path, { ...options, redirect: 'manual' });
        return { path, status: answer.status, text: await answer.text() };
      };
      return Promise.all(wanted.map(one));
    },
    [paths, init] as const,
  );
}

/** The data of a page, as the framework's own script asks for it. */
function asData(path: string): string {
  const [pathname = '', search] = path.split('?');
  return `${pathname}.data${search === undefined ? '' : `?${search}`}`;
}

const statusOf = ({ path, status }: Asked) => `${status} ${path}`;

/** A form as a browser sends it, with texts that many forms have. */
const anyForm = {
  method: 'POST',
  body: new URLSearchParams({ text: 'x', reason: 'x', note: 'x' }).toString(),
  headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
};

test.describe('an intruder with a vendor’s session', () => {
  test('opens nothing of another vendor', async ({ page, browser }) => {
    const { reads, sends } = await found(browser, cast.jetblue, [
      '/contracts',
      '/breaches?size=25',
      '/reports',
    ]);
    const records = reads.filter((path) => naming.test(path));
    expect(records.length).toBeGreaterThan(20);
    await signIn(page, intruder);
    await arrive(page, '/account');
    for (const answer of await ask(page, [...records, ...records.map(asData)]))
      expect(statusOf(answer)).toBe(`404 ${answer.path}`);
    expect(sends.length).toBeGreaterThan(0);
    for (const answer of await ask(page, sends, anyForm))
      expect(statusOf(answer)).toBe(`404 ${answer.path}`);
  });

  test('opens nothing that is for insiders', async ({ page, browser }) => {
    const shared = [
      '/',
      '/account',
      '/actions',
      '/assessments',
      '/breaches',
      '/calendar',
      '/calendar/feed',
      '/contracts',
      '/credits',
      '/performance',
      '/reports',
      '/search',
      '/statements',
      '/views',
    ];
    const insiders = await Promise.all([
      found(browser, cast.martin, ['/vendors?q=jetblue', '/fallback', '/jobs']),
      found(browser, cast.alan, ['/administration', '/people', '/mail', '/kpis', '/markets']),
      found(browser, cast.petra, ['/services', '/vendors/new', '/contracts/new']),
    ]);
    await signIn(page, intruder);
    await arrive(page, '/account');
    const own = await ask(page, ['/contracts', '/reports', '/breaches?size=200']);
    const ownText = own.map(({ text }) => text).join();
    const isForeign = (path: string) =>
      !shared.includes(path.split('?')[0] ?? '') &&
      !(naming.exec(path) && ownText.includes(naming.exec(path)?.[0] ?? ' '));
    const reads = [...new Set(insiders.flatMap((each) => each.reads))].filter(isForeign);
    expect(reads.length).toBeGreaterThan(40);
    for (const answer of await ask(page, [...reads, ...reads.map(asData)]))
      expect(statusOf(answer)).toBe(`404 ${answer.path}`);
    const sends = [...new Set(insiders.flatMap((each) => each.sends))].filter(isForeign);
    for (const answer of await ask(page, sends, anyForm))
      expect(statusOf(answer)).toBe(`404 ${answer.path}`);
  });

  test('takes home no figures but its own', async ({ page }) => {
    await signIn(page, intruder);
    await arrive(page, '/account');
    for (const list of ['breaches', 'contracts', 'reports']) {
      const [narrowed, whole] = await ask(page, [
        `/${list}/export?format=csv&vendor=B6&q=JetBlue`,
        `/${list}/export?format=csv`,
      ]);
      expect(whole?.status, list).toBe(200);
      expect(`${narrowed?.text}${whole?.text}`).not.toMatch(/JetBlue|Delta Air|\bB6\b/);
    }
    const closed = ['vendors', 'people', 'audit', 'kpis', 'fallback'];
    for (const answer of await ask(
      page,
      closed.map((list) => `/${list}/export?format=csv`),
    ))
      expect(statusOf(answer)).toBe(`404 ${answer.path}`);
  });

  test('sends nothing in another’s name', async ({ page, browser }) => {
    const theirs = await found(browser, cast.jetblue, ['/reports']);
    const drafts = theirs.reads.filter((path) => /^\/reports\/\d+$/.test(path));
    expect(drafts.length).toBeGreaterThan(0);
    const t = wordsOf(intruder);
    await signIn(page, intruder);
    await arrive(page, '/account');
    const led = await page.evaluate(
      async (replaces) => {
        const form = new FormData();
        const lines = ['Carrier code,Period,KPI,Value', 'B6,2023-12,OTD_PCT,99'];
        form.set('files', new File([lines.join('\n')], 'theirs.csv', { type: 'text/csv' }));
        form.set('vendor', 'B6');
        form.set('replaces', replaces);
        return (await fetch('/reports/new', { method: 'POST', body: form })).url;
      },
      drafts[0]?.split('/').at(-1) ?? '',
    );
    await arrive(page, new URL(led).pathname);
    await expect(page.getByText(t('kpi:errors.kind.other_vendor')).first()).toBeVisible();
    const owner = await browser.newContext();
    const theirPage = await owner.newPage();
    await signIn(theirPage, cast.jetblue);
    for (const draft of drafts) expect((await theirPage.request.get(draft)).status()).toBe(200);
    await owner.close();
  });

  test('can’t act through a page of another origin, and reads no session from script', async ({
    page,
    baseURL,
  }) => {
    const portal = baseURL ?? '';
    await signIn(page, intruder);
    await arrive(page, '/account');
    expect(await page.evaluate(() => document.cookie)).not.toContain('mainstay=');
    // Another port of this machine is the same site, so the session's cookie goes with the form: the origin alone tells.
    const elsewhere = 'http://localhost:49151/';
    for (const action of [
      '/sign-out',
      '/language',
      '/reports/new',
      '/account/sessions/end-others',
    ]) {
      const lure = await page.context().newPage();
      const form = `<form method="post" action="${portal}${action}"><button>Win a prize</button></form>`;
      await lure.route(elsewhere, (route) =>
        route.fulfill({ contentType: 'text/html', body: form }),
      );
      await lure.goto(elsewhere);
      const answer = lure.waitForResponse(`${portal}${action}`);
      await lure.getByRole('button').click();
      expect(`${(await answer).status()} ${action}`).toBe(`403 ${action}`);
      await lure.close();
    }
    await arrive(page, '/account');
    await expect(page).toHaveURL('/account');
  });

  test('can’t show the portal inside another page', async ({ page }) => {
    const headers = (await page.request.get('/sign-in')).headers();
    expect(headers['content-security-policy']).toContain("frame-ancestors 'none'");
    expect(headers['x-frame-options']).toBe('DENY');
  });
});
