import { useTranslation } from 'react-i18next';
import { StateBadge } from '~/components/StateBadge';
import classes from '~/components/scorecards/scorecards.module.css';
import { useSay } from '~/components/scorecards/use-say';
import { Facts, Section } from '~/components/Section';
import { DateText } from '~/components/texts';
import type { ScoringPage } from './load-page.server';

/** Why the result is what it is. */
export function Why({ page }: { page: ScoringPage }) {
  const { t } = useTranslation();
  const say = useSay();
  const { causes, isBlind, answered, minimumAnswered } = page;
  return (
    <Section title={t('assessments:why.title')}>
      {isBlind ? (
        <p className={classes.quiet}>{t('assessments:noTotal')}</p>
      ) : (
        <ul className={classes.why}>
          {causes.map((cause) => {
            const name = cause.name ? say(cause.name) : '';
            switch (cause.kind) {
              case 'band':
                return <li key="band">{t('assessments:why.band', { from: cause.from })}</li>;
              case 'knocked_out':
                return (
                  <li key={cause.criterion}>
                    {t('assessments:why.knocked_out', {
                      name,
                      points: cause.points,
                      minimum: cause.minimum,
                    })}
                  </li>
                );
              case 'knock_out_unanswered':
                return (
                  <li key={cause.criterion}>
                    {t('assessments:why.knock_out_unanswered', { name })}
                  </li>
                );
            }
          })}
          <li>{t('assessments:why.answered', { answered, minimum: minimumAnswered })}</li>
        </ul>
      )}
    </Section>
  );
}

/** Who scores, and who has handed in. */
export function Assessors({ page }: { page: ScoringPage }) {
  const { t } = useTranslation();
  return (
    <Section title={t('assessments:assessors')}>
      <Facts
        items={page.assessors.map(({ name, dueOn, submittedAt }) => ({
          label: name,
          value: submittedAt ? (
            <StateBadge tone="good">{t('assessments:in')}</StateBadge>
          ) : (
            <>
              {t('assessments:dueBy')} <DateText date={dueOn} />
            </>
          ),
        }))}
      />
    </Section>
  );
}

/** The assessment as a file, and the template behind it. */
export function Exports({ page }: { page: ScoringPage }) {
  const { t } = useTranslation();
  const base = `/assessments/${page.scoring.id}/export`;
  return (
    <Section title={t('common:action.download')}>
      <p>
        <a href={`${base}?format=csv`}>{t('assessments:asCsv')}</a> ·{' '}
        <a href={`${base}?format=json`}>{t('assessments:asJson')}</a>
      </p>
      {page.seesScorecard && (
        <p>
          <a href={`/scorecards/${page.scorecard.id}`}>{t('assessments:scorecards.one')}</a>
        </p>
      )}
    </Section>
  );
}
