import { useTranslation } from 'react-i18next';
import type { ActionOrigin } from '~/actions/action';
import type { ActionEffect } from '~/actions/action-effect';
import { quarterText } from '~/packs/show-value';
import type { Period } from '~/shared/period';
import { EffectBadge } from '../actions/EffectText';
import { DataTable, type Column } from '../DataTable';
import { EmptyState } from '../EmptyState';
import { DateText } from '../texts';
import { useFormat } from '../use-format';

export type MeetingRow = {
  quarter: Period;
  planned: number;
  inTime: number;
  late: number;
  missed: number;
};

/** How many meetings of each quarter were held within six weeks of its end. */
export function MeetingTable({ rows }: { rows: readonly MeetingRow[] }) {
  const { t } = useTranslation();
  const figures = ['planned', 'inTime', 'late', 'missed'] as const;
  const columns: Column<MeetingRow>[] = [
    {
      key: 'quarter',
      header: t('papers:portfolio.column.quarter'),
      cell: ({ quarter }) => quarterText(quarter, { t }),
    },
    ...figures.map((figure): Column<MeetingRow> => ({
      key: figure,
      header: t(`papers:portfolio.column.${figure}`),
      align: 'end',
      cell: (row) => row[figure],
    })),
  ];
  return (
    <DataTable
      name="portfolio-meetings"
      label={t('papers:portfolio.meetings')}
      columns={columns}
      rows={rows}
      rowKey={({ quarter }) => quarter}
      empty={<EmptyState title={t('papers:portfolio.noMeetings')} />}
    />
  );
}

export type OwnerRow = {
  owner: string | null;
  side: 'ours' | 'vendor';
  open: number;
  overdue: number;
  fresh: number;
  old: number;
  older: number;
  oldest: number;
};

/** Open actions by who does them and how old they are. */
export function OwnerTable({ rows }: { rows: readonly OwnerRow[] }) {
  const { t } = useTranslation();
  const figures = ['open', 'overdue', 'fresh', 'old', 'older', 'oldest'] as const;
  const columns: Column<OwnerRow>[] = [
    {
      key: 'owner',
      header: t('common:column.owner'),
      cell: ({ owner, side }) => owner ?? t(`papers:portfolio.nobody.${side}`),
    },
    { key: 'side', header: t('actions:field.side'), cell: ({ side }) => t(`actions:side.${side}`) },
    ...figures.map((figure): Column<OwnerRow> => ({
      key: figure,
      header: t(`papers:portfolio.column.${figure}`),
      align: 'end',
      cell: (row) => row[figure],
    })),
  ];
  return (
    <DataTable
      name="portfolio-owners"
      label={t('papers:portfolio.owners')}
      columns={columns}
      rows={rows}
      rowKey={({ owner, side }) => `${side}/${owner ?? ''}`}
      empty={<EmptyState title={t('papers:portfolio.noActions')} />}
    />
  );
}

export type EffectRow = ActionEffect & {
  id: number;
  vendorId: number;
  vendor: string;
  kpi: { id: number; name: string; unit: string };
  origin: ActionOrigin;
  source: string | null;
  actions: number;
  doneAt: string;
};

/** The KPI before and after the actions that one record brought were done. */
export function EffectTable({ rows }: { rows: readonly EffectRow[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const figure = (value: string | null, measuredIn: string, unit = measuredIn) =>
    value === null
      ? t('common:outcome.no_data')
      : format.number(value, { unit, minDigits: measuredIn === '%' ? 2 : 0 });
  const columns: Column<EffectRow>[] = [
    { key: 'vendor', header: t('common:column.vendor'), cell: ({ vendor }) => vendor },
    { key: 'kpi', header: t('common:column.kpi'), cell: ({ kpi }) => kpi.name },
    {
      key: 'source',
      header: t('common:column.source'),
      cell: ({ origin, source }) =>
        source === null ? (
          t(`actions:origin.${origin}`)
        ) : (
          <a href={source}>{t(`actions:origin.${origin}`)}</a>
        ),
    },
    {
      key: 'actions',
      header: t('papers:portfolio.column.actions'),
      align: 'end',
      cell: ({ actions }) => actions,
    },
    {
      key: 'done',
      header: t('papers:portfolio.column.done'),
      cell: ({ doneAt }) => <DateText date={doneAt.slice(0, 10)} />,
    },
    ...(['before', 'after'] as const).map((side): Column<EffectRow> => ({
      key: side,
      header: t(`papers:portfolio.column.${side}`),
      align: 'end',
      cell: (row) => figure(row[side], row.kpi.unit),
    })),
    {
      key: 'change',
      header: t('papers:portfolio.column.change'),
      align: 'end',
      cell: ({ change, kpi: { unit } }) =>
        figure(change, unit, unit === '%' ? t('papers:portfolio.points') : unit),
    },
    {
      key: 'effect',
      header: t('actions:column.effect'),
      cell: ({ better }) => <EffectBadge better={better} />,
    },
  ];
  return (
    <DataTable
      name="portfolio-effects"
      label={t('papers:portfolio.effects')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ vendorId, kpi }) => `/vendors/${vendorId}/kpis/${kpi.id}`}
      empty={<EmptyState title={t('papers:portfolio.noEffects')} />}
    />
  );
}

export type ConsequenceRow = {
  id: number;
  reviewId: number;
  vendor: string;
  quarter: Period;
  text: string;
  decidedAt: string;
};

/** What reviews decided about the standing of vendors. */
export function ConsequenceTable({ rows }: { rows: readonly ConsequenceRow[] }) {
  const { t } = useTranslation();
  const columns: Column<ConsequenceRow>[] = [
    { key: 'vendor', header: t('common:column.vendor'), cell: ({ vendor }) => vendor },
    {
      key: 'quarter',
      header: t('papers:portfolio.column.quarter'),
      cell: ({ quarter }) => quarterText(quarter, { t }),
    },
    { key: 'text', header: t('papers:portfolio.column.decided'), cell: ({ text }) => text },
    {
      key: 'day',
      header: t('papers:column.day'),
      cell: ({ decidedAt }) => <DateText date={decidedAt.slice(0, 10)} />,
    },
  ];
  return (
    <DataTable
      name="portfolio-consequences"
      label={t('papers:portfolio.consequences')}
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
      rowHref={({ reviewId }) => `/reviews/${reviewId}`}
      empty={<EmptyState title={t('papers:portfolio.noConsequences')} />}
    />
  );
}
