import { useTranslation } from 'react-i18next';
import type { DueMonth } from '~/kpi/report-due';
import { isOutstanding } from '~/kpi/report-due';
import { EmptyState } from '../EmptyState';
import { ButtonLink } from '../form/buttons';
import { StateBadge, type Tone } from '../StateBadge';
import { DateText } from '../texts';
import { useFormat } from '../use-format';
import classes from './reports.module.css';

type Due = DueMonth & { contractId: number; contractNumber: string };

/** Settled months that are shown without asking. */
const SETTLED_SHOWN = 3;

/** A vendor's months, the latest first: when each report is due, whether it was sent, what came of it. */
export function DueList({ due }: { due: readonly Due[] }) {
  const { t } = useTranslation();
  const open = due.filter(isOutstanding);
  const settled = due.filter((each) => !isOutstanding(each));
  if (due.length === 0)
    return <EmptyState title={t('kpi:due.none')}>{t('kpi:due.noneHelp')}</EmptyState>;
  const hasSeveral = new Set(due.map(({ contractId }) => contractId)).size > 1;
  const item = (each: Due) => (
    <DueItem key={`${each.contractId} ${each.period}`} due={each} hasSeveral={hasSeveral} />
  );
  const earlier = settled.slice(SETTLED_SHOWN);
  return (
    <>
      <ul className={classes.due}>{[...open, ...settled.slice(0, SETTLED_SHOWN)].map(item)}</ul>
      {earlier.length > 0 && (
        <details className={classes.details}>
          <summary>{t('kpi:due.earlier')}</summary>
          <ul className={classes.due}>{earlier.map(item)}</ul>
        </details>
      )}
    </>
  );
}

function DueItem({ due, hasSeveral }: { due: Due; hasSeveral: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { period, dueOn, graceEnd, sent, time, missing, contractNumber } = due;
  const isOpen = isOutstanding(due);
  return (
    <li className={classes.dueItem} data-time={isOpen ? time : undefined}>
      <span>
        <span className={classes.dueMonth}>{format.month(period)}</span>
        {hasSeveral && <span className={classes.subject}>{contractNumber}</span>}
      </span>
      <span>
        <DueBadge due={due} />
        {sent === 'partial' && (
          <span className={classes.subject}>
            {t('kpi:due.missing', { kpis: format.listed(missing) })}
          </span>
        )}
      </span>
      <span>
        {t('kpi:due.dueOn')} <DateText date={dueOn} />
        {isOpen && graceEnd !== dueOn && time === 'in_grace' && (
          <span className={classes.subject}>
            {t('kpi:due.until', { date: format.date(graceEnd) })}
          </span>
        )}
      </span>
      <DueAction due={due} />
    </li>
  );
}

function DueAction({ due: { sent, time, reportId } }: { due: Due }) {
  const { t } = useTranslation();
  if (sent === 'returned' && reportId !== null)
    return <ButtonLink href={`/reports/${reportId}`}>{t('kpi:due.mend')}</ButtonLink>;
  if (sent === 'none' || sent === 'partial')
    return time === 'running' ? (
      <span />
    ) : (
      <ButtonLink href="/reports/new">{t('kpi:due.sendNow')}</ButtonLink>
    );
  return reportId === null ? (
    <span />
  ) : (
    <ButtonLink href={`/reports/${reportId}`} look="quiet">
      {t('kpi:due.see')}
    </ButtonLink>
  );
}

const sentTones: Record<'accepted' | 'submitted' | 'returned', Tone> = {
  accepted: 'good',
  submitted: 'accent',
  returned: 'attention',
};

const timeTones: Record<DueMonth['time'], Tone> = {
  running: 'quiet',
  due: 'accent',
  in_grace: 'attention',
  overdue: 'bad',
};

/** Where a month's report stands, in a word. */
export function DueBadge({ due: { sent, time, late } }: { due: DueMonth }) {
  const { t } = useTranslation();
  if (sent === 'none' || sent === 'partial')
    return <StateBadge tone={timeTones[time]}>{t(`kpi:due.${time}`)}</StateBadge>;
  return (
    <>
      <StateBadge tone={sentTones[sent]}>{t(`kpi:due.${sent}`)}</StateBadge>
      {late && <span className={classes.quiet}> {t('kpi:due.late')}</span>}
    </>
  );
}
