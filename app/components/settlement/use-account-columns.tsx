import { useTranslation } from 'react-i18next';
import type { AccountKind } from '~/settlement/statement-sheet';
import type { StatementState } from '~/settlement/statement';
import type { Period } from '~/shared/period';
import { Amount } from '../breach/Amount';
import type { Column } from '../DataTable';
import { useFormat } from '../use-format';
import { useSheetWords } from './use-sheet-words';
import { DateText } from '../texts';

type Row = {
  id: number;
  kind: AccountKind;
  period: Period;
  source: string;
  reason: string | null;
  amountMinor: number;
  onDay: string;
  person: string | null;
  second: string | null;
  statementId: number | null;
  statementPeriod: Period | null;
  statementState: StatementState | null;
};

/** The columns of a contract's account: what was posted when, why, by whom, and on which statement it stands. */
export function useAccountColumns(currency: string, balanceMinor: number): Column<Row>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const words = useSheetWords();
  const line = (row: Row) => ({ ...row, key: String(row.id), minor: row.amountMinor });
  return [
    { key: 'what', header: t('settlement:column.what'), cell: (row) => words.what(line(row)) },
    {
      key: 'posted',
      header: t('settlement:account.posted'),
      sort: 'posted',
      cell: ({ onDay }) => <DateText date={onDay} />,
    },
    {
      key: 'source',
      header: t('settlement:column.source'),
      cell: (row) => words.source(line(row)),
    },
    {
      key: 'who',
      header: t('settlement:account.who'),
      cell: ({ person, second }) =>
        person !== null && second !== null
          ? t('settlement:account.whoTwo', { first: person, second })
          : (person ?? t('settlement:credit.byClock')),
    },
    {
      key: 'statement',
      header: t('settlement:account.statement'),
      cell: ({ statementPeriod, statementState }) =>
        statementPeriod === null || statementState === null
          ? t('settlement:account.notStated')
          : `${format.month(statementPeriod)} · ${t(`settlement:state.${statementState}`)}`,
    },
    {
      key: 'amount',
      header: t('common:column.amount'),
      unit: currency,
      sort: 'amount',
      align: 'end',
      cell: ({ amountMinor }) => <Amount minor={amountMinor} currency={currency} named={false} />,
      total: <Amount minor={balanceMinor} currency={currency} named={false} />,
    },
  ];
}
