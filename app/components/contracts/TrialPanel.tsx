import { useTranslation } from 'react-i18next';
import { OutcomeMark } from '../OutcomeMark';
import { useFormat } from '../use-format';
import { useReason } from '../use-reason';
import { SweepChart } from './SweepChart';
import type { Trial } from './trial';
import type { TrialState } from './use-trial';
import classes from './TrialPanel.module.css';

type Props = TrialState & {
  /** The form says a whole term. */
  isWhole: boolean;
  target: string;
  unit: string | null;
  /** Puts another target into the form. */
  onTarget: (target: string) => void;
};

/** What the term as typed would have done to the vendor's last months, and what other targets would have. */
export function TrialPanel({ answer, isBusy, isWhole, target, unit, onTarget }: Props) {
  const { t } = useTranslation();
  const words = useReason();
  return (
    <section className={classes.panel} data-busy={isBusy} aria-busy={isBusy}>
      <h2>{t('contracts:trial.title')}</h2>
      <p className={classes.help}>{t('contracts:trial.help')}</p>
      {!isWhole && answer === null ? (
        <p className={classes.quiet}>{t('contracts:trial.incomplete')}</p>
      ) : answer === null ? (
        <p className={classes.quiet}>
          {t(isBusy ? 'contracts:trial.busy' : 'contracts:trial.failed')}
        </p>
      ) : answer.ok ? (
        <Result trial={answer.value} target={target} unit={unit} onTarget={onTarget} />
      ) : (
        <p className={classes.quiet}>
          {answer.reason.code === 'term_without_readings'
            ? words(answer.reason)
            : t('contracts:trial.incomplete')}
        </p>
      )}
    </section>
  );
}

type ResultProps = Pick<Props, 'target' | 'unit' | 'onTarget'> & { trial: Trial };

function Result({ trial, target, unit, onTarget }: ResultProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { total, months, currency } = trial;
  return (
    <>
      <dl className={classes.figures} role="status">
        <div data-main>
          <dt>{t('contracts:trial.failures')}</dt>
          <dd>
            {t('contracts:trial.ofMonths', { failures: total.failures, months: months.length })}
          </dd>
        </div>
        <div>
          <dt>{t('contracts:trial.runs')}</dt>
          <dd>{total.runs}</dd>
        </div>
        <div>
          <dt>{t('contracts:trial.triggers')}</dt>
          <dd>{total.triggers}</dd>
        </div>
        <div>
          <dt>{t('common:column.credit')}</dt>
          <dd>{format.money(total.creditMinor, currency)}</dd>
        </div>
      </dl>
      <ol className={classes.months}>
        {months.map(({ period, outcome, severity, measured }) => (
          <li
            key={period}
            title={[
              format.month(period),
              measured === null ? null : format.againstTarget(measured, target, { unit }),
            ]
              .filter((part) => part !== null)
              .join(' · ')}
          >
            <span className="visually-hidden">{format.month(period)}</span>
            <OutcomeMark outcome={outcome} severity={severity} label={false} />
          </li>
        ))}
      </ol>
      <p className={classes.span}>
        <span>{months[0] && format.month(months[0].period)}</span>
        <span>{months.length > 1 && format.month(months.at(-1)?.period ?? 0)}</span>
      </p>
      <SweepChart trial={trial} target={target} unit={unit} onTarget={onTarget} />
    </>
  );
}
