import { useTranslation } from 'react-i18next';
import type { ListQuery } from '~/shared/list-query';
import type { Column } from './DataTable';
import { IconArrowDown, IconArrowUp, IconSort } from './icons';
import { Menu } from './Menu';
import { sortLink } from './sort-link';
import filterClasses from './FilterBar.module.css';
import classes from './DataTable.module.css';

type Props<Row> = { columns: readonly Column<Row>[]; query: ListQuery; search: string };

/** The order of a list on a phone, where cards have no headers to sort by. */
export function SortMenu<Row>({ columns, query, search }: Props<Row>) {
  const { t } = useTranslation();
  const links = columns.flatMap(({ key, header, ...column }) => {
    const link = sortLink(column, query, search);
    return link ? [{ key, header, ...link }] : [];
  });
  if (links.length === 0) return null;
  return (
    <div className={classes.order}>
      <Menu
        label={t('kit:table.order')}
        button={
          <>
            <IconSort size={16} aria-hidden />
            <span className={filterClasses.word}>{t('kit:table.order')}</span>
          </>
        }
      >
        <ul className={classes.orders}>
          {links.map(({ key, header, now, href }) => (
            <li key={key}>
              <a href={href} data-keep aria-current={now === null ? undefined : 'true'}>
                {header}
                {now === 'asc' && <IconArrowUp size={14} aria-hidden />}
                {now === 'desc' && <IconArrowDown size={14} aria-hidden />}
              </a>
            </li>
          ))}
        </ul>
      </Menu>
    </div>
  );
}
