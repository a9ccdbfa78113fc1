import { describe, expect, it } from 'vitest';
import { parseListQuery } from '~/shared/list-query';
import { sortLink } from './sort-link';

const spec = { sorts: ['name', 'amount'], defaultSort: 'name' } as const;
const words = { sort: 'name' };
const figures = { sort: 'amount', align: 'end' } as const;

function at(search: string) {
  return { query: parseListQuery(new URLSearchParams(search), spec), search };
}

describe('a column’s order', () => {
  it('starts words from A and figures from the largest, and turns round', () => {
    const { query, search } = at('?q=air&page=3');
    expect(sortLink(words, query, search)).toEqual({
      now: 'asc',
      next: 'desc',
      href: '?q=air&sort=-name',
    });
    expect(sortLink(figures, query, search)).toEqual({
      now: null,
      next: 'desc',
      href: '?q=air&sort=-amount',
    });
    const down = at('?sort=-amount');
    expect(sortLink(figures, down.query, down.search)).toEqual({
      now: 'desc',
      next: 'asc',
      href: '?sort=amount',
    });
  });

  it('is none where the list does not sort by it', () => {
    const { query, search } = at('');
    expect(sortLink({ align: 'end' }, query, search)).toBeNull();
    expect(sortLink(words, undefined, search)).toBeNull();
  });
});
