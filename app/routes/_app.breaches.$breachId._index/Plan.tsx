import { useTranslation } from 'react-i18next';
import { Section } from '~/components/Section';
import { DateText } from '~/components/texts';
import classes from './breach.module.css';
import type { BreachPage } from './load-page.server';

/** The vendor's improvement plan, the cause first. */
export function Plan({ page: { plan } }: { page: BreachPage }) {
  const { t } = useTranslation();
  if (!plan) return null;
  return (
    <Section title={t('sla:breach.plan')}>
      <p className={classes.small}>{t('sla:case.cause')}</p>
      <ol className={classes.whys}>
        {plan.whys.map((why) => (
          <li key={why}>{why}</li>
        ))}
      </ol>
      {(['corrective', 'preventive'] as const).map((kind) => (
        <div key={kind}>
          <p className={classes.small}>{t(`sla:case.${kind}`)}</p>
          <ul className={classes.steps}>
            {plan[kind].map(({ what, dueOn }) => (
              <li key={`${what} ${dueOn}`}>
                <span>{what}</span>
                <span>
                  <DateText date={dueOn} />
                </span>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}
