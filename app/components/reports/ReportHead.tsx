import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportOnPage, ReportReader } from '~/kpi/report-on-page';
import { PageHeader } from '../PageHeader';
import { useFormat } from '../use-format';
import { ReportBadge } from './ReportBadge';
import { useMonths } from './use-months';

export type ReportProps = { report: ReportOnPage; viewer: ReportReader };

/** The head of a report's page: whose, which months, where it stands, how much is in it. */
export function ReportHead({
  report,
  viewer,
  lead,
  action,
  also,
}: ReportProps & { lead?: ReactNode; action?: ReactNode; also?: ReactNode }) {
  const { t } = useTranslation();
  const format = useFormat();
  const months = useMonths();
  const { firstPeriod, vendorName, file, readingCount, errorCount, warningCount } = report;
  const title =
    firstPeriod === null
      ? t('kpi:page.unread', { file: file?.name ?? vendorName })
      : viewer.isOwn
        ? t('kpi:page.ownTitle', { months: months(report) })
        : t('kpi:page.title', { vendor: vendorName, months: months(report) });
  const facts = [
    ...(errorCount > 0
      ? [{ label: t('kpi:page.errors'), value: format.number(errorCount) }]
      : [{ label: t('kpi:page.readings'), value: format.number(readingCount) }]),
    { label: t('kpi:page.warnings'), value: format.number(warningCount) },
    { label: t('kpi:page.source'), value: t(`common:source.${report.source}`) },
    {
      label: t('kpi:page.received'),
      value: format.date(report.createdAt.slice(0, 10)),
      ...(report.sender && { note: report.sender }),
    },
  ];
  return (
    <PageHeader
      title={title}
      crumbs={[{ label: t(viewer.isOwn ? 'kpi:own' : 'kpi:title'), href: '/reports' }]}
      state={<ReportBadge state={report.state} errorCount={errorCount} />}
      {...(report.state !== 'staging' && { facts })}
      {...(lead !== undefined && { lead })}
      {...(action !== undefined && { action })}
      {...(also !== undefined && { also })}
    />
  );
}
