import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { changedSearch, MOST_COUNTED, pageSizes, type ListQuery } from '~/shared/list-query';
import { IconChevronLeft, IconChevronRight } from './icons';
import { Menu } from './Menu';
import { useFormat } from './use-format';
import classes from './Pager.module.css';

type Props = {
  query: Pick<ListQuery, 'page' | 'size'>;
  /** Rows on this page. */
  rows: number;
  /** Rows on all pages; above `MOST_COUNTED` nobody knows how many. */
  total: number;
  search: string;
};

/** Which rows of how many, and the way to the others; nothing where one page holds all. */
export function Pager({ query: { page, size }, rows, total, search }: Props) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const smallest = pageSizes[0];
  if (total <= Math.min(size, smallest) && page === 1) return null;
  const from = (page - 1) * size + 1;
  const isCounted = total <= MOST_COUNTED;
  const to = isCounted ? Math.min(from - 1 + rows, total) : from - 1 + rows;
  const hasNext = isCounted ? to < total : rows === size;
  const at = (wanted: number) =>
    changedSearch(search, { page: wanted === 1 ? null : String(wanted) });
  return (
    <nav className={`${classes.pager} no-print`} aria-label={t('kit:table.rows')}>
      <span className="figure">
        {t(isCounted ? 'kit:table.range' : 'kit:table.rangeOfMany', {
          from: number(Math.min(from, to)),
          to: number(to),
          total: number(Math.min(total, MOST_COUNTED)),
        })}
      </span>
      <Menu
        button={t('kit:table.perPage', { size })}
        label={t('kit:table.pageSize')}
        align="start"
        up
      >
        <ul className={classes.sizes}>
          {pageSizes.map((choice) => (
            <li key={choice}>
              <a
                href={changedSearch(search, { size: String(choice) })}
                aria-current={choice === size ? 'true' : undefined}
              >
                {t('kit:table.perPage', { size: choice })}
              </a>
            </li>
          ))}
        </ul>
      </Menu>
      <span className={classes.steps}>
        <Step href={page > 1 ? at(page - 1) : null} label={t('kit:table.previousPage')}>
          <IconChevronLeft size={18} aria-hidden />
        </Step>
        <Step href={hasNext ? at(page + 1) : null} label={t('kit:table.nextPage')}>
          <IconChevronRight size={18} aria-hidden />
        </Step>
      </span>
    </nav>
  );
}

type StepProps = { href: string | null; label: string; children: ReactNode };

function Step({ href, label, children }: StepProps) {
  return href === null ? (
    <span className={classes.step} aria-disabled="true">
      {children}
    </span>
  ) : (
    <a className={classes.step} href={href} aria-label={label} title={label}>
      {children}
    </a>
  );
}
