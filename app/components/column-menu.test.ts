import { describe, expect, it } from 'vitest';
import { isShown, withChoice } from './ColumnMenu';

describe('a choice of columns', () => {
  const full = { key: 'effect', header: 'Effect' };
  const empty = { ...full, hidden: true };

  it('takes the place of the one before, whatever the column’s default was then', () => {
    const asked = withChoice(['-owner'], empty, true);
    expect(isShown(empty, asked)).toBe(true);
    const left = withChoice(asked, full, false);
    expect(left).toEqual(['-owner', '-effect']);
    expect(isShown(full, left)).toBe(false);
    expect(isShown(empty, left)).toBe(false);
    const again = withChoice(left, empty, true);
    expect(isShown(full, again)).toBe(true);
    expect(isShown(empty, again)).toBe(true);
  });

  it('is forgotten where it is the default', () => {
    expect(withChoice(['-effect'], full, true)).toEqual([]);
    expect(withChoice(['+effect'], empty, false)).toEqual([]);
  });
});
