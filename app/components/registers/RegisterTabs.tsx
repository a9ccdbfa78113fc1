import { useTranslation } from 'react-i18next';
import { TabBar } from '../TabBar';

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
    <TabBar
      label={t('vendors:tabs.label')}
      tabs={tabs.map(({ key, href }) => ({
        href,
        label: t(`vendors:tabs.${key}`),
        isCurrent: key === current,
      }))}
    />
  );
}
