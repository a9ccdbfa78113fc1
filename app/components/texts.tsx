import { formatDate, formatInstant, formatMonth } from '~/shared/format';
import { formatPeriod, type Period } from '~/shared/period';
import { useFormat } from './use-format';

type MoneyProps = { minor: number | bigint | string; currency: string };

/** An amount in its own currency. */
export function MoneyText({ minor, currency }: MoneyProps) {
  return <span className="figure">{useFormat().money(minor, currency)}</span>;
}

/** A date `YYYY-MM-DD`. */
export function DateText({ date }: { date: string }) {
  return <time dateTime={date}>{formatDate(date, useFormat().locale)}</time>;
}

/** A month. */
export function MonthText({ period }: { period: Period }) {
  return <time dateTime={formatPeriod(period)}>{formatMonth(period, useFormat().locale)}</time>;
}

/** An instant in the reader's time zone, or in the one given. */
export function InstantText({ instant, zone }: { instant: string; zone?: string }) {
  const { locale, timeZone } = useFormat();
  return (
    <time dateTime={instant} title={zone ?? timeZone}>
      {formatInstant(instant, zone ?? timeZone, locale)}
    </time>
  );
}

type NumberProps = {
  value: string | number;
  unit?: string | null;
  /** With as many digits as it takes to see on which side of it the value lies. */
  target?: string | number | null;
  maxDigits?: number;
  /** So that the figures of a column line up. */
  minDigits?: number;
};

/** A figure; its exact value where one rests on it. */
export function NumberText({ value, unit, target, maxDigits = 2, minDigits = 0 }: NumberProps) {
  const format = useFormat();
  const options = { maxDigits, minDigits, ...(unit != null && { unit }) };
  const text =
    target == null
      ? format.number(value, options)
      : format.againstTarget(String(value), target, options);
  return (
    <data value={String(value)} title={String(value)}>
      {text}
    </data>
  );
}
