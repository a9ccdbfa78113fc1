import { useTranslation } from 'react-i18next';
import type { Severity } from '~/contracts/sla-vocabulary';
import type { Period } from '~/shared/period';
import type { CaseState } from '~/sla/case';
import type { Column } from '../DataTable';
import { SeverityMark } from '../OutcomeMark';
import { DateText, NumberText } from '../texts';
import { useFormat } from '../use-format';
import { useVendorMonthColumns } from '../use-vendor-month-columns';
import { Amount, commonCurrency } from './Amount';
import { CaseBadge } from './CaseBadge';

/** A breach as the list shows it; days are `YYYY-MM-DD`. */
type Row = {
  period: Period;
  vendorName: string;
  kpi: string;
  severity: Severity;
  measured: string | null;
  target: string;
  operator: string;
  unit: string;
  run: number;
  issuedMinor: number;
  currency: string;
  caseState: CaseState;
  withdrawnAt: string | null;
  dueOn: string | null;
  contract: string;
  openedOn: string;
};

type Shown = { rows: readonly Row[]; isOwn: boolean; today: string };

/** The columns of the list of breaches: a vendor's own without its name; amounts name their currency where there are several. */
export function useBreachColumns({ rows, isOwn, today }: Shown): Column<Row>[] {
  const currency = commonCurrency(rows);
  const { t } = useTranslation();
  const vendorMonth = useVendorMonthColumns<Row>(isOwn);
  const miss = useMissColumns(isOwn);
  const breachCase = useCaseColumns(today);
  return [
    ...vendorMonth,
    ...miss,
    {
      key: 'credit',
      header: t('sla:list.issued'),
      ...(currency !== null && { unit: currency }),
      sort: 'credit',
      align: 'end',
      cell: (row) => (
        <Amount minor={row.issuedMinor} currency={row.currency} named={currency === null} />
      ),
    },
    ...breachCase,
  ];
}

/** What was promised and what came instead. */
function useMissColumns(isOwn: boolean): Column<Row>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'kpi',
      header: t('common:column.kpi'),
      card: 'name',
      sort: 'kpi',
      cell: ({ kpi }) => kpi,
    },
    {
      key: 'severity',
      header: t('common:column.severity'),
      card: 'state',
      sort: 'severity',
      cell: ({ severity }) => <SeverityMark severity={severity} />,
    },
    {
      key: 'measured',
      header: t('sla:list.measured'),
      align: 'end',
      cell: ({ measured, target, unit }) =>
        measured === null ? (
          t('common:breachKind.missing_report')
        ) : (
          <NumberText
            value={measured}
            target={target}
            unit={unit}
            minDigits={unit === '%' ? 2 : 0}
          />
        ),
    },
    {
      key: 'promised',
      header: t('sla:list.promised'),
      align: 'end',
      cell: ({ target, operator, unit }) =>
        promise(operator, format.number(target, { maxDigits: 6, unit })),
    },
    {
      key: 'run',
      header: t('common:column.run'),
      hidden: isOwn,
      sort: 'run',
      align: 'end',
      cell: ({ run }) => run,
    },
  ];
}

/** Where its case stands, under which contract and since when. */
function useCaseColumns(today: string): Column<Row>[] {
  const { t } = useTranslation();
  const format = useFormat();
  return [
    {
      key: 'state',
      header: t('sla:list.caseState'),
      card: 'state',
      cell: ({ caseState, withdrawnAt }) => (
        <CaseBadge state={caseState} withdrawn={withdrawnAt !== null} />
      ),
    },
    {
      key: 'due',
      header: t('sla:list.due'),
      card: 'figure',
      sort: 'due',
      cell: ({ dueOn, withdrawnAt }) =>
        dueOn !== null &&
        withdrawnAt === null && (
          <span title={format.daysFrom(dueOn, today)}>
            <DateText date={dueOn} />
          </span>
        ),
    },
    {
      key: 'contract',
      header: t('common:column.contract'),
      hidden: true,
      cell: ({ contract }) => contract,
    },
    {
      key: 'opened',
      header: t('sla:list.opened'),
      hidden: true,
      cell: ({ openedOn }) => <DateText date={openedOn} />,
    },
  ];
}

const signs: Record<string, string> = { gte: '≥', lte: '≤', gt: '>', lt: '<' };

/** A promise as short as a column wants it: `≥ 80%`. */
function promise(operator: string, target: string): string {
  return `${signs[operator] ?? ''}\u00a0${target}`;
}
