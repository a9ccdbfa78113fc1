import { useTranslation } from 'react-i18next';
import { TabBar } from '../TabBar';

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
    <TabBar
      label={t('clauses:tabs.label')}
      tabs={tabs.map(({ key, href }) => ({
        href,
        label: t(`clauses:tabs.${key}`),
        isCurrent: key === current,
      }))}
    />
  );
}
