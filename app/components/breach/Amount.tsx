import { formatMinor, minorDigits } from '~/shared/money';
import { MoneyText } from '../texts';
import { useFormat } from '../use-format';

/** An amount in a column: without its currency where the header names the one that all rows have. */
export function Amount({
  minor,
  currency,
  named,
}: {
  minor: number;
  currency: string;
  named: boolean;
}) {
  const format = useFormat();
  if (named) return <MoneyText minor={minor} currency={currency} />;
  const minDigits = minorDigits(currency) ?? 2;
  return (
    <span className="figure">{format.number(formatMinor(minor, currency), { minDigits })}</span>
  );
}

/** The currency that all rows have; null where there are several or none. */
export function commonCurrency(rows: readonly { currency: string }[]): string | null {
  const [first] = rows;
  return first && rows.every(({ currency }) => currency === first.currency) ? first.currency : null;
}
