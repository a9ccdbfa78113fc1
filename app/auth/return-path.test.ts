import { describe, expect, it } from 'vitest';
import { returnPath } from './return-path';

describe('the path to go on to', () => {
  it.each([
    ['/breaches?severity=critical', '/breaches?severity=critical'],
    ['/', '/'],
    ['/a/../b', '/b'],
    [null, '/'],
    ['', '/'],
    ['breaches', '/'],
    ['https://evil.example/', '/'],
    ['//evil.example', '/'],
    ['/\\evil.example', '/'],
    ['/\t/evil.example', '/'],
    ['/.//evil.example', '/'],
    ['/..//evil.example', '/'],
    ['javascript:alert(1)', '/'],
  ])('%s leads to %s', (to, path) => {
    expect(returnPath(to)).toBe(path);
  });
});
