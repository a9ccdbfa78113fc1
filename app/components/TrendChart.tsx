import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Period } from '~/shared/period';
import { ChartTable } from './ChartTable';
import { monthSlots } from './chart-scale';
import { OutcomeMark, type Outcome, type Severity } from './OutcomeMark';
import { TrendPlot } from './TrendPlot';
import { useFormat } from './use-format';
import classes from './TrendChart.module.css';

export type TrendPoint = {
  period: Period;
  /** Decimal text; null where the month has no value. */
  value: string | null;
  outcome?: Outcome | null;
  severity?: Severity | null;
};

type Props = {
  /** What the chart says, as a sentence. */
  title: string;
  /** In any order; months without a point are gaps. */
  points: readonly TrendPoint[];
  target?: string | number | null;
  warnAt?: string | number | null;
  unit?: string | null;
  /** Names the file to download, without its ending. */
  name: string;
};

/**
 * A measure month by month against its target. The pointer, the arrow keys and the table give the same figures; drawing
 * and table are there without script and on paper.
 */
export function TrendChart({ title, points, target = null, warnAt = null, unit, name }: Props) {
  const { t } = useTranslation();
  const id = useId();
  const slots = monthSlots(points);
  const [chosen, choose] = useState<number | null>(null);
  const index = Math.min(chosen ?? slots.length - 1, slots.length - 1);
  const read = useReadout(target, unit);
  const slot = slots[index];
  if (!slot) return null;
  return (
    <figure className={classes.figure} aria-labelledby={id}>
      <figcaption id={id} className={classes.title}>
        {title}
      </figcaption>
      <p className={classes.readout} aria-hidden>
        <span>{read.month(slot.period)}</span>
        <strong>{read.value(slot.point)}</strong>
        {slot.point?.outcome && (
          <OutcomeMark outcome={slot.point.outcome} severity={slot.point.severity} />
        )}
      </p>
      <div className={classes.plot}>
        <TrendPlot {...{ slots, target, warnAt, index, choose }} isPercent={unit === '%'} />
        <input
          type="range"
          className={classes.keys}
          min={0}
          max={slots.length - 1}
          value={index}
          aria-label={t('kit:chart.read')}
          aria-valuetext={read.sentence(slot.period, slot.point)}
          onChange={(event) => choose(Number(event.currentTarget.value))}
        />
      </div>
      <ChartTable slots={slots} unit={unit ?? null} target={target} name={name} />
    </figure>
  );
}

function useReadout(target: string | number | null, unit: string | null | undefined) {
  const { t } = useTranslation();
  const format = useFormat();
  const value = (point: TrendPoint | null) => {
    if (!point || point.value === null) return t('kit:chart.missing');
    const options = unit == null ? {} : { unit };
    return target === null
      ? format.number(point.value, options)
      : format.againstTarget(point.value, target, options);
  };
  const words = (point: TrendPoint | null) =>
    point?.outcome ? `, ${t(`common:outcome.${point.outcome}`)}` : '';
  return {
    month: format.month,
    value,
    sentence: (period: Period, point: TrendPoint | null) =>
      `${format.month(period)}: ${value(point)}${words(point)}`,
  };
}
