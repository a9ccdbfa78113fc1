import { useTranslation } from 'react-i18next';
import { ActionBadge } from '~/components/actions/ActionBadge';
import { ActionTick } from '~/components/actions/ActionTick';
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
            {plan[kind].map((step) => (
              <PlanStep key={`${step.what} ${step.dueOn}`} step={step} page={page} />
            ))}
          </ul>
        </div>
      ))}
    </Section>
  );
}

type StepProps = { step: { what: string; dueOn: string }; page: BreachPage };

/** A step as promised, and the action that it became: who has it, whether it is done, and the box to tick. */
function PlanStep({ step: { what, dueOn }, page }: StepProps) {
  const action = page.steps.find((each) => each.title === what);
  return (
    <li>
      <span>{what}</span>
      <span className={classes.step}>
        <DateText date={action?.dueOn ?? dueOn} />
        {action && <ActionBadge state={action.state} />}
        {action && page.mayTick && (
          <ActionTick actionId={action.id} isDone={action.doneAt !== null} title={what} />
        )}
      </span>
    </li>
  );
}
