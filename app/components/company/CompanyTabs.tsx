import { useTranslation } from 'react-i18next';
import classes from '../registers/RegisterTabs.module.css';

const tabs = [
  { key: 'company', href: '/company' },
  { key: 'contracts', href: '/contracts' },
] as const;

/** What a vendor has of its own here: its description and its contracts. */
export function CompanyTabs({ current }: { current: (typeof tabs)[number]['key'] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('company:tabs.label')} className={`${classes.tabs} no-print`}>
      {tabs.map(({ key, href }) => (
        <a key={key} href={href} aria-current={key === current ? 'page' : undefined}>
          {t(`company:tabs.${key}`)}
        </a>
      ))}
    </nav>
  );
}
