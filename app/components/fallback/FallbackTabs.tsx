import { useTranslation } from 'react-i18next';
import tabs from '../registers/RegisterTabs.module.css';

const places = [
  { key: 'proposals', href: '/fallback' },
  { key: 'readiness', href: '/readiness' },
] as const;

/** What has to be decided, and how prepared we are. */
export function FallbackTabs({ current }: { current: (typeof places)[number]['key'] }) {
  const { t } = useTranslation();
  return (
    <nav aria-label={t('fallback:title')} className={`${tabs.tabs} no-print`}>
      {places.map(({ key, href }) => (
        <a key={key} href={href} aria-current={key === current ? 'page' : undefined}>
          {t(`fallback:tab.${key}`)}
        </a>
      ))}
    </nav>
  );
}
