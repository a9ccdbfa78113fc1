import { useTranslation } from 'react-i18next';
import { changedSearch, type ListQuery } from '~/shared/list-query';
import type { Column } from './DataTable';
import { IconArrowDown, IconArrowUp } from './icons';
import classes from './DataTable.module.css';

type Props<Row> = { column: Column<Row>; query: ListQuery | undefined; search: string };

/** A column's head: its name, unit and, where the list sorts by it, a link that does. */
export function HeaderCell<Row>({ column, query, search }: Props<Row>) {
  const { t } = useTranslation();
  const name = (
    <span>
      {column.header}
      {column.unit && <span className={classes.unit}> {column.unit}</span>}
    </span>
  );
  if (!query || column.sort === undefined)
    return (
      <th scope="col" data-align={column.align}>
        {name}
      </th>
    );
  const dir = query.sort === column.sort ? query.dir : null;
  // Figures are wanted from the largest down, words from A on.
  const startsDown = column.align === 'end';
  const down = dir === null ? startsDown : dir === 'asc';
  const Arrow = (dir ?? (startsDown ? 'desc' : 'asc')) === 'asc' ? IconArrowUp : IconArrowDown;
  return (
    <th
      scope="col"
      data-align={column.align}
      aria-sort={dir === null ? 'none' : dir === 'asc' ? 'ascending' : 'descending'}
    >
      <a
        href={changedSearch(search, { sort: down ? `-${column.sort}` : column.sort })}
        data-keep
        className={classes.sort}
        title={t('kit:table.sortBy', { column: column.header })}
      >
        {name}
        <Arrow size={13} aria-hidden className={classes.arrow} data-on={dir !== null} />
      </a>
    </th>
  );
}
