import { isValidElement, type ReactNode } from 'react';
import type { ListQuery } from '~/shared/list-query';
import type { Column } from './DataTable';

/** How long a cell's words are: short ones stay on one line, long ones are prose. */
export type CellLength = 'short' | 'long' | 'prose';

const MOST_SHORT = 16;
const MOST_LONG = 48;

/** The length of a cell that is plain text or a link of it, a Chinese sign counting for two letters; others keep their shape. */
export function cellLength(content: ReactNode): CellLength | undefined {
  const text = textOf(content);
  if (text === undefined) return undefined;
  const width = [...text].reduce((sum, sign) => sum + (/[\u2e80-\uffee]/.test(sign) ? 2 : 1), 0);
  if (width <= MOST_SHORT) return 'short';
  return width <= MOST_LONG ? 'long' : 'prose';
}

function textOf(content: ReactNode): string | undefined {
  if (typeof content === 'string') return content;
  if (!isValidElement<{ children?: ReactNode }>(content) || content.type !== 'a') return undefined;
  const { children } = content.props;
  return typeof children === 'string' ? children : undefined;
}

/**
 * The columns, of which those that say nothing in any row here stay hidden until asked for. One with a total or by which
 * the list is sorted says something all the same; the first one names the rows.
 */
export function withoutEmpty<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  query?: ListQuery,
): Column<Row>[] {
  const says = (column: Column<Row>) =>
    rows.length === 0 ||
    column.total !== undefined ||
    (column.sort !== undefined && query?.sort === column.sort) ||
    rows.some((row) => !isEmpty(column.cell(row)));
  return columns.map((column, index) =>
    index === 0 || says(column) ? column : { ...column, hidden: true },
  );
}

function isEmpty(content: ReactNode): boolean {
  return (
    content === null || content === undefined || content === '' || typeof content === 'boolean'
  );
}
