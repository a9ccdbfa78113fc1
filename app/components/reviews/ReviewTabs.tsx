import { useTranslation } from 'react-i18next';
import classes from '../registers/RegisterTabs.module.css';

const tabs = [
  { key: 'reviews', href: '/reviews' },
  { key: 'portfolio', href: '/reviews/portfolio' },
] as const;

/** The reviews one by one, and all vendors side by side. */
export function ReviewTabs({ current }: { current: (typeof tabs)[number]['key'] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('papers:tabs.label')} className={`${classes.tabs} no-print`}>
      {tabs.map(({ key, href }) => (
        <a key={key} href={href} aria-current={key === current ? 'page' : undefined}>
          {t(`papers:tabs.${key}`)}
        </a>
      ))}
    </nav>
  );
}
