import { expect, it } from 'vitest';
import { loggedPath } from './log';

it.each([
  ['/feeds/9oUXt-secret', '/feeds/…'],
  ['/feeds/9oUXt-secret/', '/feeds/…'],
  ['/vendors/12', '/vendors/12'],
])('%s is logged as %s', (path, logged) => {
  expect(loggedPath(path)).toBe(logged);
});
