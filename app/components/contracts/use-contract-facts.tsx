import { useTranslation } from 'react-i18next';
import type { FeeSpan } from '~/contracts/contract-form';
import type { ReportDeadline } from '~/contracts/report-deadlines';
import { periodOfDate } from '~/shared/period';
import { useFormat } from '../use-format';

type Props = {
  contract: {
    number: string;
    vendorId: number;
    vendorName: string;
    currency: string;
    feeMinor: number | null;
    startsOn: string;
  };
  isOwn: boolean;
  canReadVendor: boolean;
  /** The last day of the term that runs. */
  ends: string | null;
  noticeBy: string | null;
  today: string;
  deadlines: readonly ReportDeadline[];
  fees: readonly FeeSpan[];
};

/** What a contract comes down to: with whom, for how much, until when, and what is due next. */
export function useContractFacts(props: Props) {
  const { contract, isOwn, canReadVendor, ends, noticeBy, today, deadlines } = props;
  const { t } = useTranslation();
  const format = useFormat();
  const fee = useFee(props);
  const next = deadlines.find(({ dueOn }) => dueOn >= today);
  const vendor = {
    label: t('common:column.vendor'),
    value: canReadVendor ? (
      <a href={`/vendors/${contract.vendorId}`}>{contract.vendorName}</a>
    ) : (
      contract.vendorName
    ),
  };
  return [
    { label: t('common:column.number'), value: contract.number },
    ...(isOwn ? [] : [vendor]),
    { label: t('contracts:monthlyFee'), ...fee },
    {
      label: t('contracts:page.runs'),
      value:
        ends === null
          ? t('contracts:openEnd')
          : t('contracts:page.until', { date: format.date(ends) }),
      note:
        noticeBy === null
          ? t('contracts:page.since', { date: format.date(contract.startsOn) })
          : t('contracts:page.notice', { date: format.date(noticeBy) }),
    },
    ...(next
      ? [
          {
            label: t('contracts:page.nextReport'),
            value: format.date(next.dueOn),
            note: format.month(next.period),
          },
        ]
      : []),
  ];
}

/** The fee of this month; where months are listed alone, before the first and after the last month, the nearest. */
function useFee({ contract, fees, today }: Props): { value: string; note?: string } {
  const { t } = useTranslation();
  const format = useFormat();
  const { feeMinor, currency } = contract;
  const month = periodOfDate(today);
  const isListed = fees.some(({ from, to }) => from <= month && month <= to);
  if (feeMinor !== null && !isListed) return { value: format.money(feeMinor, currency) };
  const span = fees.find(({ to }) => to >= month) ?? fees.at(-1);
  if (!span) return { value: t('common:notSet') };
  const shown = Math.min(Math.max(month, span.from), span.to);
  return { value: format.money(span.feeMinor, currency), note: format.month(shown) };
}
