import type { Page } from '@playwright/test';
import { arrive, cast, desk, expect, ready, signIn, test } from './walk';

/* The places of the navigation are reached from one another without the page being loaded anew. */

for (const walker of [cast.martin, cast.southwest]) {
  test(`${walker.name} goes from each place to the desk and on to the next`, async ({ page }) => {
    await page.setViewportSize(desk);
    await signIn(page, walker);
    await arrive(page, '/account/tokens/new');
    await page.evaluate(() => document.documentElement.setAttribute('data-first-load', ''));
    const links = page.getByRole('navigation').first().getByRole('link');
    const hrefs = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
    const places = hrefs.filter((href) => href !== null && href !== '/');
    expect(places.length).toBeGreaterThan(3);
    await go(page, '/');
    for (const place of places) {
      await go(page, place ?? '');
      await go(page, '/');
    }
    await expect(page.locator('html[data-first-load]')).toHaveCount(1);
  });
}

async function go(page: Page, place: string): Promise<void> {
  await page.getByRole('navigation').first().locator(`a[href="${place}"]`).last().click();
  await expect(page).toHaveURL(place);
  await expect(page.getByRole('main').getByRole('heading', { level: 1 })).toBeVisible();
  await ready(page);
}
