import { useTranslation } from 'react-i18next';
import { Menu } from '../Menu';
import classes from './contracts.module.css';

type Item = { href: string; label: string; download?: boolean };

/** Lesser actions of a record behind one button. */
export function MoreMenu({ items }: { items: readonly Item[] }) {
  const { t } = useTranslation();
  return (
    <Menu button={t('kit:more')}>
      <ul className={classes.menu}>
        {items.map(({ href, label, download }) => (
          <li key={href}>
            <a href={href} {...(download && { download: true })}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </Menu>
  );
}
