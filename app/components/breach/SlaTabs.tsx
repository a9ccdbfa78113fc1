import { useTranslation } from 'react-i18next';
import classes from '../registers/RegisterTabs.module.css';

const tabs = [
  { key: 'breaches', href: '/breaches' },
  { key: 'credits', href: '/credits' },
  { key: 'statements', href: '/statements' },
  { key: 'performance', href: '/performance' },
] as const;

/** Four views of the same outcomes: what failed, what it costs, what is settled, and how each month came out. */
export function SlaTabs({ current }: { current: (typeof tabs)[number]['key'] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('sla:tabs.label')} className={`${classes.tabs} no-print`}>
      {tabs.map(({ key, href }) => (
        <a key={key} href={href} aria-current={key === current ? 'page' : undefined}>
          {t(`sla:tabs.${key}`)}
        </a>
      ))}
    </nav>
  );
}
