import { useTranslation } from 'react-i18next';
import { TabBar } from '../TabBar';

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
    <TabBar
      label={t('sla:tabs.label')}
      tabs={tabs.map(({ key, href }) => ({
        href,
        label: t(`sla:tabs.${key}`),
        isCurrent: key === current,
      }))}
    />
  );
}
