import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import type { Column } from './DataTable';
import { cellLength, withoutEmpty } from './table-cells';

describe('a cell of plain text', () => {
  it.each([
    ['Air transport', 'short'],
    ['航空运输', 'short'],
    ['Air Wisconsin Airlines Corp', 'long'],
    ['因承运人可控原因造成的延误', 'long'],
    ['Where the carrier falls short, what the other side may ask for.', 'prose'],
  ])('%s is %s', (text, length) => expect(cellLength(text)).toBe(length));

  it('is as long as the link that it is', () => {
    expect(cellLength(createElement('a', { href: '/reviews/7' }, '业务回顾'))).toBe('short');
    expect(cellLength(createElement('span', {}, '业务回顾'))).toBeUndefined();
  });

  it('is asked for its length alone', () => {
    expect(cellLength(12)).toBeUndefined();
    expect(cellLength(null)).toBeUndefined();
  });
});

describe('columns that say nothing', () => {
  type Row = { name: string; effect: string | null; invoice: string | null };
  const columns: Column<Row>[] = [
    { key: 'name', header: 'Name', cell: () => null },
    { key: 'effect', header: 'Effect', sort: 'effect', cell: ({ effect }) => effect },
    { key: 'invoice', header: 'Invoice', cell: ({ invoice }) => invoice },
    { key: 'sum', header: 'Sum', total: '0', cell: () => '' },
  ];
  const hidden = (...asked: Parameters<typeof withoutEmpty<Row>>) =>
    withoutEmpty(...asked).flatMap((column) => (column.hidden ? [column.key] : []));
  const rows = [
    { name: 'a', effect: null, invoice: null },
    { name: 'b', effect: null, invoice: 'A-1' },
  ];
  const query = { search: '', filters: {}, dir: 'asc', page: 1, size: 25 } as const;

  it('wait until they are asked for, save the first and those with a total', () => {
    expect(hidden(columns, rows)).toEqual(['effect']);
  });

  it('stand where the list is sorted by them, and where there are no rows to tell', () => {
    expect(hidden(columns, rows, { ...query, sort: 'effect' })).toEqual([]);
    expect(hidden(columns, [])).toEqual([]);
  });
});
