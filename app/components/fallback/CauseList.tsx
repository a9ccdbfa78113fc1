import { useTranslation } from 'react-i18next';
import type { TermAsked } from '~/fallback/candidate';
import type { Cause } from '~/fallback/cause';
import type { Voice } from '~/fallback/failure-words';
import { useVoice } from './use-voice';
import classes from './fallback.module.css';

export type JoinedCause = { id: number; cause: Cause; joinedOn: string };

/** Causes in sight before the earlier ones have to be asked for. */
const SHOWN = 6;

type Props = {
  causes: readonly JoinedCause[];
  madeOn: string;
  terms: readonly TermAsked[];
};

/** Why it was proposed, the latest first, each with its way to the record. */
export function CauseList({ causes, madeOn, terms }: Props) {
  const { t } = useTranslation();
  const latest = [...causes].sort((a, b) => happened(b) - happened(a) || b.id - a.id);
  const rest = latest.slice(SHOWN);
  const list = (some: readonly JoinedCause[]) => (
    <ul className={classes.causes}>
      {some.map((each) => (
        <CauseItem key={each.id} joined={each} madeOn={madeOn} terms={terms} />
      ))}
    </ul>
  );
  return (
    <>
      {list(latest.slice(0, SHOWN))}
      {rest.length > 0 && (
        <details>
          <summary>{t('fallback:cause.more', { count: rest.length })}</summary>
          {list(rest)}
        </details>
      )}
    </>
  );
}

type ItemProps = Omit<Props, 'causes'> & { joined: JoinedCause };

function CauseItem({ joined, madeOn, terms }: ItemProps) {
  const { t } = useTranslation();
  const voice = useVoice(terms);
  const { cause, joinedOn } = joined;
  const href = hrefOf(cause);
  const words = causeWords(cause, voice);
  const isLater = joinedOn > madeOn;
  return (
    <li>
      {href === null ? words : <a href={href}>{words}</a>}
      {isLater && (
        <span className={classes.quiet}>
          {t('fallback:cause.joined', { date: voice.date(joinedOn) })}
        </span>
      )}
    </li>
  );
}

/** The month of a breach; what has none came after all that have one. */
function happened({ cause }: JoinedCause): number {
  return 'period' in cause ? cause.period : Number.MAX_SAFE_INTEGER;
}

function causeWords(cause: Cause, { t, month, date, kpi }: Voice): string {
  switch (cause.kind) {
    case 'critical_breach':
      return t('fallback:cause.critical_breach', {
        kpi: kpi(cause.kpiCode),
        month: month(cause.period),
      });
    case 'repeat_trigger':
      return t(`fallback:cause.${cause.trigger}`, {
        kpi: kpi(cause.kpiCode),
        month: month(cause.period),
      });
    case 'contract_ending':
      return t('fallback:cause.contract_ending', {
        number: cause.contractNumber,
        date: date(cause.endsOn),
      });
    case 'critical_risk':
      return t('fallback:cause.critical_risk', { score: cause.score, title: cause.title });
    case 'on_demand':
      return cause.personName === null
        ? t('fallback:cause.on_demand_command')
        : t('fallback:cause.on_demand', { name: cause.personName });
  }
}

function hrefOf(cause: Cause): string | null {
  if ('breachId' in cause) return `/breaches/${cause.breachId}`;
  return 'contractId' in cause ? `/contracts/${cause.contractId}` : null;
}
