import { useTranslation } from 'react-i18next';
import { ButtonLink } from '~/components/form/buttons';
import classes from '~/components/scorecards/scorecards.module.css';
import { Section } from '~/components/Section';
import { InstantText } from '~/components/texts';
import type { ScoringPage } from './load-page.server';

/** What the vendor says to the result, and what became of it. */
export function Remarks({ page }: { page: ScoringPage }) {
  const { t } = useTranslation();
  const { remarks, scoring, may } = page;
  if (remarks.length === 0) return null;
  return (
    <Section title={t('assessments:remarks')}>
      {remarks.map((remark) => (
        <div key={remark.id} className={classes.remark}>
          <p className={classes.quiet}>
            {t(`assessments:remark.${remark.kind}`)} · {remark.name} ·{' '}
            <InstantText instant={remark.at} />
          </p>
          <p>{remark.text}</p>
          {remark.ruling && (
            <p>
              <strong>{t(`assessments:ruling.${remark.ruling}`)}</strong>: {remark.rulingReason}
            </p>
          )}
          {remark.kind === 'appeal' && !remark.ruling && may.rule && (
            <ButtonLink href={`/assessments/${scoring.id}/remarks/${remark.id}/ruling`}>
              {t('assessments:act.rule')}
            </ButtonLink>
          )}
        </div>
      ))}
    </Section>
  );
}
