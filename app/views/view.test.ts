import { describe, expect, it } from 'vitest';
import { readFields } from '~/shared/fields';
import { questionOf, viewHref } from './view';
import { viewFields } from './view-form';

describe('the question of a list', () => {
  it('leaves the page out and has one order, so that the same question is the same text', () => {
    expect(questionOf('?state=open&page=3&q=air')).toBe('q=air&state=open');
    expect(questionOf('q=air&state=open')).toBe('q=air&state=open');
    expect(questionOf('')).toBe('');
  });

  it('keeps every value of a filter', () => {
    expect(questionOf('?tier=strategic&tier=preferred')).toBe('tier=strategic&tier=preferred');
  });
});

describe('a view', () => {
  it('leads to its list', () => {
    expect(viewHref({ list: '/breaches', search: 'state=open' })).toBe('/breaches?state=open');
    expect(viewHref({ list: '/breaches', search: '' })).toBe('/breaches');
  });

  it.each(['//elsewhere.example', 'https://elsewhere.example', '/a?b', '/a/../b', ''])(
    'is of a list of this portal, not of %o',
    (list) => {
      const read = readFields(viewFields, { list, name: 'Mine', search: '' });
      expect(read.ok).toBe(false);
    },
  );
});
