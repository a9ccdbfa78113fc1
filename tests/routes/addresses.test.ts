import { expect, it } from 'vitest';
import { listRoutes } from './route-list';

const isOpen = (part: string) => part.startsWith(':') || part === '*';

/** Two patterns that one address fits and of which none is the more exact: which of them answers is a matter of order. */
function clash(one: string, other: string): boolean {
  const [parts, others] = [one.split('/'), other.split('/')];
  if (parts.length !== others.length) return false;
  const pairs = parts.map((part, index) => [part, others[index] ?? ''] as const);
  if (!pairs.every(([a, b]) => a === b || isOpen(a) || isOpen(b))) return false;
  const fixed = (list: string[]) => list.filter((part) => !isOpen(part)).length;
  return fixed(parts) === fixed(others);
}

it('no address is claimed by two routes', async () => {
  const paths = [...new Set((await listRoutes()).map(({ path }) => path))];
  const clashes = paths.flatMap((one, index) =>
    paths.slice(index + 1).flatMap((other) => (clash(one, other) ? [`${one} ${other}`] : [])),
  );
  expect(clash('/company/:section/nothing', '/company/subcontractors/:id')).toBe(true);
  expect(clashes).toEqual([]);
});
