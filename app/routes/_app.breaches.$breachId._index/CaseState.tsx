import { useTranslation } from 'react-i18next';
import { Callout } from '~/components/Notice';
import { useFormat } from '~/components/use-format';
import { isOver } from '~/sla/case';
import classes from './breach.module.css';
import type { BreachPage } from './load-page.server';

/** Where the case stands, in a sentence, and what comes next. */
export function CaseState({ page }: { page: BreachPage }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { state, dueOn, verification, disputableUntil, moves } = page.case;
  const isLate = dueOn !== null && dueOn < page.today;
  const key = state === 'plan_accepted' && dueOn === null ? 'plan_acceptedNow' : state;
  const words = { due: dueOn === null ? '' : format.date(dueOn), ...verification };
  const waits = state === 'open' || state === 'acknowledged';
  const ours = state === 'plan_submitted' || state === 'disputed';
  const isAsked = page.isOwn ? waits : ours;
  const sentences = [
    t(page.isOwn ? `sla:case.own.${key}` : `sla:case.${key}`, words),
    isLate && waits && t('sla:case.overdue', { due: words.due }),
    page.isOwn && moves.includes('dispute')
      ? t('sla:case.disputable', { until: format.date(disputableUntil) })
      : !isOver(state) &&
        dueOn !== null &&
        !isLate &&
        t('sla:case.inDays', { when: format.daysFrom(dueOn, page.today) }),
  ];
  return (
    <div className={classes.state}>
      <Callout
        tone={isLate && waits ? 'problem' : isAsked ? 'attention' : 'info'}
        title={t(`common:caseState.${state}`)}
      >
        {sentences.filter(Boolean).join(format.betweenSentences)}
      </Callout>
    </div>
  );
}
