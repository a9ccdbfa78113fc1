import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isDate } from '~/shared/calendar';
import { isPlainDecimal } from '~/shared/plain-decimal';
import { useFormat } from '../use-format';
import classes from './company.module.css';

export type ProposedChange = {
  id: number;
  kind: 'profile' | 'offering' | 'certificate';
  recordId: number | null;
  input: Record<string, string> | null;
  state: 'open' | 'confirmed' | 'refused';
  reason: string | null;
  proposedAt: string;
  /** The service and market, or the certificate, in the reader's language. */
  about: string;
};

type Props = {
  changes: readonly ProposedChange[];
  also?: (change: ProposedChange) => ReactNode;
};

/** What an admitted vendor wants changed, with what we said to it. */
export function ChangeRows({ changes, also }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <ul className={classes.rows}>
      {changes.map((change) => {
        const { id, kind, recordId, input, state, reason, proposedAt, about } = change;
        const what = input === null ? 'remove' : recordId === null ? 'add' : 'change';
        return (
          <li key={id} className={classes.row}>
            <div className={classes.what}>
              <span className={classes.name}>
                {t('company:ours.changeSaid', {
                  kind: t(`company:changes.${kind}`),
                  what: t(`company:changes.${what}`),
                })}
              </span>
              <span className={classes.quiet}>
                {[about, figures(input, format), format.date(proposedAt.slice(0, 10))]
                  .filter(Boolean)
                  .join(' · ')}
              </span>
              {state === 'refused' && (
                <span className={classes.quiet}>
                  {t('company:changes.refused', { reason: reason ?? '' })}
                </span>
              )}
            </div>
            {also?.(change)}
          </li>
        );
      })}
    </ul>
  );
}

/** What stands in `about` by name. */
const NAMED = ['service', 'market', 'kind', 'name'];

/** What is proposed beside that, as the register would show it: a price with its currency, figures and days in order. */
function figures(input: Record<string, string> | null, format: ReturnType<typeof useFormat>) {
  const { unitPrice = '', currency = '', ...others } = input ?? {};
  const price =
    isPlainDecimal(unitPrice) && currency !== '' ? format.amount(unitPrice, currency) : unitPrice;
  const said = Object.entries(others)
    .filter(([name]) => !NAMED.includes(name))
    .map(([name, value]) => {
      if (isDate(value)) return format.date(value);
      return name === 'capacity' && isPlainDecimal(value) ? format.number(value) : value;
    });
  return [...said, price].filter((value) => value !== '').join(' · ');
}
