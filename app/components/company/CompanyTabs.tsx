import { useTranslation } from 'react-i18next';
import { TabBar } from '../TabBar';

const tabs = [
  { key: 'company', href: '/company' },
  { key: 'contracts', href: '/contracts' },
] as const;

/** What a vendor has of its own here: its description and its contracts. */
export function CompanyTabs({ current }: { current: (typeof tabs)[number]['key'] }) {
  const { t } = useTranslation();
  return (
    <TabBar
      label={t('company:tabs.label')}
      tabs={tabs.map(({ key, href }) => ({
        href,
        label: t(`company:tabs.${key}`),
        isCurrent: key === current,
      }))}
    />
  );
}
