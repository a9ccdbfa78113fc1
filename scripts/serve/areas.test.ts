import type { ServerBuild } from '@remix-run/node';
import { matchRoutes, type RouteObject } from '@remix-run/react';
import { describe, expect, it } from 'vitest';
import { areaOfAddress, areasOf, pagesOfArea } from './areas';

type Page = { parentId?: string; path?: string; index?: boolean };

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
const build = (found: Record<string, Page>) =>
  ({
    routes: Object.fromEntries(Object.entries(found).map(([id, page]) => [id, { id, ...page }])),
    assets: { routes: found },
  }) as unknown as ServerBuild;

/** The pages of a build as Remix nests them. */
function nested({ routes }: ServerBuild, parent?: string): RouteObject[] {
  return Object.values(routes)
    .filter((route) => route !== undefined && route.parentId === parent)
    .map((route) => {
      const { id, path, index } = route as { id: string } & Page;
      const children = nested({ routes } as ServerBuild, id);
      return (index ? { id, index } : { id, path, children }) as RouteObject;
    });
}

const found = (within: ServerBuild, address: string) =>
  matchRoutes(nested(within), address)?.map(({ route }) => route.id);

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
