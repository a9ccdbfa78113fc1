import { matchRoutes } from '@remix-run/react';
import { describe, expect, it } from 'vitest';
import { areaOfAddress, areasOf, pagesOfArea } from './areas';

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

describe('the pages of an area', () => {
  it.each([
    ['/', ['root', 'frame', 'desk']],
    ['/vendors', ['root', 'frame', 'vendors']],
    ['/vendors/7/scorecard', ['root', 'frame', 'vendors', 'vendor', 'scorecard']],
    ['/breaches/7', ['root', 'frame', 'breaches']],
    ['/vendors/7/nothing', ['root', 'nowhere']],
  ])('hold the page of %s, as all pages do', (address, ids) => {
    const within = pagesOfArea(build(pages), areaOfAddress(address));
    expect(found(within, address)).toEqual(ids);
    expect(found(build(pages), address)).toEqual(ids);
  });

  it('hold none of another, in what the browser is told either', () => {
    const { routes, assets } = pagesOfArea(build(pages), 'breaches');
    expect(Object.keys(routes)).toEqual(['root', 'frame', 'desk', 'breaches', 'nowhere']);
    expect(Object.keys(assets.routes)).toEqual(Object.keys(routes));
  });

  it('are those that the pages write out; what a page fetches is of its area', () => {
    expect([...areasOf(build(pages))]).toEqual(['vendors', 'breaches']);
    expect(areaOfAddress('/vendors.data')).toBe('vendors');
    expect(areaOfAddress('/vendors/7.data')).toBe('vendors');
    expect(areaOfAddress('/_root.data')).toBe('_root');
  });
});
