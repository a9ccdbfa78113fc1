import { useTranslation } from 'react-i18next';
import type { ListQuery } from '~/shared/list-query';
import type { Column } from './DataTable';
import { IconArrowDown, IconArrowUp } from './icons';
import { sortLink } from './sort-link';
import classes from './DataTable.module.css';

type Props<Row> = { column: Column<Row>; query: ListQuery | undefined; search: string };

/** A column's head: its name, unit and, where the list sorts by it, a link that does. */
export function HeaderCell<Row>({ column, query, search }: Props<Row>) {
  const { t } = useTranslation();
  const link = sortLink(column, query, search);
  const name = (
    <span>
      {column.header}
      {column.unit && <span className={classes.unit}> {column.unit}</span>}
    </span>
  );
  if (!link)
    return (
      <th scope="col" data-align={column.align}>
        {name}
      </th>
    );
  const { now, next, href } = link;
  const Arrow = (now ?? next) === 'asc' ? IconArrowUp : IconArrowDown;
  return (
    <th
      scope="col"
      data-align={column.align}
      aria-sort={now === null ? 'none' : now === 'asc' ? 'ascending' : 'descending'}
    >
      <a
        href={href}
        data-keep
        className={classes.sort}
        title={t('kit:table.sortBy', { column: column.header })}
      >
        {name}
        <Arrow size={13} aria-hidden className={classes.arrow} data-on={now !== null} />
      </a>
    </th>
  );
}
