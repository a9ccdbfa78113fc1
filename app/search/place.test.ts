import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { placesOpenTo } from './place';

/** Pages of the side bar and its tabs: the routes of the frame that name no record. */
const pages = readdirSync(join(process.cwd(), 'app', 'routes'))
  .filter((name) => /^_app\.[^$]*_index\.tsx$/.test(name))
  .map((name) => name.replace(/^_app\.?/, '/').replace(/_index\.tsx$/, ''))
  .map((path) => path.replace(/\.$/, '').replaceAll('.', '/'));

/** Parts of a page that stand on the page itself. */
const within = ['/calendar/feed', ...pages.filter((path) => path.startsWith('/company/'))];

describe('places that one may go to by name', () => {
  const known = placesOpenTo(() => true).map(({ href }) => href);

  it('are all pages that need no record', () => {
    expect(pages.length).toBeGreaterThan(30);
    expect(
      pages.filter((path) => !known.some((href) => href === path) && !within.includes(path)),
    ).toEqual([]);
  });

  it('are named once', () => {
    expect(new Set(known).size).toBe(known.length);
  });

  it('are those alone that are open to who asks', () => {
    expect(placesOpenTo(() => false).map(({ href }) => href)).toEqual(['/', '/account']);
  });
});
