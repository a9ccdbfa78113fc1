import { describe, expect, it } from 'vitest';
import { changedSearch, pageWindow, parseListQuery, searchWithout } from './list-query';

const spec = {
  sorts: ['name', 'tier'],
  defaultSort: '-tier',
  filters: { status: ['active', 'suspended'], market: 'any' },
  pageSize: 50,
} as const;

const read = (search: string) => parseListQuery(new URLSearchParams(search), spec);

describe('a list read from its URL', () => {
  it('has defaults', () => {
    expect(read('')).toEqual({
      search: '',
      filters: { status: [], market: [] },
      sort: 'tier',
      dir: 'desc',
      page: 1,
      size: 50,
    });
  });

  it('takes what is allowed', () => {
    const query = read(
      'q=%20air%20&status=active&status=active&market=US-DAL&sort=name&page=3&size=100',
    );
    expect(query).toEqual({
      search: 'air',
      filters: { status: ['active'], market: ['US-DAL'] },
      sort: 'name',
      dir: 'asc',
      page: 3,
      size: 100,
    });
    expect(pageWindow(query)).toEqual({ offset: 200, limit: 100 });
  });

  it('falls back where the URL asks for what is not there', () => {
    expect(read('sort=password&status=x&page=-1&size=9999&secret=1')).toEqual(read(''));
    expect(read('page=1.5').page).toBe(1);
    expect(read('sort=-name')).toMatchObject({ sort: 'name', dir: 'desc' });
    expect(read(`q=${'a'.repeat(5000)}`).search).toHaveLength(200);
    expect(read('q=%EF%BC%A1').search).toBe('A');
  });
});

describe('a changed search', () => {
  it('starts at page 1 unless the page is what changes', () => {
    expect(changedSearch('?q=air&page=4', { sort: '-name' })).toBe('?q=air&sort=-name');
    expect(changedSearch('?q=air&page=4', { page: '5' })).toBe('?q=air&page=5');
    expect(changedSearch('?q=air', { q: null })).toBe('?');
  });

  it('takes one value of a filter away', () => {
    expect(searchWithout('?status=active&status=suspended&q=a', 'status', 'active')).toBe(
      '?q=a&status=suspended',
    );
  });
});
