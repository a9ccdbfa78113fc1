import { useTranslation } from 'react-i18next';
import { Stars } from '~/components/scorecards/Stars';
import { Section } from '~/components/Section';
import type { Lack } from '~/onboarding/certification';
import type { VendorPage } from './load-page.server';
import classes from './vendor.module.css';

/** How far we vouch for it, its rating in stars, and what it lacks for the next level. */
export function Certification({ page: { certification } }: { page: VendorPage }) {
  const { t } = useTranslation();
  const words = useLackWords();
  const { level, next, total } = certification;
  return (
    <Section
      title={t('vendors:certification.title', {
        level: level ? t(`vendors:certification.levels.${level}`) : t('common:none'),
      })}
      help={level ? t(`vendors:certification.means.${level}`) : t('vendors:certification.help')}
    >
      {total !== null && (
        <p>
          {t('vendors:certification.rating')} <Stars value={total} />
        </p>
      )}
      {next && (
        <>
          <p>
            {t('vendors:certification.next', {
              level: t(`vendors:certification.levels.${next.level}`),
            })}
          </p>
          <ul className={classes.lacks}>
            {next.lacks.map((lack) => (
              <li key={words(lack)}>{words(lack)}</li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}

function useLackWords(): (lack: Lack) => string {
  const { t } = useTranslation();
  return (lack) => {
    switch (lack.need) {
      case 'total':
        return t('vendors:certification.lack.total', { total: lack.total });
      case 'check':
        return t('vendors:certification.lack.check', {
          check: t(`vendors:tier.check.${lack.check}`),
        });
      case 'country':
      case 'region':
      case 'regions':
        return t(`vendors:certification.lack.${lack.need}`);
      case 'months':
        return t('vendors:certification.lack.months', { count: lack.months });
      case 'kept':
        return t('vendors:certification.lack.kept', { percent: lack.percent });
      case 'calm':
        return t('vendors:certification.lack.calm', { count: lack.months });
    }
  };
}
