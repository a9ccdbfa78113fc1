import { useTranslation } from 'react-i18next';
import type { StepOwner } from '~/fallback/switch-plan';
import type { SwitchStep } from '~/fallback/switch-steps';
import { ActionTick } from '../actions/ActionTick';
import { IconCheck } from '../icons';
import { StateBadge } from '../StateBadge';
import { useFormat } from '../use-format';
import classes from './fallback.module.css';

export type PlanStep = {
  id: number;
  step: SwitchStep;
  owner: string | null;
  role: Extract<StepOwner, 'procurement' | 'service_owner'> | null;
  dueOn: string | null;
  doneAt: string | null;
  cancelled: boolean;
};
export type Plan = {
  id: number;
  state: 'running' | 'done' | 'abandoned';
  candidate: string;
  sharePercent: string;
  finishedOn: string | null;
  reason: string | null;
  steps: readonly PlanStep[];
};

type Props = {
  plan: Plan;
  proposalId: number;
  today: string;
  canMark: boolean;
  canAbandon: boolean;
};

/** A switch on its way: its steps with owners, due dates and what is done. */
export function SwitchPlan({ plan, proposalId, today, canMark, canAbandon }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const done = plan.steps.filter(({ doneAt }) => doneAt !== null).length;
  const isRunning = plan.state === 'running';
  return (
    <section className={classes.plan}>
      <header>
        <h3>
          {t('fallback:plan.to', {
            percent: format.percent(plan.sharePercent),
            vendor: plan.candidate,
          })}
        </h3>
        <StateBadge tone={isRunning ? 'accent' : plan.state === 'done' ? 'good' : 'quiet'}>
          {t(`fallback:plan.state.${plan.state}`)}
        </StateBadge>
        <span className={classes.quiet}>
          {t('fallback:plan.progress', { done, total: plan.steps.length })}
        </span>
      </header>
      <ol className={classes.steps}>
        {plan.steps.map((step) => (
          <Step key={step.id} {...{ step, today }} canMark={canMark && isRunning} />
        ))}
      </ol>
      <PlanEnd plan={plan} />
      {isRunning && canAbandon && (
        <p>
          <a href={`/proposals/${proposalId}/switches/${plan.id}/abandonment`}>
            {t('fallback:plan.abandon')}
          </a>
        </p>
      )}
    </section>
  );
}

function PlanEnd({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const format = useFormat();
  const date = plan.finishedOn ? format.date(plan.finishedOn) : '';
  if (plan.state === 'done')
    return <p className={classes.quiet}>{t('fallback:plan.finishedOn', { date })}</p>;
  if (plan.state === 'abandoned')
    return (
      <p className={classes.quiet}>
        {t('fallback:plan.abandonedOn', { date, reason: plan.reason ?? '' })}
      </p>
    );
  return <p className={classes.quiet}>{t('fallback:plan.lastStep')}</p>;
}

type StepProps = { step: PlanStep; today: string; canMark: boolean };

function Step({ step, today, canMark }: StepProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { id, owner, role, dueOn, doneAt, cancelled } = step;
  const isDone = doneAt !== null;
  const isLate = !isDone && !cancelled && dueOn !== null && dueOn < today;
  return (
    <li data-done={isDone} data-cancelled={cancelled}>
      <span className={classes.stepMark} aria-hidden>
        {isDone && <IconCheck size={14} />}
      </span>
      <span className={classes.stepName}>{t(`fallback:plan.step.${step.step}`)}</span>
      <span>{owner ?? (role && t(`fallback:plan.owner.${role}`))}</span>
      <span className={classes.due}>
        {isDone
          ? format.date(doneAt.slice(0, 10))
          : dueOn !== null && <time dateTime={dueOn}>{format.date(dueOn)}</time>}
        {isLate && <StateBadge tone="attention">{t('fallback:plan.late')}</StateBadge>}
      </span>
      {canMark && (
        <ActionTick actionId={id} isDone={isDone} title={t(`fallback:plan.step.${step.step}`)} />
      )}
    </li>
  );
}
