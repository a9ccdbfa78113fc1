import { useTranslation } from 'react-i18next';
import { Section } from '~/components/Section';
import { DateText } from '~/components/texts';
import classes from './breach.module.css';
import type { BreachPage } from './load-page.server';

/** The vendor's improvement plan, the cause first; an earlier one while the next is owed. */
export function Plan({ page }: { page: BreachPage }) {
  const { plan } = page;
  const isOwed = page.case.state === 'open' || page.case.state === 'acknowledged';
  const { t } = useTranslation();
  if (!plan) return null;
  return (
    <Section title={t(isOwed ? 'sla:breach.earlierPlan' : 'sla:breach.plan')}>
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
