import { useTranslation } from 'react-i18next';
import type { FeeSpan } from '~/contracts/contract-form';
import type { ReportDeadline } from '~/contracts/report-deadlines';
import { DateText, MoneyText } from '../texts';
import { useFormat } from '../use-format';
import classes from './contracts.module.css';

/** Fees by month, months of the same fee in a row as one line. */
export function FeeTable({ fees, currency }: { fees: readonly FeeSpan[]; currency: string }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className={classes.spans}>
      <thead>
        <tr>
          <th scope="col">{t('common:column.period')}</th>
          <td>{t('contracts:monthlyFee')}</td>
        </tr>
      </thead>
      <tbody>
        {fees.map(({ from, to, feeMinor }) => (
          <tr key={from}>
            <th scope="row">
              {from === to
                ? format.month(from)
                : t('contracts:page.span', { from: format.month(from), to: format.month(to) })}
            </th>
            <td>
              <MoneyText minor={feeMinor} currency={currency} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** When the next reports are due, and from when they are overdue. */
export function DeadlineTable({ deadlines }: { deadlines: readonly ReportDeadline[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <table className={classes.spans}>
      <thead>
        <tr>
          <th scope="col">{t('contracts:page.reportOf')}</th>
          <td>{t('common:column.due')}</td>
          <td>{t('contracts:page.overdueFrom')}</td>
        </tr>
      </thead>
      <tbody>
        {deadlines.map(({ period, dueOn, overdueFrom }) => (
          <tr key={period}>
            <th scope="row">{format.month(period)}</th>
            <td>
              <DateText date={dueOn} />
            </td>
            <td>
              <DateText date={overdueFrom} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
