import { matchRoutes } from '@remix-run/react';
import { describe, expect, it } from 'vitest';
import { pagesAt, placeKey, placeOf, placesOf } from './places';

type Page = { parentId?: string; path?: string; index?: boolean };
type Nested = { id: string; index: true } | { id: string; path?: string; children: Nested[] };

const pages: Record<string, Page> = {
  root: { path: '' },
  frame: { parentId: 'root' },
  desk: { parentId: 'frame', index: true },
  vendors: { parentId: 'frame', path: 'vendors' },
  vendor: { parentId: 'vendors', path: ':vendorId' },
  scorecard: { parentId: 'vendor', path: 'scorecard' },
  breaches: { parentId: 'frame', path: 'breaches/:caseId' },
  files: { parentId: 'root', path: 'files/*' },
  nowhere: { parentId: 'root', path: '*' },
};
const build = (pages: Record<string, Page>) => ({
  routes: Object.fromEntries(Object.entries(pages).map(([id, page]) => [id, { id, ...page }])),
  assets: { routes: pages },
});

/** The pages of a build as Remix nests them. */
function nested(routes: Record<string, { id: string } & Page>, parent?: string): Nested[] {
  return Object.values(routes)
    .filter(({ parentId }) => parentId === parent)
    .map(({ id, path, index }) =>
      index
        ? { id, index: true }
        : { id, ...(path !== undefined && { path }), children: nested(routes, id) },
    );
}

const found = ({ routes }: ReturnType<typeof build>, address: string) =>
  matchRoutes(nested(routes), address)?.map(({ route }) => route.id);

describe('the pages of a place', () => {
  it.each([
    ['/', ['root', 'frame', 'desk']],
    ['/vendors', ['root', 'frame', 'vendors']],
    ['/vendors/7/scorecard', ['root', 'frame', 'vendors', 'vendor', 'scorecard']],
    ['/breaches/7', ['root', 'frame', 'breaches']],
    ['/vendors/7/nothing', ['root', 'nowhere']],
    ['/nothing/7', ['root', 'nowhere']],
    ['/files/a/b/c', ['root', 'files']],
  ])('hold the page of %s, as all pages do', (address, ids) => {
    const within = pagesAt(build(pages), placeOf(address));
    expect(found(within, address)).toEqual(ids);
    expect(found(build(pages), address)).toEqual(ids);
  });

  it('hold the layouts that a page stands in and none beside it, in what the browser is told either', () => {
    const { routes, assets } = pagesAt(build(pages), { area: 'breaches', length: 2 });
    expect(Object.keys(routes)).toEqual(['root', 'frame', 'desk', 'breaches', 'nowhere']);
    expect(Object.keys(assets.routes)).toEqual(Object.keys(routes));
  });

  it.each([
    ['/', ['root', 'frame', 'desk']],
    ['/vendors', ['root', 'frame', 'vendors']],
    ['/vendors/7', ['root', 'frame', 'vendors', 'vendor']],
  ])('hold the page of %s above it, which the browser may go up to', (above, ids) => {
    expect(found(pagesAt(build(pages), placeOf('/vendors/7/scorecard')), above)).toEqual(ids);
  });

  it('are known for what is written out; what a page fetches is of its place', () => {
    const places = placesOf(build(pages));
    expect(
      ['/', '/vendors', '/vendors/7', '/breaches/7'].map((a) => places.has(placeKey(placeOf(a)))),
    ).toEqual([true, true, true, true]);
    expect(places.has(placeKey(placeOf('/breaches')))).toBe(false);
    expect(placeOf('/vendors.data')).toEqual({ area: 'vendors', length: 1 });
    expect(placeOf('/vendors/7.data')).toEqual({ area: 'vendors', length: 2 });
    expect(places.has(placeKey(placeOf('/_root.data')))).toBe(false);
  });
});
