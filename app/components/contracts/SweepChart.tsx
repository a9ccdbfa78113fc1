import { lazy, Suspense, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Decimal } from '~/shared/decimal';
import { useFormat } from '../use-format';
import type { Trial } from './trial';
import classes from './TrialPanel.module.css';

type Props = {
  trial: Trial;
  target: string;
  unit: string | null;
  onTarget: (target: string) => void;
};

/** The drawing library weighs more than the rest of a page: it is fetched where there is a curve to draw. */
const SweepPlot = lazy(() => import('./SweepPlot'));

/** What the last months would have cost at other targets: a curve, with the target that is typed marked on it. */
export function SweepChart({ trial, target, unit, onTarget }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const { targets, currency } = trial;
  const typed = targets.findIndex((each) => new Decimal(each.target).equals(decimalOr(target)));
  const [chosen, choose] = useState<number | null>(null);
  const index = Math.min(chosen ?? Math.max(0, typed), targets.length - 1);
  const point = targets[index];
  if (!point) return null;
  const costs = targets.some(({ creditMinor }) => creditMinor > 0);
  const heightOf = ({ creditMinor, failures }: (typeof targets)[number]) =>
    Math.max(0, costs ? creditMinor : failures);
  const measure = (text: string) => format.number(text, { maxDigits: 6, unit });
  const failed = t('contracts:trial.failed_months', { count: point.failures });
  const credit = format.money(point.creditMinor, currency);
  return (
    <figure className={classes.sweep} aria-labelledby={id}>
      <figcaption id={id}>
        {t(costs ? 'contracts:trial.costTitle' : 'contracts:trial.failureTitle')}
      </figcaption>
      <p className={classes.readout}>
        <strong>{measure(point.target)}</strong>
        <span>{failed}</span>
        <strong>{credit}</strong>
      </p>
      <div className={classes.curve} aria-hidden>
        <Suspense>
          <SweepPlot
            swept={targets.map((each) => ({ target: each.target, height: heightOf(each) }))}
            inWords={(height) =>
              costs ? format.money(Math.round(height), currency) : format.number(height)
            }
            {...{ typed, index, choose }}
          />
        </Suspense>
      </div>
      <TargetSlider
        from={measure(targets[0]?.target ?? '')}
        to={measure(targets.at(-1)?.target ?? '')}
        most={targets.length - 1}
        words={`${measure(point.target)}, ${failed}, ${credit}`}
        {...{ index, choose }}
      />
      {index !== typed && (
        <button type="button" className={classes.use} onClick={() => onTarget(point.target)}>
          {t('contracts:trial.use', { target: measure(point.target) })}
        </button>
      )}
      <SweepTable trial={trial} typed={typed} measure={measure} />
    </figure>
  );
}

type SliderProps = {
  from: string;
  to: string;
  most: number;
  index: number;
  words: string;
  choose: (index: number) => void;
};

/** Walks along the curve from its first target to its last. */
function TargetSlider({ from, to, most, index, words, choose }: SliderProps) {
  const { t } = useTranslation();
  return (
    <>
      <input
        type="range"
        className={classes.slider}
        min={0}
        max={most}
        value={index}
        aria-label={t('contracts:trial.slider')}
        aria-valuetext={words}
        onChange={(event) => choose(Number(event.target.value))}
      />
      <p className={classes.span}>
        <span>{from}</span>
        <span>{to}</span>
      </p>
    </>
  );
}

type TableProps = { trial: Trial; typed: number; measure: (text: string) => string };

/** The figures behind the curve, a target to a row. */
function SweepTable({ trial: { targets, currency }, typed, measure }: TableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <details className={classes.table}>
      <summary>{t('kit:chart.showTable')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('common:column.target')}</th>
            <th scope="col">{t('contracts:trial.failures')}</th>
            <th scope="col">{t('contracts:trial.runs')}</th>
            <th scope="col">{t('contracts:trial.triggers')}</th>
            <th scope="col">{t('common:column.credit')}</th>
          </tr>
        </thead>
        <tbody>
          {targets.map((each, at) => (
            <tr key={each.target} data-typed={at === typed}>
              <th scope="row">{measure(each.target)}</th>
              <td>{each.failures}</td>
              <td>{each.runs}</td>
              <td>{each.triggers}</td>
              <td>{format.money(each.creditMinor, currency)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function decimalOr(text: string): Decimal {
  return new Decimal(/^-?\d+(\.\d+)?$/.test(text) ? text : Number.NaN);
}
