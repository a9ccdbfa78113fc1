import { useTranslation } from 'react-i18next';
import { TabBar } from '../TabBar';

const places = [
  { key: 'proposals', href: '/fallback' },
  { key: 'readiness', href: '/readiness' },
] as const;

/** What has to be decided, and how prepared we are. */
export function FallbackTabs({ current }: { current: (typeof places)[number]['key'] }) {
  const { t } = useTranslation();
  return (
    <TabBar
      label={t('fallback:title')}
      tabs={places.map(({ key, href }) => ({
        href,
        label: t(`fallback:tab.${key}`),
        isCurrent: key === current,
      }))}
    />
  );
}
