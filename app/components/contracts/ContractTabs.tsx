import { useTranslation } from 'react-i18next';
import classes from '../registers/RegisterTabs.module.css';

const tabs = [
  { key: 'contracts', href: '/contracts' },
  { key: 'clauses', href: '/clauses' },
  { key: 'standards', href: '/standards' },
  { key: 'comparison', href: '/term-comparison' },
] as const;

/** Views across contracts: the list, what is missing in them, the standards they follow, their terms side by side. */
export function ContractTabs({ current }: { current: (typeof tabs)[number]['key'] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('clauses:tabs.label')} className={`${classes.tabs} no-print`}>
      {tabs.map(({ key, href }) => (
        <a key={key} href={href} aria-current={key === current ? 'page' : undefined}>
          {t(`clauses:tabs.${key}`)}
        </a>
      ))}
    </nav>
  );
}
