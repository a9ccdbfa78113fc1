import { useTranslation } from 'react-i18next';
import { TabBar } from '../TabBar';

const tabs = [
  { key: 'reviews', href: '/reviews' },
  { key: 'portfolio', href: '/reviews/portfolio' },
] as const;

/** The reviews one by one, and all vendors side by side. */
export function ReviewTabs({ current }: { current: (typeof tabs)[number]['key'] }) {
  const { t } = useTranslation();
  return (
    <TabBar
      label={t('papers:tabs.label')}
      tabs={tabs.map(({ key, href }) => ({
        href,
        label: t(`papers:tabs.${key}`),
        isCurrent: key === current,
      }))}
    />
  );
}
