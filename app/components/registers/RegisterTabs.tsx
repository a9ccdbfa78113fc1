import { useTranslation } from 'react-i18next';
import classes from './RegisterTabs.module.css';

const tabs = [
  { key: 'vendors', href: '/vendors' },
  { key: 'onboarding', href: '/onboarding' },
  { key: 'checks', href: '/checks' },
  { key: 'screening', href: '/screening' },
  { key: 'assessments', href: '/assessments' },
  { key: 'scorecards', href: '/scorecards' },
  { key: 'services', href: '/services' },
  { key: 'markets', href: '/markets' },
  { key: 'kpis', href: '/kpis' },
] as const;

/** The registers side by side: vendors, and the lists that they are described with. */
export function RegisterTabs({ current }: { current: (typeof tabs)[number]['key'] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('vendors:tabs.label')} className={`${classes.tabs} no-print`}>
      {tabs.map(({ key, href }) => (
        <a key={key} href={href} aria-current={key === current ? 'page' : undefined}>
          {t(`vendors:tabs.${key}`)}
        </a>
      ))}
    </nav>
  );
}
