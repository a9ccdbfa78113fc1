import { useTranslation } from 'react-i18next';
import classes from './OutcomeMark.module.css';

export type Outcome = 'pending' | 'met' | 'at_risk' | 'breached' | 'no_data' | 'excused';
export type Severity = 'minor' | 'serious' | 'critical';

type Props = {
  outcome: Outcome;
  /** Fills a breach's square: a third, two thirds, all. */
  severity?: Severity | null | undefined;
  /** Without its word where a column or a legend says it; readers of screens hear it still. */
  label?: false;
};

/** A period's outcome by shape, word and colour, the same everywhere. */
export function OutcomeMark({ outcome, severity, label }: Props) {
  const { t } = useTranslation();
  const word = t(`common:outcome.${outcome}`);
  const words = severity ? `${word} · ${t(`common:severity.${severity}`)}` : word;
  return (
    <span
      className={classes.mark}
      data-outcome={outcome}
      title={label === false ? words : undefined}
    >
      <Shape outcome={outcome} severity={severity} />
      <span className={label === false ? 'visually-hidden' : undefined}>{words}</span>
    </span>
  );
}

/** How grave a breach is, without the outcome's word. */
export function SeverityMark({ severity }: { severity: Severity }) {
  const { t } = useTranslation();
  return (
    <span className={classes.mark} data-outcome="breached">
      <Shape outcome="breached" severity={severity} />
      <span>{t(`common:severity.${severity}`)}</span>
    </span>
  );
}

const fill = { minor: 4, serious: 8, critical: 12 };

/** The shape alone, 16 units wide: for charts and maps, which place it by themselves. */
export function Shape({ outcome, severity }: Pick<Props, 'outcome' | 'severity'>) {
  return (
    <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden className={classes.shape}>
      {outcome === 'met' && <path d="M2.5 8.5l3.5 4 7.5-9" />}
      {outcome === 'at_risk' && <path d="M8 2.5 14.5 13.5h-13z" />}
      {outcome === 'breached' && <Square height={fill[severity ?? 'critical']} />}
      {outcome === 'no_data' && <path d="M3 8h10" />}
      {outcome === 'excused' && (
        <path d="M8 1.5 13.5 3.5v4c0 3.4-2.2 5.8-5.5 7-3.3-1.2-5.5-3.6-5.5-7v-4z" />
      )}
      {outcome === 'pending' && (
        <path d="M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 4.5V8l2.5 1.8" />
      )}
    </svg>
  );
}

function Square({ height }: { height: number }) {
  return (
    <>
      <path d="M2 2h12v12H2z" />
      <path d={`M2 ${14 - height}h12v${height}H2z`} className={classes.filled} />
    </>
  );
}
