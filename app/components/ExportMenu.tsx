import { useTranslation } from 'react-i18next';
import { changedSearch } from '~/shared/list-query';
import { IconDownload } from './icons';
import { Menu } from './Menu';
import filterClasses from './FilterBar.module.css';
import classes from './Pager.module.css';

/** What is shown, with its filters and sort and all its pages, as a file. */
export function ExportMenu({ href, search }: { href: string; search: string }) {
  const { t } = useTranslation();
  const as = (format: string) => `${href}${changedSearch(search, { format, size: null })}`;
  return (
    <Menu
      label={t('kit:table.export')}
      button={
        <>
          <IconDownload size={16} aria-hidden />
          <span className={filterClasses.word}>{t('kit:table.export')}</span>
        </>
      }
    >
      <ul className={classes.sizes}>
        <li>
          <a href={as('csv')} download>
            {t('kit:table.asCsv')}
          </a>
        </li>
        <li>
          <a href={as('xlsx')} download>
            {t('kit:table.asXlsx')}
          </a>
        </li>
      </ul>
    </Menu>
  );
}
