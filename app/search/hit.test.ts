import { describe, expect, it } from 'vitest';
import { groupsFound, isWorthSearching, placesNamed } from './hit';

const hit = (title: string) => ({ title, detail: null, href: `/${title}` });

describe('what is worth searching', () => {
  it.each([
    ['', false],
    ['s', false],
    ['so', true],
    ['航', true],
  ])('%o: %o', (text, expected) => {
    expect(isWorthSearching(text)).toBe(expected);
  });
});

describe('places', () => {
  const places = [hit('Vendors'), hit('Vendor files'), hit('违约')];

  it('are all there before anything is typed', () => {
    expect(placesNamed(places, '')).toEqual(places);
  });

  it('are found by a part of their name, whatever its case', () => {
    expect(placesNamed(places, 'vENDORS')).toEqual([hit('Vendors')]);
    expect(placesNamed(places, '违')).toEqual([hit('违约')]);
    expect(placesNamed(places, 'xyz')).toEqual([]);
  });
});

describe('groups', () => {
  it('stand in their order, without those in which nothing was found', () => {
    const groups = groupsFound({ kpi: [hit('k')], vendor: [hit('v')], breach: [] });
    expect(groups.map(({ kind }) => kind)).toEqual(['vendor', 'kpi']);
  });
});
