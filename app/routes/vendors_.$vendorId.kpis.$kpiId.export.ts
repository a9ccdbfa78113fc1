import type { LoaderFunctionArgs } from '@remix-run/node';
import { requirePerson } from '~/auth/require-person.server';
import { formatPeriod } from '~/shared/period';
import { found, recordId } from '~/shared/record-id';
import { findVendorKpi, kpiSeries } from '~/sla/kpi-series.server';
import { exportTable } from './shared/export-table.server';

/** A vendor's KPI month by month as a file; values unrounded. */
export async function loader(args: LoaderFunctionArgs) {
  const visit = await requirePerson(args, 'breaches.read');
  const { reader, scope, t } = visit;
  const vendorId = recordId(args.params['vendorId']);
  const kpiId = recordId(args.params['kpiId']);
  const { vendor, kpi } = found(await findVendorKpi(reader, scope, vendorId, kpiId));
  return exportTable(
    args,
    visit,
    `${vendor.code}-${kpi.code}`,
    [
      { header: t('sla:kpiPage.month'), value: ({ period }) => formatPeriod(period) },
      { header: t('sla:kpiPage.value'), value: ({ value }) => value },
      { header: t('common:column.unit'), value: () => kpi.unit },
      { header: t('sla:kpiPage.target'), value: ({ target }) => target },
      {
        header: t('sla:kpiPage.outcome'),
        value: ({ outcome }) => outcome && t(`common:outcome.${outcome}`),
      },
      {
        header: t('common:column.severity'),
        value: ({ severity }) => severity && t(`common:severity.${severity}`),
      },
      { header: t('sla:kpiPage.numerator'), value: ({ numerator }) => numerator },
      { header: t('sla:kpiPage.denominator'), value: ({ denominator }) => denominator },
      { header: t('sla:kpiPage.sample'), value: ({ sampleSize }) => sampleSize },
    ],
    await kpiSeries(reader, scope, vendorId, kpiId),
  );
}
